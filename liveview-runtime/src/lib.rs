//! What runs a live view: rendered tree, diff, wire, view, session, http. Rooms look inward only.
