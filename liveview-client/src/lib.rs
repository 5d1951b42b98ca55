//! The browser client as bytes. Serves nothing and builds nothing.
