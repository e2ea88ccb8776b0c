//! Numbers and bounds, compared by their value and not by how they are stored.

use std::cmp::Ordering;

use serde_json::Number;

use crate::model::{Bound, NumberRules};

/// Which of two numbers is greater, without loss.
pub(crate) fn compare(left: &Number, right: &Number) -> Ordering {
    match (integer(left), integer(right)) {
        (Some(left), Some(right)) => left.cmp(&right),
        (Some(left), None) => compare_mixed(left, float(right)),
        (None, Some(right)) => compare_mixed(right, float(left)).reverse(),
        (None, None) => float(left).total_cmp(&float(right)),
    }
}

impl NumberRules {
    /// Adds a lower bound; the tighter one stays.
    pub(crate) fn raise(&mut self, bound: Bound) {
        let is_tighter = self.minimum.as_ref().is_none_or(|old| match compare(&bound.value, &old.value) {
            Ordering::Greater => true,
            Ordering::Equal => bound.exclusive,
            Ordering::Less => false,
        });
        if is_tighter {
            self.minimum = Some(bound);
        }
    }

    /// Adds an upper bound; the tighter one stays.
    pub(crate) fn lower(&mut self, bound: Bound) {
        let is_tighter = self.maximum.as_ref().is_none_or(|old| match compare(&bound.value, &old.value) {
            Ordering::Less => true,
            Ordering::Equal => bound.exclusive,
            Ordering::Greater => false,
        });
        if is_tighter {
            self.maximum = Some(bound);
        }
    }

    /// Whether no number is between the bounds.
    pub(crate) fn is_empty(&self) -> bool {
        match (&self.minimum, &self.maximum) {
            (Some(minimum), Some(maximum)) => match compare(&minimum.value, &maximum.value) {
                Ordering::Less => false,
                Ordering::Equal => minimum.exclusive || maximum.exclusive,
                Ordering::Greater => true,
            },
            _ => false,
        }
    }

    /// Whether a number is between the bounds.
    pub(crate) fn takes(&self, number: &Number) -> bool {
        let above = self.minimum.as_ref().is_none_or(|bound| match compare(number, &bound.value) {
            Ordering::Less => false,
            Ordering::Equal => !bound.exclusive,
            Ordering::Greater => true,
        });
        let below = self.maximum.as_ref().is_none_or(|bound| match compare(number, &bound.value) {
            Ordering::Less => true,
            Ordering::Equal => !bound.exclusive,
            Ordering::Greater => false,
        });
        let is_multiple = |&step: &u64| match integer(number) {
            Some(integer) => integer % i128::from(step) == 0,
            None => float(number) % step_as_float(step) == 0.0,
        };
        above && below && self.multiples.iter().all(is_multiple)
    }
}

/// A step of `multipleOf`; the front end reads none that a double does not hold.
#[expect(clippy::cast_precision_loss, reason = "no step is greater than what a double holds")]
fn step_as_float(step: u64) -> f64 {
    step as f64
}

fn integer(number: &Number) -> Option<i128> {
    number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from))
}

fn float(number: &Number) -> f64 {
    number.as_f64().unwrap_or(f64::NAN)
}

/// Compares an integer that has at most 64 bits with a double.
fn compare_mixed(integer: i128, float: f64) -> Ordering {
    // The conversion saturates, and every integer of 64 bits is far from where it does.
    #[expect(clippy::cast_possible_truncation, reason = "the fraction is looked at below")]
    let floor = float.floor() as i128;
    match integer.cmp(&floor) {
        Ordering::Equal if float.fract() != 0.0 => Ordering::Less,
        ordering => ordering,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        serde_json::from_str(text).expect("the text is a number")
    }

    #[test]
    fn compares_by_value() {
        for (left, right, expected) in [
            ("1", "1.0", Ordering::Equal),
            ("1", "1.5", Ordering::Less),
            ("2", "1.5", Ordering::Greater),
            ("-1", "-1.5", Ordering::Greater),
            ("-2", "-1.5", Ordering::Less),
            ("9007199254740993", "9007199254740992.0", Ordering::Greater),
            ("18446744073709551615", "1e300", Ordering::Less),
            ("-9223372036854775808", "-1e300", Ordering::Greater),
            ("0.1", "0.2", Ordering::Less),
        ] {
            assert_eq!(compare(&number(left), &number(right)), expected, "{left} {right}");
            assert_eq!(compare(&number(right), &number(left)), expected.reverse(), "{right} {left}");
        }
    }

    #[test]
    fn the_tighter_bound_stays() {
        let mut rules = NumberRules::default();
        rules.raise(Bound { value: number("1"), exclusive: false });
        rules.raise(Bound { value: number("1.0"), exclusive: true });
        rules.raise(Bound { value: number("0"), exclusive: true });
        assert!(!rules.takes(&number("1")));
        assert!(rules.takes(&number("1.5")));
        rules.lower(Bound { value: number("2"), exclusive: false });
        assert!(rules.takes(&number("2")) && !rules.takes(&number("3")) && !rules.is_empty());
        rules.lower(Bound { value: number("1"), exclusive: false });
        assert!(rules.is_empty());
    }
}
