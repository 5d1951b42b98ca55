//! What must be said again: the update sink against the shadow. Writes no JSON.
