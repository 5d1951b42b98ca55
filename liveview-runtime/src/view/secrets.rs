//! The parameters whose values are nobody's business: kept out of logs and of answers to a client. Sees names only.

use std::borrow::Cow;

/// What names of secrets are made of, in lower case and without `_`, `-` and `.`.
const WORDS: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "secret",
    "token",
    "apikey",
    "accesskey",
    "privatekey",
    "credential",
    "authorization",
    "cardnumber",
    "cvc",
    "cvv",
];

/// Words in the names of parameters whose values are never shown. `password` hides `password`, `oldPassword` and
/// `password_again`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secrets(Vec<Cow<'static, str>>);

impl Secrets {
    /// One more word.
    pub fn add(&mut self, word: &str) {
        let word = bare(word);
        // An empty one would be part of every name.
        if !word.is_empty() {
            self.0.push(word.into());
        }
    }

    /// Whether the values of this parameter are never shown.
    pub fn hide(&self, parameter: &str) -> bool {
        let parameter = bare(parameter);
        self.0.iter().any(|word| parameter.contains(&**word))
    }

    /// Whether they are not, whatever else is configured.
    pub(super) fn always_hide(parameter: &str) -> bool {
        let parameter = bare(parameter);
        WORDS.iter().any(|word| parameter.contains(word))
    }
}

/// Passwords, tokens, keys, credentials, and the numbers of cards.
impl Default for Secrets {
    fn default() -> Self {
        Secrets(WORDS.iter().copied().map(Cow::Borrowed).collect())
    }
}

fn bare(name: &str) -> String {
    let letters = name.chars().filter(|letter| !"_-.".contains(*letter));
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_holds_a_word_is_hidden_however_it_is_spelt() {
        let secrets = Secrets::default();
        for name in [
            "password",
            "Old-Password",
            "new_password_again",
            "login.passWord",
            "passwords.0",
            "api_key",
            "apiKey",
            "csrf-token",
            "clientSecret",
            "credentials.user",
            "card_number",
            "cvc",
        ] {
            assert!(secrets.hide(name) && Secrets::always_hide(name), "{name}");
        }
        for name in ["", "pass", "name", "key", "amount", "se-cre"] {
            assert!(!secrets.hide(name), "{name}");
        }
    }

    #[test]
    fn an_author_adds_words_and_takes_none_away() {
        let mut secrets = Secrets::default();
        assert!(!secrets.hide("iban"));
        secrets.add("IBAN");
        secrets.add("_");
        assert!(secrets.hide("payer_iban") && secrets.hide("password"));
        assert!(!secrets.hide("name"));
    }
}
