//! `#[live_view(template = "page.html")]`: finds the file, reads it, and makes of it what the view shows. Knows no HTML.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::LitStr;

use super::arguments::Arguments;
use crate::apart::apart;
use crate::diagnostics::Diagnostics;
use crate::html;
use crate::names::nearest;
use crate::runtime_path::private;
use crate::source::Source;

/// How large a template file may be, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// What stands for `render`.
pub(super) enum Template {
    /// A file.
    File(LitStr, Source),
    /// A file that could not be read, which has been said.
    Unread,
    /// A file that cannot be looked for, as in an editor whose compiler knows no files.
    Unknown(Span),
}

impl Template {
    /// Reads the file that was named, if one was; its path begins where the attribute's own file stands.
    pub(super) fn read(arguments: Arguments, diagnostics: &mut Diagnostics) -> Option<Template> {
        let path = match arguments {
            Arguments {
                is_broken: true, ..
            } => return Some(Template::Unread),
            Arguments { template, .. } => template?,
        };
        let Some(rust_file) = path.span().local_file() else {
            return Some(Template::Unknown(path.span()));
        };
        Some(match source(&path, &rust_file) {
            Ok(source) => Template::File(path, source),
            Err(Refused { message, help }) => {
                diagnostics.error(path.span(), message).help(help);
                Template::Unread
            }
        })
    }

    /// The value that `render` returns, and items that stand beside the view.
    pub(super) fn expand(self, header: TokenStream) -> (TokenStream, TokenStream) {
        let private = private();
        let nothing = quote!(#private::Nothing);
        match self {
            Template::File(path, source) => file(&path, source, header),
            Template::Unread => (nothing, TokenStream::new()),
            Template::Unknown(span) => {
                let message = "the compiler does not say in which file this stands, so no file can be looked for beside it\n\
                    help: write the attribute in the crate's own source, not in a macro of another crate";
                let mistake = quote_spanned! {span=>
                    #[allow(unexpected_cfgs)]
                    const _: () = {
                        #[cfg(not(rust_analyzer))]
                        ::core::compile_error!(#message);
                    };
                };
                (nothing, mistake)
            }
        }
    }
}

fn file(path: &LitStr, source: Source, header: TokenStream) -> (TokenStream, TokenStream) {
    let source = Rc::new(source);
    let (shown, mistakes) = apart(header, path.span(), |header| {
        html::expand_file(Rc::clone(&source), header)
    });
    let mistakes = mistakes.told_in(&source, path.span()).into_tokens();
    // Cargo compiles again when a file changes that was included.
    let beside = quote! {
        #mistakes
        const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
    };
    (shown, beside)
}

/// Why a file cannot be a template, and the way out.
struct Refused {
    message: String,
    help: String,
}

fn refused(message: impl Into<String>, help: impl Into<String>) -> Refused {
    Refused {
        message: message.into(),
        help: help.into(),
    }
}

fn source(path: &LitStr, rust_file: &Path) -> Result<Source, Refused> {
    let name = path.value();
    let folder = rust_file.parent().unwrap_or(Path::new(""));
    let file = folder.join(&name);
    let shown = shown(path.span(), &name);
    let Ok(found) = file.canonicalize() else {
        return Err(missing(&shown, folder, &name));
    };
    inside_of_crate(&found, rust_file, &shown)?;
    let text = read(&found, &shown)?;
    Ok(Source::new(shown, text.replace("\r\n", "\n")))
}

/// The path as rustc would tell it.
fn shown(span: Span, name: &str) -> String {
    let rust_file = span.file();
    match Path::new(&rust_file).parent() {
        Some(folder) => folder.join(name).display().to_string(),
        None => name.to_owned(),
    }
}

fn missing(shown: &str, folder: &Path, name: &str) -> Refused {
    let path = Path::new(name);
    let folder = folder.join(path.parent().unwrap_or(Path::new("")));
    let files: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let wanted = path.file_name().unwrap_or_default().to_string_lossy();
    let help = match nearest(&wanted, files.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{}`?", path.with_file_name(near).display()),
        None => "write the path as it is seen from the folder of this Rust file".to_owned(),
    };
    refused(format!("there is no file `{shown}`"), help)
}

/// What lies outside of the package is not published with it.
fn inside_of_crate(found: &Path, rust_file: &Path, shown: &str) -> Result<(), Refused> {
    let root = rust_file.canonicalize().ok().and_then(|file| {
        let mut folders = file.ancestors().skip(1);
        folders
            .find(|folder| folder.join("Cargo.toml").exists())
            .map(PathBuf::from)
    });
    match root {
        Some(root) if !found.starts_with(&root) => Err(refused(
            format!("`{shown}` lies outside of the crate"),
            "move it below the folder of the crate's `Cargo.toml`",
        )),
        _ => Ok(()),
    }
}

fn read(found: &Path, shown: &str) -> Result<String, Refused> {
    let unreadable = |error: std::io::Error| {
        refused(
            format!("`{shown}` cannot be read: {error}"),
            "name a file of text that you may read",
        )
    };
    let about = fs::metadata(found).map_err(unreadable)?;
    if !about.is_file() {
        return Err(refused(
            format!("`{shown}` is no file"),
            "name a file of text",
        ));
    }
    if about.len() > LARGEST {
        return Err(refused(
            format!("`{shown}` is larger than a template may be, {LARGEST} bytes"),
            "move parts of it into functions of their own and show them with `@render(…)`",
        ));
    }
    let bytes = fs::read(found).map_err(unreadable)?;
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        refused(
            format!("`{shown}` is not UTF-8 from line {line} on"),
            "save it as UTF-8",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_be_as_large_as_the_limit_and_no_larger() {
        let file = std::env::temp_dir().join(format!("template-{}.html", std::process::id()));
        for (size, is_refused) in [(LARGEST, false), (LARGEST + 1, true)] {
            fs::File::create(&file)
                .and_then(|file| file.set_len(size))
                .expect("there is room for a file");
            let message = read(&file, "page.html")
                .err()
                .map(|refused| refused.message);
            let expected = "`page.html` is larger than a template may be, 1048576 bytes";
            assert_eq!(message.as_deref(), is_refused.then_some(expected));
        }
        fs::remove_file(file).expect("the file was made just now");
    }
}
