//! What the services of one account have taken.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{At, Host, Service, Tunnel};

/// The names and origins that the services of one account have taken so far.
#[derive(Debug, Default)]
pub(super) struct Seen<'f> {
    names: HashMap<&'f str, Taken<'f>>,
    origins: HashMap<(&'f Tunnel, &'f Host, u16), Taken<'f>>,
    pub(super) services: usize,
}

/// Who took something first.
#[derive(Clone, Copy, Debug)]
struct Taken<'f> {
    file: usize,
    service: &'f Service,
    at: At,
    /// The file in which that was told last.
    told: Option<usize>,
}

/// What a service has that another one took before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clash<'f> {
    pub(super) what: What<'f>,
    /// Where that is in the service.
    pub(super) at: At,
    /// The file of the other one.
    pub(super) file: usize,
    /// Where the other one has it.
    pub(super) other: At,
}

/// What two services have.
#[derive(Clone, Copy, Debug)]
pub(super) enum What<'f> {
    /// The same name.
    Name(&'f str),
    /// The same tunnel, the same host, which is in this member, and the same port.
    Origin(&'static str, u16),
}

/// Which clashes are looked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Between {
    /// Those of two services in one file.
    Services,
    /// Those with a service in another file; of each file the first one.
    Files,
}

impl<'f> Seen<'f> {
    /// Takes what a service has, and gives what was taken before. Who has the name of another service is one with it, and then
    /// nothing is said about the origin.
    pub(super) fn add(&mut self, file: usize, service: &'f Service, between: Between) -> Option<Clash<'f>> {
        self.services += 1;
        let is_told = |taken: &mut Taken<'_>| {
            let tells = match between {
                Between::Services => true,
                Between::Files => taken.file != file && taken.told != Some(file),
            };
            if tells {
                taken.told = Some(file);
            }
            tells
        };
        let mut clash = None;
        let mut is_named_alike = false;
        if let Some((name, at)) = &service.name {
            match self.names.entry(name) {
                Entry::Vacant(entry) => {
                    entry.insert(Taken { file, service, at: *at, told: None });
                }
                Entry::Occupied(mut entry) => {
                    is_named_alike = true;
                    let taken = entry.get_mut();
                    if is_told(taken) {
                        clash = Some(Clash { what: What::Name(name), at: *at, file: taken.file, other: taken.at });
                    }
                }
            }
        }
        let Some(origin) = &service.origin else { return clash };
        for (host, member, at) in &origin.hosts {
            for port in origin.ports.into_iter().filter(|port| *port != 0) {
                match self.origins.entry((&origin.tunnel, host, port)) {
                    Entry::Vacant(entry) => {
                        entry.insert(Taken { file, service, at: *at, told: None });
                    }
                    Entry::Occupied(mut entry) => {
                        let taken = entry.get_mut();
                        // A port that a service uses twice is not taken by another one.
                        let is_other = !std::ptr::eq(taken.service, service);
                        if is_other && !is_named_alike && clash.is_none() && is_told(taken) {
                            let what = What::Origin(member, port);
                            clash = Some(Clash { what, at: *at, file: taken.file, other: taken.at });
                        }
                    }
                }
            }
        }
        clash
    }
}
