//! From tokens to code: parse, check, lower, codegen. Names no `proc_macro`, so that tests and fuzzers can call it.
