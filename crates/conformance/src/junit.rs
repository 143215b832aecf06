//! A run as JUnit XML, for continuous integration.

use std::{fmt::Write as _, io, path::Path};

use crate::report::{Line, Outcome, Report};

/// Writes `report` to `path`.
///
/// # Errors
/// When the file cannot be written.
pub fn write(report: &Report, path: &Path) -> io::Result<()> {
    std::fs::write(path, text(report))
}

fn text(report: &Report) -> String {
    let total = report.lines.len();
    let (failed, skipped) = (report.failed(), report.skipped());
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuite name=\"palier-conformance\" tests=\"{total}\" failures=\"{failed}\" skipped=\"{skipped}\">\n"
    );
    for line in &report.lines {
        xml.push_str(&case(line));
    }
    xml.push_str("</testsuite>\n");
    xml
}

fn case(line: &Line) -> String {
    let profile = line.scenario.profile;
    let name = escape(line.scenario.rule);
    let seconds = line.took.as_secs_f64();
    let mut xml =
        format!("  <testcase classname=\"{profile}\" name=\"{name}\" time=\"{seconds:.3}\"");
    // Writing to a string cannot fail.
    let _ = match &line.outcome {
        Outcome::Passed => writeln!(xml, "/>"),
        Outcome::Skipped(why) => {
            writeln!(xml, "><skipped message=\"{}\"/></testcase>", escape(why))
        }
        Outcome::Failed(how) => {
            let (how, section) = (escape(&how.to_string()), line.scenario.section);
            let place = format!("docs/contract.md#{section}");
            writeln!(
                xml,
                "><failure message=\"{how} (see {place})\"/></testcase>"
            )
        }
    };
    xml
}

/// Text for an attribute; characters that XML 1.0 does not allow become `?`.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(' '),
            c if c.is_control() => escaped.push('?'),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::text;
    use crate::{
        report::{Line, Outcome, Report},
        scenarios,
        stop::Stop,
    };

    #[test]
    fn failures_and_skips_are_counted_and_escaped() {
        let scenario = scenarios::all().next().unwrap();
        let line = |outcome| Line {
            scenario,
            outcome,
            asked: Vec::new(),
            took: Duration::from_millis(5),
        };
        let report = Report {
            lines: vec![
                line(Outcome::Passed),
                line(Outcome::Skipped("no \"token\"".into())),
                line(Outcome::Failed(Stop::Broken("a < b\u{1}".into()))),
            ],
        };
        let xml = text(&report);
        assert!(xml.contains("tests=\"3\" failures=\"1\" skipped=\"1\""));
        assert!(xml.contains("no &quot;token&quot;"));
        assert!(xml.contains("a &lt; b?"));
    }
}
