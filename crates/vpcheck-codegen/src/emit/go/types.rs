//! Types and their methods.

use std::fmt::Write as _;

use serde_json::Value;

use super::{
    plan::{Absence, Alternative, Field, Held, Item, Known, Struct, What, described},
    text::{comment, paragraphs, quoted, sentence},
};
use crate::{
    export::words::with_article,
    model::{Documentation, Model},
};

/// Writes a type with its methods.
pub(super) fn write(model: &Model, item: &Item<'_>) -> String {
    let mut text = declaration(model, item);
    match &item.what {
        What::Alias(_) => {}
        What::Scalar(..) => methods(&mut text, &item.name, Writing::AsIs),
        What::Struct(_) | What::Union(_) | What::Collection(_) => methods(&mut text, &item.name, Writing::Own),
    }
    text
}

/// Whether a type writes itself, or `encoding/json` does it right.
#[derive(Clone, Copy, PartialEq)]
enum Writing {
    Own,
    AsIs,
}

fn declaration(model: &Model, item: &Item<'_>) -> String {
    let Item { name, what, .. } = item;
    let mut said = introduction(item);
    match what {
        What::Alias(type_) => format!("{}type {name} = {}\n", comment(&said, ""), type_.go()),
        What::Collection(type_) => format!("{}type {name} {}\n", comment(&said, ""), type_.go()),
        What::Scalar(type_, known) => {
            let mut text = format!("{}type {name} {}\n", comment(&said, ""), type_.go());
            constants(&mut text, name, known);
            text
        }
        What::Union(alternatives) => {
            said.push("One field is set, and the others are nil.".to_owned());
            let mut text = format!("{}type {name} struct {{\n", comment(&said, ""));
            for (index, alternative) in alternatives.iter().enumerate() {
                let Alternative { field, type_, documentation, kinds } = alternative;
                let said = match kinds {
                    Some(_) => Vec::new(),
                    None => first(documentation),
                };
                between(&mut text, index);
                text.push_str(&comment(&said, "\t"));
                let _ = writeln!(text, "\t{field} {}", type_.go());
            }
            text.push_str("}\n");
            text
        }
        What::Struct(structure) => {
            said.extend(structure.members.iter().filter_map(|member| match &member.held {
                Held::Always(value) => {
                    Some(format!("Its member {} is always {}.", quoted(member.name), literal_json(value)))
                }
                Held::Field(_) => None,
            }));
            let mut text = format!("{}type {name} struct {{\n", comment(&said, ""));
            fields(model, &mut text, structure);
            text.push_str("}\n");
            text
        }
    }
}

/// The first sentence, which begins with the name, and what the schema says.
fn introduction(item: &Item<'_>) -> Vec<String> {
    let Item { name, shape, .. } = item;
    let documentation = &shape.documentation;
    let mut said = paragraphs(documentation);
    let first = match (&documentation.title, &documentation.description) {
        (Some(title), _) => {
            let noun = with_article(title);
            let is = if noun.starts_with("a ") || noun.starts_with("an ") { "is" } else { "are" };
            format!("{name} {is} {noun}")
        }
        (None, Some(_)) if !said.is_empty() => format!("{name}: {}", said.remove(0)),
        _ => format!("{name} is what the schema has at `{}`", shape.place.pointer),
    };
    said.insert(0, sentence(&first));
    said
}

fn fields(model: &Model, text: &mut String, structure: &Struct<'_>) {
    let mut index = 0;
    for member in &structure.members {
        let Held::Field(field) = &member.held else { continue };
        between(text, index);
        index += 1;
        let said = first(described(model, member.shape));
        text.push_str(&comment(&said, "\t"));
        let _ = writeln!(text, "\t{} {}{}", field.name, field.type_.go(), tag(member.name, field));
    }
    if let Some((name, type_)) = &structure.others {
        between(text, index);
        index += 1;
        text.push_str("\t// Members that have no field.\n");
        let _ = writeln!(text, "\t{name} map[string]{} `json:\"-\"`", type_.go());
    }
    if let Some(name) = &structure.no_object {
        between(text, index);
        text.push_str(
            "\t// A value that is no object, of which the schema says nothing. The other fields are not set then.\n",
        );
        let _ = writeln!(text, "\t{name} json.RawMessage `json:\"-\"`");
    }
}

/// Fields stand apart, so that nothing has to be put into columns.
fn between(text: &mut String, index: usize) {
    if index > 0 {
        text.push('\n');
    }
}

/// What is said of a field.
fn first(documentation: &Documentation) -> Vec<String> {
    let said = paragraphs(documentation);
    match (&documentation.title, said.is_empty()) {
        (Some(title), true) => vec![sentence(&capitalized(title))],
        _ => said,
    }
}

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(characters).collect()
}

/// The tag of a field, where the name can stand in one.
fn tag(name: &str, field: &Field) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "_.$@/-".contains(character);
    let omitempty = if field.absence == Absence::Never || field.null { "" } else { ",omitempty" };
    if name.is_empty() || name == "-" || !name.chars().all(is_plain) {
        return String::new();
    }
    format!(" `json:\"{name}{omitempty}\"`")
}

fn constants(text: &mut String, name: &str, known: &[Known]) {
    if known.is_empty() {
        return;
    }
    let _ = write!(text, "\n// Values of {name} that are known.\nconst (\n");
    for (index, Known { name: constant, value, meaning }) in known.iter().enumerate() {
        between(text, index);
        let said: Vec<String> = meaning.iter().map(|meaning| sentence(meaning)).collect();
        text.push_str(&comment(&said, "\t"));
        let _ = writeln!(text, "\t{constant} {name} = {}", quoted(value.as_str().unwrap_or_default()));
    }
    text.push_str(")\n");
}

fn methods(text: &mut String, name: &str, writing: Writing) {
    let _ = write!(
        text,
        "
// Validate says what is wrong: nil, or a [ValidationError] for each mistake, joined.
func (v {name}) Validate() error {{
	return validate(write{name}(v), schema{name})
}}

// UnmarshalJSON reads the value, and fails as Validate does.
func (v *{name}) UnmarshalJSON(data []byte) error {{
	n, err := decode(data, schema{name})
	if err == nil {{
		*v = read{name}(n)
	}}
	return err
}}
"
    );
    if writing == Writing::Own {
        let _ = write!(
            text,
            "
// MarshalJSON writes the value, whether it is valid or not.
func (v {name}) MarshalJSON() ([]byte, error) {{
	return encode(write{name}(v))
}}
"
        );
    }
}

fn literal_json(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        other => other.to_string(),
    }
}
