//! What rustc says of templates and views that break a law: every message on its token, with a way out.
//! `TRYBUILD=overwrite cargo test --test ui` writes the messages anew; read them as prose before keeping them.

#[test]
fn every_mistake_has_its_message() {
    trybuild::TestCases::new().compile_fail("tests/ui/**/*.rs");
}
