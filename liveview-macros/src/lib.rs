//! The proc-macro shell: each macro in a few lines. The only file that names `proc_macro`; holds no logic.
