//! Commands that cannot be done, and what they say.

use std::process::Command;

use crate::{
    harness::Folder,
    operate::{club, refused},
};

#[tokio::test]
async fn what_cannot_be_done_is_said_with_its_name() {
    let server = club("").await;
    for (words, expected) in [
        (&["stock", "add", "mug", "-2"][..], "1 of `mug` are left; 2"),
        (&["stock", "add", "cup", "2"], "has no reward `cup`"),
        (&["stock", "add", "tour", "2"], "`tour` never runs out"),
        (
            &["stock", "add", "mug", "red", "2"],
            "`mug` has no variants; `red` is none",
        ),
        (
            &["stock", "add", "mug", "many"],
            "`many`: expected how many",
        ),
        (&["order", "step", "rd_x", "shipped"], "no order `rd_x`"),
        (
            &["order", "step", "rd_x", "gone"],
            "`gone`: expected a state of an order: requested",
        ),
        (
            &["order", "step", "rd_x", "shipped", "--tracking", "1"],
            "`--tracking` needs `--carrier`",
        ),
        (
            &["order", "step", "rd_x"],
            "expected: palier-server order step ID STATE",
        ),
        (
            &["member", "enrol", "ann", "--name", "<b>"],
            "`--name <b>`: expected a name",
        ),
        (
            &["member", "enrol", "ann", "--birthday", "31-12"],
            "`--birthday 31-12`: expected MM-DD",
        ),
        (
            &["member", "enrol", "ann", "--note", "x"],
            "`--note` is not an option of `member enrol`",
        ),
        (&["member", "set", "ann"], "with at least one of --name"),
        (
            &["member", "set", "ann", "--birthday", "31-12"],
            "`--birthday 31-12`: expected MM-DD",
        ),
        (
            &["member", "delete", "ann"],
            "`member delete` is not a command",
        ),
        (
            &["order", "lst"],
            "`order lst` is not a command, perhaps `order list`",
        ),
        (&["serve"], "`serve` is not a command; see --help"),
        (
            &["member", "show", "ann", "--nmae", "x"],
            "`--nmae` is not an option",
        ),
    ] {
        let said = refused(&server, words);
        assert!(said.contains(expected), "{words:?}: {said}");
    }
}

#[test]
fn every_command_is_in_the_help() {
    let output = Command::new(env!("CARGO_BIN_EXE_palier-server"))
        .args(["member", "--help"])
        .output()
        .unwrap();
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    for command in [
        "--programme FILE",
        "member enrol ID",
        "member show ID",
        "member suspend ID",
        "member reinstate ID",
        "member set ID",
        "member export ID",
        "member close ID",
        "order list [STATE]",
        "order show ID",
        "order step ID STATE",
        "code check CODE",
        "code use CODE",
        "stock list",
        "stock add REWARD [VARIANT] N",
    ] {
        assert!(said.contains(command), "{command}");
    }
}

#[tokio::test]
async fn a_command_makes_no_database_and_does_not_work_on_a_real_one_by_the_demos_rules() {
    let server = club("").await;
    let run = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_palier-server"))
            .args(words)
            .output()
            .unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let real = server.folder.0.to_str().unwrap();
    let said = run(&["member", "enrol", "ann", "--data", real]);
    assert!(said.contains("is not a demo database"), "{said}");
    let empty = Folder::new();
    let said = run(&["stock", "list", "--data", empty.0.to_str().unwrap()]);
    assert!(said.contains("there is no database yet"), "{said}");
    assert_eq!(std::fs::read_dir(&empty.0).unwrap().count(), 0);
}
