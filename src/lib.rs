//! The facade: what an author of live views imports. Holds no logic.
