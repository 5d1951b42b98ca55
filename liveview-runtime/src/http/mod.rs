//! The only room that knows axum: pages, the socket, the client script. Decides nothing about views or sessions.
