//! What `styles` promises of its output.

use super::*;

fn leaderboard(css: &str) -> String {
    scoped(css, "leaderboard", None).unwrap_or_else(|f| panic!("line {}: {}", f.line, f.message))
}

fn refusal(css: &str) -> (usize, String) {
    let fault = scoped(css, "leaderboard", None).unwrap_err();
    (fault.line, fault.message)
}

#[test]
fn every_compound_carries_the_class() {
    let out = leaderboard(".a > .b,\n.c + .d .e:hover > .f { color: red }");
    const K: &str = ".palier-leaderboard";
    assert_eq!(
        out,
        format!(".a{K}>.b{K},.c{K}+.d{K} .e{K}:hover>.f{K}{{color:red}}")
    );
}

#[test]
fn drawings_of_the_kit_are_reached_from_around_them() {
    assert_eq!(
        leaderboard(
            ".a .icon, .b > .icon:hover, .c { .icon { top: 0 } } .d.icon { top: 0 }\
             .a .pl-bar, .pl-bar:empty .b, .c.pl-bar { top: 0 }",
        ),
        ".a.palier-leaderboard .icon,.b.palier-leaderboard>.icon:hover,\
         .c.palier-leaderboard{.icon{top:0}}.d.icon.palier-leaderboard{top:0}\
         .a.palier-leaderboard .pl-bar,.pl-bar:empty .b.palier-leaderboard,\
         .c.pl-bar.palier-leaderboard{top:0}"
    );
    for alone in [".icon", ".icon:hover", ".pl-bar", ".pl-bar:empty"] {
        let (_, why) = refusal(&format!("{alone} {{ top: 0 }}"));
        assert!(why.contains("name an element around it"), "{why}");
    }
}

#[test]
fn attributes_pseudos_and_the_star_carry_it_once() {
    let out = leaderboard(".a[data-x][data-y=\"1 2\"]::before, *, li:not(.x .y, .z) {top:0}");
    assert_eq!(
        out,
        ".a[data-x][data-y=\"1 2\"].palier-leaderboard::before,.palier-leaderboard,\
         li.palier-leaderboard:not(.x .y,.z){top:0}"
    );
}

#[test]
fn nested_rules_are_scoped_too() {
    let out =
        leaderboard(".a { color: red; &:hover { top: 0 } > .b { left: 0 } & .c { right: 0 } }");
    assert_eq!(
        out,
        ".a.palier-leaderboard{color:red;&:hover{top:0}>.b.palier-leaderboard{left:0}\
         & .c.palier-leaderboard{right:0}}"
    );
}

#[test]
fn no_rule_of_an_at_rule_is_lost() {
    let out = leaderboard(
        "@media (width > 1px) { @supports (gap: 1px) { .a {top:0} } .b {top:1px} } .c{top:2px}",
    );
    assert_eq!(
        out,
        "@media (width > 1px){@supports (gap:1px){.a.palier-leaderboard{top:0}}\
         .b.palier-leaderboard{top:1px}}.c.palier-leaderboard{top:2px}"
    );
}

#[test]
fn keyframes_keep_their_steps_and_need_the_sheets_name() {
    let css = "@keyframes leaderboard-rise { from { top: 0 } 50%, to { top: 1px } }";
    assert_eq!(
        leaderboard(css),
        "@keyframes leaderboard-rise{from{top:0}50%,to{top:1px}}"
    );
    assert!(
        refusal("\n@keyframes rise { to { top: 0 } }")
            .1
            .contains("leaderboard-")
    );
}

#[test]
fn what_cannot_work_is_refused_with_its_line() {
    for css in [
        "\n:root {--a:1}",
        "\n:host {top:0}",
        "\n:deep(.x) {top:0}",
        "\n.é {top:0}",
        "\n@import 'x';",
        "\n.a,,.b{top:0}",
    ] {
        let (line, message) = refusal(css);
        assert_eq!(line, 2, "{css}: {message}");
    }
}

#[test]
fn braces_and_comments_in_strings_survive() {
    let out = leaderboard(".a::before { content: \"{ /* } \"; } .b { top: 0 }");
    assert_eq!(
        out,
        ".a.palier-leaderboard::before{content:\"{ /* } \"}.b.palier-leaderboard{top:0}"
    );
}

#[test]
fn tokens_stay_unscoped() {
    let out = unscoped(
        ":host { --a: 1px; --empty: ; }\n/* note */ :root[data-x] { --b: \"c  d\" }",
        None,
    )
    .unwrap();
    assert_eq!(out, ":host{--a:1px;--empty: }:root[data-x]{--b:\"c  d\"}");
}

#[test]
fn lengths_are_multiples_of_a_unit_that_no_page_sets_by_chance() {
    let out = |css| unscoped(css, Some(0.9375)).unwrap();
    for (given, made) in [
        ("a { top: 2.5rem }", "a{top:calc(2.5*var(--_r))}"),
        (
            "a { top: 1rem; left: -.5rem }",
            "a{top:var(--_r);left:calc(-.5*var(--_r))}",
        ),
        (
            "a { top: calc((1.75rem - 1.25em) / 2) }",
            "a{top:calc((1.75*var(--_r) - 1.25em) / 2)}",
        ),
        (
            "a { top: clamp(1rem, 4cqi, var(--x, 2rem)) }",
            "a{top:clamp(var(--_r),4cqi,var(--x,calc(2*var(--_r))))}",
        ),
        ("a { content: \"2rem\" }", "a{content:\"2rem\"}"),
        (
            ".b2rem { --_r: var(--pl-unit, 1rem) }",
            ".b2rem{--_r:var(--pl-unit,1rem)}",
        ),
        (
            "@container (inline-size < 30rem) { a { top: 0 } }",
            "@container (inline-size < 32em){a{top:0}}",
        ),
        (
            "@media (width < 30rem) { a { top: 3rem } }",
            "@media (width < 30rem){a{top:calc(3*var(--_r))}}",
        ),
    ] {
        assert_eq!(out(given), made);
    }
}
