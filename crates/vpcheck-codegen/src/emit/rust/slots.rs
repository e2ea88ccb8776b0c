//! How an object is read: which members are looked for, and what becomes of them.

use std::collections::BTreeMap;

use super::item::{
    Arm, Base, By, Choice, Extra, Fate, ItemId, ItemKind, Literal, Member, MemberKind, Object, Plan, Type,
};
use super::names::{Namer, pascal, snake, with_article};

/// How deep unions may be nested in unions.
const NESTED: usize = 16;

/// An object, or one of several, that is read member by member.
pub(super) struct Reading<'p> {
    pub(super) plan: &'p Plan,
    /// The objects that it may be.
    pub(super) leaves: Vec<Leaf<'p>>,
    pub(super) tree: Tree<'p>,
    pub(super) slots: Vec<Slot<'p>>,
    pub(super) others: Others<'p>,
}

/// What becomes of members that none of the objects names.
pub(super) enum Others<'p> {
    /// They are skipped, and their names are kept until it is known whether there may be any.
    Skipped,
    /// They are read as every object wants them.
    Kept(&'p Type),
    /// They are read as any value, to be read again when it is known which object they are in.
    Buffered,
    /// The name of each decides, in the one object that it can be.
    ByName,
}

/// An object that what is read may be.
pub(super) struct Leaf<'p> {
    pub(super) id: ItemId,
    pub(super) object: &'p Object,
}

/// How it is decided which object was read.
pub(super) enum Tree<'p> {
    Leaf(usize),
    Choice(ItemId, &'p Choice, Vec<(&'p Arm, Tree<'p>)>),
}

/// A member that is looked for.
pub(super) struct Slot<'p> {
    pub(super) json: &'p str,
    /// The name of the variable, and of the variant that stands for it.
    pub(super) name: String,
    pub(super) variant: String,
    pub(super) mode: Mode<'p>,
    /// Whether null is read, be it for one of the objects only.
    pub(super) nullable: bool,
}

