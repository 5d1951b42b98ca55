//! Every mistake of one expansion, each on its own token with a way out. Decides nothing about legality.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use crate::source::Source;

/// The mistakes found so far; turns into `compile_error!`s that stand beside the expansion.
#[derive(Debug, Default)]
pub struct Diagnostics {
    mistakes: Vec<Mistake>,
    law: &'static str,
}

/// One mistake: where, what, and how to mend it.
#[derive(Debug, Clone)]
pub struct Mistake {
    /// The first token that is wrong.
    pub span: Span,
    /// The last token that is wrong: a name such as `dj-click` is several.
    pub last: Span,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// Whether it stops the compiler.
    pub severity: Severity,
    /// The law that was broken; empty where none was named.
    pub law: &'static str,
}

/// Whether a mistake stops the compiler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// It does.
    Error,
    /// It does not: a lint of this name, which an author may turn off.
    Warning(&'static str),
}

/// From a first token to a last one; the same where one token is meant.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    /// The first token.
    pub first: Span,
    /// The last token.
    pub last: Span,
}

impl Area {
    /// From the first to the last of these tokens.
    pub fn of(tokens: &impl ToTokens) -> Area {
        let mut spans = tokens
            .to_token_stream()
            .into_iter()
            .map(|token| token.span());
        let first = spans.next().unwrap_or_else(Span::call_site);
        Area {
            first,
            last: spans.last().unwrap_or(first),
        }
    }
}

impl From<Span> for Area {
    fn from(span: Span) -> Self {
        Area {
            first: span,
            last: span,
        }
    }
}

impl Diagnostics {
    /// Records a mistake; the way out is added with [`Mistake::help`].
    pub fn error(&mut self, area: impl Into<Area>, message: impl Into<String>) -> &mut Mistake {
        self.push(area.into(), message.into(), Severity::Error)
    }

    /// Records what is legal and still no good: a lint, which [`Diagnostics::allow`] silences.
    pub fn warning(
        &mut self,
        area: impl Into<Area>,
        lint: &'static str,
        message: impl Into<String>,
    ) -> &mut Mistake {
        self.push(area.into(), message.into(), Severity::Warning(lint))
    }

    /// Names the law that is looked at from here on.
    pub fn under(&mut self, law: &'static str) {
        self.law = law;
    }

    /// Forgets the warnings of these lints.
    pub fn allow(&mut self, lints: &[&str]) {
        self.mistakes.retain(|mistake| match mistake.severity {
            Severity::Error => true,
            Severity::Warning(lint) => !lints.contains(&lint),
        });
    }

    fn push(&mut self, area: Area, message: String, severity: Severity) -> &mut Mistake {
        self.mistakes.push(Mistake {
            span: area.first,
            last: area.last,
            message,
            help: None,
            severity,
            law: self.law,
        });
        self.mistakes.last_mut().expect("one was pushed just now")
    }

    /// The mistakes, in the order they were found.
    pub fn mistakes(&self) -> &[Mistake] {
        &self.mistakes
    }

    /// The mistakes as they are told of a file, in which rustc has no places: the messages say them, `at` is where they
    /// all stand.
    pub fn told_in(mut self, source: &Source, at: Span) -> Self {
        self.sort();
        for mistake in &mut self.mistakes {
            mistake.message = source.told(mistake);
            (mistake.span, mistake.last) = (at, at);
        }
        self
    }

    fn sort(&mut self) {
        self.mistakes.sort_by_key(|mistake| {
            let start = mistake.span.start();
            (start.line, start.column)
        });
    }

    /// The mistakes as items, in the order of the source: `compile_error!`s, and uses of what is deprecated for warnings.
    pub fn into_tokens(mut self) -> TokenStream {
        self.sort();
        self.mistakes.iter().map(Mistake::to_tokens).collect()
    }
}

impl Mistake {
    /// Says how to mend it.
    pub fn help(&mut self, text: impl Into<String>) -> &mut Self {
        self.help = Some(text.into());
        self
    }

    fn to_tokens(&self) -> TokenStream {
        let text = match &self.help {
            Some(help) => format!("{}\nhelp: {help}", self.message),
            None => self.message.clone(),
        };
        match self.severity {
            Severity::Error => self.error(&text),
            Severity::Warning(lint) => self.warning(lint, &text),
        }
    }

    /// rustc underlines from a macro call's first token to its last, so these two carry the ends of the area.
    fn error(&self, text: &str) -> TokenStream {
        let path = quote_spanned!(self.span=> ::core::compile_error!);
        let argument = quote_spanned!(self.last=> { #text });
        quote!(#path #argument)
    }

    /// A macro can warn in one way only: to use what it has declared deprecated.
    fn warning(&self, lint: &str, text: &str) -> TokenStream {
        let declared = Ident::new(lint, Span::call_site());
        let used = Ident::new(lint, self.span);
        quote! {
            const _: () = {
                #[deprecated(note = #text)]
                #[allow(non_upper_case_globals)]
                const #declared: () = ();
                #used
            };
        }
    }
}
