//! How types are read from nodes of the engine, and written to them.

use std::fmt::Write as _;

use serde_json::Value;

use super::{
    plan::{Absence, Alternative, Field, Held, Item, Member, Struct, Type, What},
    table,
    text::quoted,
};
use crate::model::Kinds;

/// Writes the two functions of a type.
pub(super) fn write(item: &Item<'_>) -> String {
    let mut text = String::new();
    match &item.what {
        What::Alias(_) => {}
        What::Struct(structure) => {
            read_struct(&mut text, &item.name, structure);
            write_struct(&mut text, &item.name, structure);
        }
        What::Union(alternatives) => {
            read_union(&mut text, &item.name, alternatives);
            write_union(&mut text, item, alternatives);
        }
        What::Scalar(type_, _) | What::Collection(type_) => both(&mut text, &item.name, type_),
    }
    text
}

fn read_struct(text: &mut String, name: &str, structure: &Struct<'_>) {
    let _ = write!(text, "\nfunc read{name}(n *node) {name} {{\n\tvar v {name}\n");
    if let Some(field) = &structure.no_object {
        let _ = write!(text, "\tif n.kind != kindObject {{\n\t\tv.{field} = asRaw(n)\n\t\treturn v\n\t}}\n");
    }
    for member in &structure.members {
        let Held::Field(field) = &member.held else { continue };
        let (wire, read) = (quoted(member.name), reader(&field.type_));
        let field_name = &field.name;
        let _ = match field.absence {
            Absence::Zero => {
                write!(text, "\tif m := n.member({wire}); m != nil {{\n\t\tv.{field_name} = {read}(m)\n\t}}\n")
            }
            _ => writeln!(text, "\tv.{field_name} = {read}(n.member({wire}))"),
        };
    }
    if let Some((field, type_)) = &structure.others {
        let _ = writeln!(text, "\tv.{field} = asOthers(n, schema{name}, {})", reader(type_));
    }
    text.push_str("\treturn v\n}\n");
}

fn write_struct(text: &mut String, name: &str, structure: &Struct<'_>) {
    let is_held = |member: &Member<'_>| matches!(member.held, Held::Field(_));
    let has_fields =
        structure.members.iter().any(is_held) || structure.others.is_some() || structure.no_object.is_some();
    let parameter = if has_fields { "v" } else { "_" };
    let _ = write!(text, "\nfunc write{name}({parameter} {name}) *node {{\n");
    if let Some(field) = &structure.no_object {
        let _ = write!(text, "\tif v.{field} != nil {{\n\t\treturn ofRaw(v.{field})\n\t}}\n");
    }
    text.push_str("\tn := object()\n");
    for member in &structure.members {
        let wire = quoted(member.name);
        match &member.held {
            Held::Always(value) => {
                let _ = writeln!(text, "\tn.add({wire}, {})", constant(value));
            }
            Held::Field(field) => write_field(text, &wire, field),
        }
    }
    if let Some((field, type_)) = &structure.others {
        let _ = writeln!(text, "\taddOthers(n, v.{field}, {})", writer(type_));
    }
    text.push_str("\treturn n\n}\n");
}

fn write_field(text: &mut String, wire: &str, field: &Field) {
    let name = &field.name;
    let (write, value) = match &field.type_ {
        Type::Pointer(to) => (writer(to), format!("*v.{name}")),
        other => (writer(other), format!("v.{name}")),
    };
    let is_there = match field.absence {
        Absence::Never => {
            let _ = writeln!(text, "\tn.add({wire}, {write}({value}))");
            return;
        }
        Absence::Nil => format!("v.{name} != nil"),
        Absence::Zero if field.type_.zero() == "false" => format!("v.{name}"),
        Absence::Zero => format!("v.{name} != {}", field.type_.zero()),
    };
    let _ = write!(text, "\tif {is_there} {{\n\t\tn.add({wire}, {write}({value}))\n\t}}");
    if field.null {
        let _ = write!(text, " else {{\n\t\tn.add({wire}, null())\n\t}}");
    }
    text.push('\n');
}

