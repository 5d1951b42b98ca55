//! Which session a page may have: the judgement of its token, its cookie and its secret. Mounts none.

use std::borrow::Cow;
use std::mem::take;
use std::sync::Arc;

use super::{OpenPage, Views};
use crate::http::clock;
use crate::http::cookie::CookieHash;
use crate::http::remount::Attempt;
use crate::http::token::PageToken;
use crate::session::input::{Build, Claim, Forms, Input};
use crate::session::{Address, Secret, close};
use crate::wire::decode::{Join, RecoveredForm};
use crate::wire::frame;

/// What a client is told whose browser keeps no cookies.
const NO_COOKIES: &str =
    "This page needs cookies to stay connected. Please allow them and load it again.";

impl Views {
    pub(super) fn join(&mut self, view: usize, join: Join<'_>) {
        self.joins += 1;
        if self.joins > self.shared.limits.joins_per_socket {
            tracing::warn!("a socket joins again and again: it is closed");
            return self.close(close::FLOOD);
        }
        if view >= self.shared.limits.views_per_socket {
            return self.mistake("a page has not so many views", "", 0);
        }
        let Some(cookie) = self.asker.visitor.cookie else {
            tracing::warn!("a join without a cookie: the browser keeps none");
            self.say(view, frame::error("cookie", Some(NO_COOKIES), 0));
            return self.close(close::REFUSED);
        };
        let token = match PageToken::open(&join.token, &self.shared.keys, clock::now()) {
            Ok(token) => token,
            Err(error) => {
                tracing::warn!(%error, "a join was refused");
                return self.load_again(view);
            }
        };
        if token.cookie != cookie {
            // Two tabs at the first visit: the later cookie has won. Or a token that was stolen.
            tracing::warn!("a join with the token of another browser was refused");
            return self.load_again(view);
        }
        let secret = join.secret.map(Cow::into_owned);
        let forms = join.forms.into_iter().map(RecoveredForm::into_owned);
        let page = Box::new(OpenPage {
            token,
            digest: join.digest.into_owned(),
            last_sequence: join.last_sequence,
            last_reference: join.last_reference,
            forms: Forms::Here(forms.collect()),
            // A page that joins again is no other page.
            crashes: self
                .seat(view)
                .map_or_else(Vec::new, |seat| take(&mut seat.page.crashes)),
        });
        let found = match secret {
            Some(secret) => self.returning(&secret, &page, cookie),
            None => self.adopted(&page, cookie),
        };
        self.replace_seat(view, found.as_ref().map(|(address, _)| address));
        let page = match found {
            Some((address, claim)) => match self.sit(view, address, page, claim) {
                Ok(()) => return,
                Err(page) => page,
            },
            None => page,
        };
        self.mount(view, page, Attempt::First);
    }

    /// The session that this page was rendered by.
    fn adopted(&self, page: &OpenPage, cookie: CookieHash) -> Option<(Arc<Address>, Claim)> {
        let address = self.shared.registry.adopt(page.token.adoption)?;
        let forms = page.forms.clone();
        let build = Build::Same;
        (address.owner == *cookie.as_bytes()).then_some((address, Claim::Page { build, forms }))
    }

    /// The session that a client had before. That it is gone is ordinary; that it is another's is not.
    fn returning(
        &self,
        secret: &str,
        page: &OpenPage,
        cookie: CookieHash,
    ) -> Option<(Arc<Address>, Claim)> {
        let Some(secret) = Secret::parse(secret) else {
            tracing::warn!(target: "liveview::security", "a resume secret was none");
            return None;
        };
        let address = self.shared.registry.find(secret.session())?;
        if address.owner != *cookie.as_bytes() || address.view != page.token.view {
            tracing::warn!(
                target: "liveview::security", session = ?address.id,
                "a resume secret came from another browser or view"
            );
            return None;
        }
        let forms = page.forms.clone();
        Some((address, Claim::Return { secret, forms }))
    }

    /// Leaves the seat for this session. One that is left for another has nobody to come back to it.
    fn replace_seat(&mut self, view: usize, next: Option<&Arc<Address>>) {
        let former = self.seat(view).map(|seat| Arc::clone(&seat.address));
        self.leave_seat(view);
        if let Some(former) = former.filter(|former| next.is_none_or(|next| next.id != former.id)) {
            // Parked by now, or ended, or with another socket, where this changes nothing.
            let _ = former.deliver(Input::Expired);
        }
    }
}
