//! The services of each account, and what the API answers.

mod stored;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};
use vpcheck::{
    AccountId, DeleteEnvelope, Envelope, Failure, ListQuery, Message, MessageSource, Operation, RequestLine, ServiceId,
    ServiceRequest, ServiceResponse, Severity, Source, Success, check,
};

use crate::http::Request;
use stored::stored;

/// Where the paths of the API begin here.
const BASE: &str = "/client/v4";

/// What is sent back.
pub(crate) struct Answer {
    pub(crate) status: &'static str,
    pub(crate) body: String,
}

impl Answer {
    fn new(status: &'static str, envelope: &impl Serialize) -> Answer {
        Answer { status, body: serde_json::to_string(envelope).expect("an envelope is JSON") }
    }

    fn success<T: Serialize>(result: Option<T>) -> Answer {
        Answer::new("200 OK", &Envelope::from(Success::new(result)))
    }

    fn failure(status: &'static str, errors: Vec<Message>) -> Answer {
        Answer::new(status, &DeleteEnvelope::from(Failure::new(errors)))
    }

    /// The answer to what none of the operations is.
    pub(crate) fn unexpected() -> Answer {
        Answer::failure("404 Not Found", vec![Message::new(7003, "No route for the URI")])
    }
}

/// An operation with its parameters.
enum Call {
    Create,
    Update(ServiceId),
    Get(ServiceId),
    Delete(ServiceId),
    List(ListQuery),
}

impl Call {
    /// Reads the line of a request, which has to be the one that we would have made.
    fn read(request: &Request) -> Result<(AccountId, Call), String> {
        let Request { method, target, .. } = request;
        let wrong = |why: &str| format!("{method} {target} is no operation: {why}");
        let target = target.strip_prefix(BASE).ok_or_else(|| wrong("it has another base"))?;
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let rest = path.strip_prefix("/accounts/").ok_or_else(|| wrong("it is about no account"))?;
        let (account, rest) = rest.split_once('/').ok_or_else(|| wrong("it is about no services"))?;
        let account: AccountId = account.parse().map_err(|error| wrong(&format!("{error}")))?;
        let service = rest.rsplit('/').next().unwrap_or_default();
        let service = service.parse::<ServiceId>().map_err(|error| wrong(&format!("{error}")));
        let call = match (method.as_str(), rest == "connectivity/directory/services") {
            ("POST", true) => Call::Create,
            ("GET", true) => Call::List(parameters(query).map_err(|why| wrong(&why))?),
            ("GET", false) => Call::Get(service?),
            ("PUT", false) => Call::Update(service?),
            ("DELETE", false) => Call::Delete(service?),
            _ => return Err(wrong("it has another method")),
        };
        let line = call.line(&account);
        let is_same = line.path() == path && sorted(line.query().unwrap_or_default()) == sorted(query);
        if is_same && line.method().as_str() == method {
            Ok((account, call))
        } else {
            Err(wrong(&format!("it is {line}")))
        }
    }

    fn line(&self, account: &AccountId) -> RequestLine {
        match self {
            Call::Create => RequestLine::create(account),
            Call::Update(service) => RequestLine::update(account, *service),
            Call::Get(service) => RequestLine::get(account, *service),
            Call::Delete(service) => RequestLine::delete(account, *service),
            Call::List(query) => RequestLine::list(account, query),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Call::Create => "create",
            Call::Update(_) => "update",
            Call::Get(_) => "get",
            Call::Delete(_) => "delete",
            Call::List(_) => "list",
        }
    }
}

/// Parameters may have any order.
fn sorted(query: &str) -> Vec<&str> {
    let mut parameters: Vec<&str> = query.split('&').collect();
    parameters.sort_unstable();
    parameters
}

