//! What no output has in it, whatever the format.

use vpcheck_report::{Color, Format, Renderer, escape};

use crate::hostile::cases;

#[test]
fn nothing_that_is_obeyed_or_hidden_gets_through() {
    for (text, case) in cases() {
        for format in Format::ALL {
            let output = case.render(format);
            // It escapes what is obeyed or hidden, and the line feeds between lines are ours.
            let hidden = output.split('\n').find(|line| escape(line) != *line);
            assert_eq!(hidden, None, "{format} of {text:?}");
            let commands = output.lines().filter(|line| line.trim_start().starts_with("::")).count();
            let expected = if format == Format::Github { case.report.findings().len() } else { 0 };
            assert_eq!(commands, expected, "{format} of {text:?}: {output}");
        }
    }
}

#[test]
fn colours_are_the_only_sequences() {
    for (text, case) in cases() {
        for format in [Format::Full, Format::Concise] {
            let output = Renderer::new(format).with_color(Color::Always).render(&[(&case.report, &case.source)]);
            let sequences = output.split('\u{1b}').skip(1);
            for sequence in sequences {
                let is_color = sequence
                    .strip_prefix('[')
                    .and_then(|rest| rest.split_once('m'))
                    .is_some_and(|(codes, _)| codes.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'));
                assert!(is_color, "{format} of {text:?}: {sequence:?}");
            }
        }
    }
}

#[test]
fn every_finding_is_one_line_of_concise() {
    for (text, case) in cases() {
        assert_eq!(case.render(Format::Concise).lines().count(), case.report.findings().len() + 1, "{text:?}");
    }
}