fn read_union(text: &mut String, name: &str, alternatives: &[Alternative]) {
    let is_by_kind = alternatives.iter().any(|alternative| alternative.kinds.is_some());
    let _ = write!(text, "\nfunc read{name}(n *node) {name} {{\n\tvar v {name}\n");
    let on =
        if is_by_kind { "switch {".to_owned() } else { format!("switch i, _ := schemas[schema{name}].find(n); i {{") };
    let _ = writeln!(text, "\t{on}");
    for (index, Alternative { field, type_, kinds, .. }) in alternatives.iter().enumerate() {
        let case = match kinds {
            Some(kinds) => format!("n.kind&{} != 0", table::kinds(*kinds)),
            None => index.to_string(),
        };
        let _ = write!(text, "\tcase {case}:\n\t\tv.{field} = {}(n)\n", reader(type_));
    }
    text.push_str("\t}\n\treturn v\n}\n");
}

fn write_union(text: &mut String, item: &Item<'_>, alternatives: &[Alternative]) {
    let name = &item.name;
    let _ = write!(text, "\nfunc write{name}(v {name}) *node {{\n\tvar set []*node\n");
    for Alternative { field, type_, .. } in alternatives {
        let (write, value) = match type_ {
            Type::Pointer(to) => (writer(to), format!("*v.{field}")),
            other => (writer(other), format!("v.{field}")),
        };
        let _ = write!(text, "\tif v.{field} != nil {{\n\t\tset = append(set, {write}({value}))\n\t}}\n");
    }
    if item.shape.nullable || item.shape.kinds.contains(Kinds::NULL) {
        text.push_str("\tif set == nil {\n\t\treturn null()\n\t}\n");
    }
    let fields: Vec<&str> = alternatives.iter().map(|alternative| alternative.field.as_str()).collect();
    let _ = write!(text, "\treturn oneOf({}, set)\n}}\n", quoted(&fields.join(", ")));
}

fn both(text: &mut String, name: &str, type_: &Type) {
    let (read, write) = (reader(type_), writer(type_));
    let go = type_.go();
    let _ = write!(text, "\nfunc read{name}(n *node) {name} {{\n\treturn {name}({read}(n))\n}}\n");
    let value =
        if matches!(type_, Type::List(_) | Type::Map(_) | Type::Raw) { "v".to_owned() } else { format!("{go}(v)") };
    let _ = write!(text, "\nfunc write{name}(v {name}) *node {{\n\treturn {write}({value})\n}}\n");
}

/// A function that reads a type.
fn reader(type_: &Type) -> String {
    match type_ {
        Type::String => "asString".to_owned(),
        Type::Int => "asInt".to_owned(),
        Type::Float => "asFloat".to_owned(),
        Type::Bool => "asBool".to_owned(),
        Type::Raw => "asRaw".to_owned(),
        Type::List(item) => format!("asList({})", reader(item)),
        Type::Map(value) => format!("asMap({})", reader(value)),
        Type::Pointer(to) => format!("nilOr({})", reader(to)),
        Type::Named(name, _) => format!("read{name}"),
    }
}

/// A function that writes a type.
fn writer(type_: &Type) -> String {
    match type_ {
        Type::String => "ofString".to_owned(),
        Type::Int => "ofInt".to_owned(),
        Type::Float => "ofFloat".to_owned(),
        Type::Bool => "ofBool".to_owned(),
        Type::Raw => "ofRaw".to_owned(),
        Type::List(item) => format!("ofList({})", writer(item)),
        Type::Map(value) => format!("ofMap({})", writer(value)),
        Type::Pointer(to) => format!("orNull({})", writer(to)),
        Type::Named(name, _) => format!("write{name}"),
    }
}

/// A value that never changes, as a node.
fn constant(value: &Value) -> String {
    match value {
        Value::Null => "null()".to_owned(),
        Value::Bool(value) => format!("ofBool({value})"),
        Value::String(text) => format!("ofString({})", quoted(text)),
        other => format!("numberOf({})", quoted(&other.to_string())),
    }
}
