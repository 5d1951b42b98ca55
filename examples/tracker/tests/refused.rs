//! What must not compile: each file in `refused` has one mistake, and the message that its author is to read beside it.
//! `TRYBUILD=overwrite cargo test` writes the messages anew; read them before keeping them.

#[test]
fn mistakes_are_told_at_the_call() {
    trybuild::TestCases::new().compile_fail("tests/refused/*.rs");
}
