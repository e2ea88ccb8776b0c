//! When two shapes say the same.

use std::fmt::Write;

use crate::model::{Additional, Shape};

/// What a shape takes, as a text: two shapes with the same text take the same and become the same type. Where they stand and what
/// they say for people is left out.
pub(super) fn canonical(shape: &Shape) -> String {
    let mut text = String::new();
    write_shape(&mut text, shape);
    text
}

/// The depth of a shape is that of its text, which is bounded.
fn write_shape(text: &mut String, shape: &Shape) {
    let Shape { reference, nullable, kinds, values, excluded, number, string, array, object, union, .. } = shape;
    let read_write = (shape.documentation.read_only, shape.documentation.write_only);
    let known = (&shape.annotations.scalar, &shape.annotations.open);
    push(text, format_args!("{reference:?} {nullable} {} {values:?} {excluded:?} {number:?} {string:?}", kinds.bits()));
    push(text, format_args!("{read_write:?} {known:?} {:?} {:?}", array.min_items, array.max_items));
    if let Some(items) = &array.items {
        text.push('[');
        write_shape(text, items);
        text.push(']');
    }
    for member in &object.members {
        push(text, format_args!("{:?} {} {{", member.name, member.required));
        write_shape(text, &member.shape);
        text.push('}');
    }
    push(text, format_args!("{} {:?} {:?}", array.unique, object.min_members, object.max_members));
    for other in &object.patterns {
        push(text, format_args!("{:?} {{", other.pattern));
        write_shape(text, &other.shape);
        text.push('}');
    }
    if let Some(names) = &object.names {
        text.push('~');
        write_shape(text, names);
    }
    match &object.additional {
        Additional::Open => text.push('…'),
        Additional::Closed => text.push('.'),
        Additional::Shape(shape) => write_shape(text, shape),
    }
    if let Some(union) = union {
        push(text, format_args!("{:?}", union.dispatch));
        for arm in &union.arms {
            push(text, format_args!("| {:?} ", arm.name));
            write_shape(text, &arm.shape);
        }
    }
}

fn push(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = text.write_fmt(arguments);
}