/// The parameters of a list.
fn parameters(query: &str) -> Result<ListQuery, String> {
    let mut members = Map::new();
    for parameter in query.split('&').filter(|parameter| !parameter.is_empty()) {
        let (name, value) = parameter.split_once('=').ok_or("a parameter has no value")?;
        let value = value.parse::<u64>().map_or_else(|_| Value::from(value), Value::from);
        members.insert(name.to_owned(), value);
    }
    serde_json::from_value(Value::Object(members)).map_err(|error| error.to_string())
}

/// What was created, by account.
#[derive(Default)]
pub(crate) struct Services {
    accounts: BTreeMap<AccountId, Vec<ServiceResponse>>,
    created: u64,
}

impl Services {
    /// The answer to a request, and what is recorded of it.
    pub(crate) fn answer(&mut self, request: &Request) -> (Answer, Value) {
        let (account, call) = match Call::read(request) {
            Ok(read) => read,
            Err(why) => return (Answer::unexpected(), json!({"unexpected": why})),
        };
        let mut record = json!({
            "account": account.as_str(), "operation": call.name(), "method": request.method, "target": request.target,
        });
        let services = self.accounts.entry(account).or_default();
        let answer = match call {
            Call::Create => judged(request, &mut record).map(|service| {
                self.created += 1;
                let id = format!("01930000-0000-7000-8000-{:012x}", self.created);
                let service = stored(&service, &id);
                services.push(service.clone());
                Answer::success(Some(service))
            }),
            Call::Update(id) => judged(request, &mut record).map(|service| match find(services, id) {
                Some(place) => {
                    let service = stored(&service, &id.to_string());
                    services[place] = service.clone();
                    Answer::success(Some(service))
                }
                None => Answer::unexpected(),
            }),
            Call::Get(id) => Ok(find(services, id)
                .map_or_else(Answer::unexpected, |place| Answer::success(Some(services[place].clone())))),
            Call::Delete(id) => Ok(find(services, id).map_or_else(Answer::unexpected, |place| {
                services.remove(place);
                Answer::success(None::<ServiceResponse>)
            })),
            Call::List(query) => Ok(Answer::success(Some(page(services, &query)))),
        };
        (answer.unwrap_or_else(|refused| refused), record)
    }
}

/// All services are on the first page, as the API has it by default. It sends no `result_info`.
fn page(services: &[ServiceResponse], query: &ListQuery) -> Vec<ServiceResponse> {
    let is_first = query.page().is_none_or(|page| page.get() == 1);
    if is_first { services.to_vec() } else { Vec::new() }
}

fn find(services: &[ServiceResponse], id: ServiceId) -> Option<usize> {
    services.iter().position(|service| service.service_id() == Some(id.to_string().as_str()))
}

/// The service in a body, or a failure with all that is wrong. Every way to judge it has to give the same verdict.
fn judged(request: &Request, record: &mut Value) -> Result<ServiceRequest, Answer> {
    let report = check(&Source::json("body.json", request.body.as_slice()), Operation::Request);
    let findings = report.findings().iter().map(|finding| &finding.diagnostic);
    let (errors, warnings): (Vec<_>, Vec<_>) = findings.partition(|found| found.severity == Severity::Error);
    let rules = |found: Vec<&vpcheck::Diagnostic>| found.iter().map(|found| found.rule).collect::<Vec<_>>();
    record["body"] = String::from_utf8_lossy(&request.body).into();
    record["errors"] = rules(errors).into();
    record["warnings"] = rules(warnings).into();
    let service = ServiceRequest::from_json(&request.body);
    let ways = [service.is_ok(), serde_json::from_slice::<ServiceRequest>(&request.body).is_ok()];
    if ways != [!report.has_errors(); 2] {
        record["unexpected"] = "the ways to judge it differ".into();
    }
    service.map_err(|report| Answer::failure("400 Bad Request", messages(&report)))
}

fn messages(report: &vpcheck::Report) -> Vec<Message> {
    let errors = report.to_api_errors().into_iter();
    errors
        .map(|error| {
            let source = MessageSource::new().with_pointer(error.source.pointer);
            Message::new(i64::from(error.code), error.message).with_source(source)
        })
        .collect()
}