/// How the value of a member is read.
pub(super) enum Mode<'p> {
    /// As the one type that every object wants.
    Plain(&'p Type),
    /// As a string that none of the objects keeps.
    AnyText,
    /// As the one type that some objects want, while others take anything.
    Lenient(&'p Type),
    /// As any value, to be read again when it is known which object it is in.
    Buffered,
    /// As one value.
    Constant(&'p Literal),
    /// As the tag that tells the objects apart.
    Tag(Tag),
    /// No object takes more than null.
    Nothing,
}

/// The values of a tag.
pub(super) struct Tag {
    pub(super) literals: Vec<(Literal, String)>,
    /// Whether one object takes all other strings.
    pub(super) open: bool,
    pub(super) what: String,
}

impl<'p> Reading<'p> {
    /// How the item is read, or why it cannot be.
    pub(super) fn new(plan: &'p Plan, id: ItemId, embedded: bool) -> Result<Reading<'p>, String> {
        let mut leaves = Vec::new();
        let tree = tree(plan, id, &mut leaves, 0)?;
        let others = others(plan, &leaves, embedded)?;
        let mut reading = Reading { plan, leaves, tree, slots: Vec::new(), others };
        reading.slots = reading.find_slots(embedded)?;
        Ok(reading)
    }

    pub(super) fn slot(&self, json: &str) -> Option<&Slot<'p>> {
        self.slots.iter().find(|slot| slot.json == json)
    }

    fn find_slots(&self, embedded: bool) -> Result<Vec<Slot<'p>>, String> {
        let mut names: Vec<&'p str> = Vec::new();
        let mut mentions: BTreeMap<&'p str, Vec<(usize, &'p Member)>> = BTreeMap::new();
        for (index, leaf) in self.leaves.iter().enumerate() {
            for member in &leaf.object.members {
                let found = mentions.entry(&member.json).or_default();
                if found.is_empty() {
                    names.push(&member.json);
                }
                found.push((index, member));
            }
        }
        let mut tags = BTreeMap::new();
        find_tags(self.plan, &self.tree, &self.leaves, &mut tags)?;
        let keeps_others = !matches!(self.others, Others::Skipped);
        let mut variables = Namer::without(&["additional", "found", "map", "member", "self", "tag", "text", "unknown"]);
        let mut variants = Namer::default();
        let mut slots = Vec::new();
        for json in names {
            let found = mentions.get(json).map(Vec::as_slice).unwrap_or_default();
            let is_kept = |(index, leaf): (usize, &Leaf<'_>)| {
                found.iter().all(|(found, _)| *found != index) && leaf.object.fate(json) == Fate::Kept
            };
            let no_fates = self.leaves.iter().all(|leaf| leaf.object.fates.is_none());
            let is_missing = keeps_others && found.len() < self.leaves.len();
            if is_missing && (no_fates || self.leaves.iter().enumerate().any(is_kept)) {
                return Err(format!("`{json}` is a member of some arms and an additional one of others"));
            }
            let mode = match tags.remove(json) {
                Some(tag) => Mode::Tag(tag),
                None => self.mode(json, found, embedded)?,
            };
            let wants_null = |(_, member): &(usize, &Member)| match &member.kind {
                MemberKind::Field { nullable, .. } | MemberKind::Dropped { nullable, .. } => *nullable,
                MemberKind::Null | MemberKind::Never => true,
                MemberKind::Constant(_) => false,
            };
            let nullable = match mode {
                Mode::Tag(_) => false,
                Mode::Lenient(_) | Mode::Buffered | Mode::Nothing => true,
                Mode::Plain(_) | Mode::AnyText | Mode::Constant(_) => found.iter().any(wants_null),
            };
            let name = variables.name(&snake(json), "_");
            slots.push(Slot { json, name, variant: variants.name(&pascal(json, "Member"), ""), mode, nullable });
        }
        Ok(slots)
    }

    fn mode(&self, json: &str, found: &[(usize, &'p Member)], embedded: bool) -> Result<Mode<'p>, String> {
        let mut types: Vec<&'p Type> = Vec::new();
        let mut constants: Vec<&'p Literal> = Vec::new();
        let mut kept = false;
        for (_, member) in found {
            match &member.kind {
                MemberKind::Field { type_, .. } => {
                    types.push(type_);
                    kept = true;
                }
                MemberKind::Dropped { type_, .. } => types.push(type_),
                MemberKind::Constant(literal) => constants.push(literal),
                MemberKind::Null | MemberKind::Never => {}
            }
        }
        // An object that does not name the member takes anything for it.
        let ignored = |(index, leaf): (usize, &Leaf<'_>)| {
            leaf.object.fate(json) == Fate::Ignored && found.iter().all(|(found, _)| *found != index)
        };
        let is_ignored = self.leaves.iter().enumerate().any(ignored);
        let others = found.iter().any(|(_, member)| matches!(member.kind, MemberKind::Null | MemberKind::Never));
        let mode = match (types.as_slice(), constants.as_slice()) {
            ([], []) => return Ok(Mode::Nothing),
            ([], [first, rest @ ..]) if rest.iter().all(|other| other == first) && !is_ignored => Mode::Constant(first),
            ([first, rest @ ..], []) if rest.iter().all(|other| self.plan.same(first, other)) => {
                match (self.plan.plain(first), is_ignored) {
                    (Type::Any, _) if !others => Mode::Plain(first),
                    (Type::Any, _) => Mode::Buffered,
                    (Type::Text, false) if !kept => Mode::AnyText,
                    (_, false) => Mode::Plain(first),
                    (_, true) if self.is_leaf(first) => Mode::Lenient(first),
                    (_, true) => Mode::Buffered,
                }
            }
            _ => Mode::Buffered,
        };
        match mode {
            Mode::Buffered if embedded => Err(format!("`{json}` has different shapes in different arms")),
            mode => Ok(mode),
        }
    }

    /// Whether values of the type are neither arrays nor objects.
    fn is_leaf(&self, type_: &Type) -> bool {
        match self.plan.plain(type_) {
            Type::Null
            | Type::Boolean
            | Type::Integer(_)
            | Type::NonZero(_)
            | Type::Finite
            | Type::Text
            | Type::Ipv4
            | Type::Ipv6 => true,
            // What a hand-written type reads is not known here, but it is a scalar wherever it stands for a member.
            Type::External(path) => !path.contains('<'),
            Type::Named(id) => matches!(self.plan.item(*id).kind, ItemKind::Names(_) | ItemKind::Scalar(_)),
            Type::Any | Type::List(_) | Type::Map(_) | Type::Nullable(_) => false,
        }
    }
}

fn others<'p>(plan: &'p Plan, leaves: &[Leaf<'p>], embedded: bool) -> Result<Others<'p>, String> {
    let kept: Vec<&'p Type> = leaves
        .iter()
        .filter_map(|leaf| if let Extra::Kept(values) = &leaf.object.extra { Some(values) } else { None })
        .collect();
    let has_fates = leaves.iter().any(|leaf| leaf.object.fates.is_some());
    match kept.as_slice() {
        _ if has_fates && leaves.len() == 1 => Ok(Others::ByName),
        _ if leaves.iter().any(|leaf| leaf.object.fates.as_ref().is_some_and(|fates| !fates.checks.is_empty())) => {
            Err("`propertyNames` is supported in objects that are no arms".to_owned())
        }
        _ if has_fates => Ok(Others::Buffered),
        [] => Ok(Others::Skipped),
        [first, rest @ ..] if kept.len() == leaves.len() && rest.iter().all(|other| plan.same(first, other)) => {
            Ok(Others::Kept(first))
        }
        _ if embedded => Err("members that are not named have different shapes in different arms".to_owned()),
        _ => Ok(Others::Buffered),
    }
}

fn tree<'p>(plan: &'p Plan, id: ItemId, leaves: &mut Vec<Leaf<'p>>, depth: usize) -> Result<Tree<'p>, String> {
    if depth > NESTED {
        return Err("unions are nested too deep".to_owned());
    }
    match &plan.item(id).kind {
        ItemKind::Object(object) => {
            leaves.push(Leaf { id, object });
            Ok(Tree::Leaf(leaves.len() - 1))
        }
        ItemKind::Choice(choice) if !matches!(choice.by, By::Kind) => {
            let mut arms = Vec::new();
            for arm in &choice.arms {
                let Type::Named(target) = plan.plain(&arm.type_) else {
                    return Err(format!("the arm `{}` is no object with members", arm.name));
                };
                arms.push((arm, tree(plan, *target, leaves, depth + 1)?));
            }
            Ok(Tree::Choice(id, choice, arms))
        }
        _ => Err(format!("`{}` is no object with members", plan.item(id).name)),
    }
}

fn find_tags(
    plan: &Plan,
    tree: &Tree<'_>,
    leaves: &[Leaf<'_>],
    tags: &mut BTreeMap<String, Tag>,
) -> Result<(), String> {
    let Tree::Choice(id, choice, arms) = tree else { return Ok(()) };
    if let By::Tag { member, values } = &choice.by {
        let mut namer = Namer::without(&["Other"]);
        let all: Vec<Literal> = values.iter().flatten().flatten().cloned().collect();
        let open = values.iter().any(Option::is_none);
        let mut others = arms.iter().zip(values).filter(|(_, values)| values.is_none()).map(|((_, tree), _)| tree);
        if !others.all(|tree| takes_text(plan, tree, leaves, member)) {
            return Err(format!("`{member}` tells arms apart, and one of them takes other values than strings"));
        }
        let others = if open { ", or another string" } else { "" };
        let rule = format!("{} is {}{others}", tag_noun(plan, *id, choice, member), super::out::one_of(&all));
        let literals = all
            .into_iter()
            .map(|literal| {
                let name = match &literal {
                    Literal::Boolean(value) => pascal(&value.to_string(), "Value"),
                    Literal::Integer(number) => pascal(&number.to_string(), "Value"),
                    Literal::Text(text) => pascal(text, "Value"),
                };
                (literal, namer.name(&name, ""))
            })
            .collect();
        if tags.insert(member.clone(), Tag { literals, open, what: rule }).is_some() {
            return Err(format!("`{member}` tells arms apart at two levels"));
        }
    }
    arms.iter().try_for_each(|(_, tree)| find_tags(plan, tree, leaves, tags))
}

/// Whether all objects of an arm take strings only for a member.
fn takes_text(plan: &Plan, tree: &Tree<'_>, leaves: &[Leaf<'_>], json: &str) -> bool {
    let index = match tree {
        Tree::Leaf(index) => *index,
        Tree::Choice(_, _, arms) => return arms.iter().all(|(_, tree)| takes_text(plan, tree, leaves, json)),
    };
    let member = leaves.get(index).and_then(|leaf| leaf.object.members.iter().find(|member| member.json == json));
    let Some(MemberKind::Field { type_, nullable: false, .. }) = member.map(|member| &member.kind) else {
        return false;
    };
    match plan.plain(type_) {
        Type::Text | Type::Ipv4 | Type::Ipv6 => true,
        Type::Named(id) => match &plan.item(*id).kind {
            ItemKind::Names(_) => true,
            ItemKind::Scalar(scalar) => scalar.base == Base::Text,
            _ => false,
        },
        _ => false,
    }
}

/// What people call the tag: its title in the first arm that has one.
fn tag_noun(plan: &Plan, id: ItemId, choice: &Choice, tag: &str) -> String {
    let titles = choice.arms.iter().filter_map(|arm| {
        let Type::Named(target) = plan.plain(&arm.type_) else { return None };
        let ItemKind::Object(object) = &plan.item(*target).kind else { return None };
        object.members.iter().find(|member| member.json == tag)?.title.clone()
    });
    let title = titles.into_iter().next();
    title.map_or_else(|| format!("`{tag}` of {}", plan.item(id).one), |title| with_article(&title))
}
