//! The document around a view, and the headers it is sent with. Renders no view.

use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderValue};

/// Nothing inline, nothing from elsewhere, no string that becomes markup or code but where one policy of scripts allows it.
macro_rules! policy {
    ($scripts:literal) => {
        HeaderValue::from_static(concat!(
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; \
             base-uri 'none'; form-action 'self'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types ",
            $scripts
        ))
    };
}

/// What stands around a view.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) title: String,
    pub(super) language: String,
    pub(super) stylesheets: Vec<String>,
    pub(super) scripts: Vec<String>,
    /// Whether the client may make nodes of HTML that is vouched for.
    pub(super) trusts_html: bool,
}

/// A rendered view and what its client needs to know.
pub(super) struct Rendered<'r> {
    pub(super) html: &'r str,
    pub(super) token: &'r str,
    pub(super) digest: &'r str,
    pub(super) definitions: &'r str,
}

/// The whole document.
pub(super) fn document(
    settings: &Settings,
    rendered: &Rendered<'_>,
    script: &str,
    integrity: &str,
) -> String {
    let Rendered {
        html,
        token,
        digest,
        definitions,
    } = rendered;
    let mut page = String::with_capacity(html.len() + definitions.len() + token.len() + 1024);
    let (language, title) = (Escaped(&settings.language), Escaped(&settings.title));
    // An empty icon: without one, browsers ask for `/favicon.ico` and complain.
    push(
        &mut page,
        format_args!(
            "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"icon\" href=\"data:,\">",
        ),
    );
    for stylesheet in &settings.stylesheets {
        push(
            &mut page,
            format_args!("<link rel=\"stylesheet\" href=\"{}\">", Escaped(stylesheet)),
        );
    }
    push(
        &mut page,
        format_args!("<script src=\"{script}\" integrity=\"{integrity}\" defer></script>",),
    );
    for script in &settings.scripts {
        push(
            &mut page,
            format_args!("<script src=\"{}\" defer></script>", Escaped(script)),
        );
    }
    push(
        &mut page,
        format_args!("</head><body><div dj-v=\"{token}\" dj-h=\"{digest}\">"),
    );
    page.push_str(html);
    page.push_str("</div><script type=\"application/json\" dj-t>");
    page.push_str(definitions);
    page.push_str("</script></body></html>");
    page
}

/// The headers of a view's page.
pub(super) fn headers_of(settings: &Settings) -> HeaderMap {
    let mut headers = headers();
    if settings.trusts_html {
        headers.insert(CONTENT_SECURITY_POLICY, policy!("dj"));
    }
    headers
}

/// The headers of every page.
pub(super) fn headers() -> HeaderMap {
    HeaderMap::from_iter([
        (
            CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        ),
        (CONTENT_SECURITY_POLICY, policy!("'none'")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
    ])
}

fn push(page: &mut String, text: std::fmt::Arguments<'_>) {
    std::fmt::Write::write_fmt(page, text).expect("a string takes everything");
}

struct Escaped<'t>(&'t str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => formatter.write_str("&amp;")?,
                '<' => formatter.write_str("&lt;")?,
                '>' => formatter.write_str("&gt;")?,
                '"' => formatter.write_str("&quot;")?,
                other => std::fmt::Write::write_char(formatter, other)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> Settings {
        Settings {
            title: "A < \"B\"".to_owned(),
            language: "en".to_owned(),
            stylesheets: vec!["/style.css".to_owned()],
            scripts: vec!["/app.js?a&b".to_owned()],
            trusts_html: false,
        }
    }

    #[test]
    fn the_document_is_the_agreed_one() {
        let rendered = Rendered {
            html: "<p>x</p>",
            token: "TOKEN",
            digest: "DIGEST",
            definitions: "[[0]]",
        };
        assert_eq!(
            document(&settings(), &rendered, "/_live/client-1.js", "sha256-x"),
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, \
             initial-scale=1\"><title>A &lt; &quot;B&quot;</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" \
             href=\"/style.css\"><script src=\"/_live/client-1.js\" integrity=\"sha256-x\" defer></script>\
             <script src=\"/app.js?a&amp;b\" defer></script></head><body>\
             <div dj-v=\"TOKEN\" dj-h=\"DIGEST\"><p>x</p></div><script type=\"application/json\" \
             dj-t>[[0]]</script></body></html>"
        );
    }

    #[test]
    fn the_headers_are_the_agreed_ones() {
        let headers = headers();
        assert_eq!(
            headers[CONTENT_SECURITY_POLICY],
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; \
             base-uri 'none'; form-action 'self'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
        );
        assert_eq!(headers[X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(headers[REFERRER_POLICY], "same-origin");
        assert_eq!(headers[CACHE_CONTROL], "private, no-cache");
        let trusting = Settings {
            trusts_html: true,
            ..settings()
        };
        let policy = headers_of(&trusting)[CONTENT_SECURITY_POLICY].clone();
        let policy = policy.to_str().expect("a policy is ASCII");
        assert!(
            policy.ends_with("require-trusted-types-for 'script'; trusted-types dj"),
            "{policy}"
        );
    }
}
