//! One view, one task, one mailbox. The core knows no socket and no clock.
