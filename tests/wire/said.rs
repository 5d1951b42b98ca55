//! What a client says of events: each frame of `tests/wire/said/events.json`, read as a handler's parameters are. Runs none.
//!
//! The file is the client's too: what its listeners send for such an event is a frame of this shape.

use liveview::wire::Bounds;
use liveview::wire::decode::{ClientFrame, EventFrame, Message, decode};
use serde_json::Value;

#[test]
fn what_a_client_says_of_an_event_is_read_by_name() {
    let all: Value = serde_json::from_str(include_str!("said/events.json")).expect("it is JSON");
    let all = all.as_array().expect("it is a list of frames");
    assert!(!all.is_empty());
    for said in all {
        let what = said["what"].as_str().expect("each says what it shows");
        let up = said["up"].as_str().expect("each has a frame");
        let decoded = decode(up, Bounds::default());
        let Ok(Message {
            frame: ClientFrame::Event(event),
            ..
        }) = decoded
        else {
            panic!("{what}: {decoded:?}");
        };
        let event = EventFrame::keep(up, &event);
        let payload = event.payload(Bounds::default()).expect(what);
        let reads = said["reads"].as_object().expect("each is read by name");
        assert!(!reads.is_empty(), "{what}");
        for (name, text) in reads {
            assert_eq!(payload.text(name), text.as_str(), "{what}: {name}");
        }
    }
}
