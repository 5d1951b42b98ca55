//! What an author implements: views, events, parameters, the context. Knows no session.
