//! A client in Rust: reads a page, takes frames, and shows what the browser must show. Shares no code with the server's
//! encoder or with the browser's client, so that all three can be held against each other. Opens no socket.
//!
//! It verifies where a browser would forgive: a wrong count, an unknown alias, a tree that disagrees with its
//! addresses or a slot named twice is a [`Mismatch`].

mod build;
mod effects;
mod instance;
mod list;
mod outline;
mod patch;
mod resync;
mod template;
#[cfg(test)]
mod tests;
mod write;

use serde_json::{Value, json};

use super::dom::{Dom, NodeId, Selector};
use build::Workshop;
pub use effects::Told;
use instance::{Bound, Instance, Region};
use patch::Patcher;
use template::{Again, Kind, Templates, array, define};

/// A page in a browser, as far as frames can change it.
#[derive(Debug)]
pub struct Client {
    dom: Dom,
    document: NodeId,
    views: Vec<View>,
}

/// A part of an update that did not fit what stands here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The instance that needs its values anew: slots and rows from the view's root.
    pub path: Vec<usize>,
    /// What did not fit.
    pub reason: String,
}

/// What a frame said besides what it wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// How many more events are done.
    pub acked: u64,
    /// The instances that must be asked for.
    pub mismatches: Vec<Mismatch>,
    /// The code and the text of a refusal.
    pub refused: Option<(String, String)>,
    /// The kind and the address of a navigation.
    pub navigated: Option<(String, String)>,
    /// What the browser was told to do, in order.
    pub told: Vec<Told>,
}

/// One live view of the page.
#[derive(Debug)]
struct View {
    root: NodeId,
    templates: Templates,
    /// Known once the page's block or an answer has named its template.
    instance: Option<Instance>,
    seq: u64,
    reference: u64,
    secret: String,
    /// A resumed view is sent again what it missed; up to here `ref` has counted the events already.
    replay_until: u64,
    /// Whether templates may be told again: an answer for the root may stand for a frame that was lost.
    definitions: Again,
}

impl Client {
    /// Reads a page and binds what it shows.
    ///
    /// # Errors
    /// When the page holds no view, or its markup does not fit its templates.
    pub fn open(page: &str) -> Result<Self, String> {
        let (mut dom, document) = Dom::parse(page);
        let find = |selector: &str| {
            Selector::parse(selector).map(|selector| selector.find(&dom, document))
        };
        let roots = find("[dj-v]")?;
        let blocks = find("script[type='application/json'][dj-t]")?;
        if roots.is_empty() || roots.len() != blocks.len() {
            return Err(format!(
                "the page has {} views and {} template blocks",
                roots.len(),
                blocks.len()
            ));
        }
        let mut views = Vec::new();
        for (root, block) in roots.into_iter().zip(blocks) {
            let block = serde_json::from_str(&dom.text(block))
                .map_err(|error| format!("template block: {error}"))?;
            views.push(View::open(&mut dom, root, &block)?);
        }
        Ok(Self {
            dom,
            document,
            views,
        })
    }

    /// The document as it stands.
    #[must_use]
    pub fn dom(&self) -> &Dom {
        &self.dom
    }

    /// An attribute of an element.
    #[must_use]
    pub fn attribute(&self, element: NodeId, name: &str) -> Option<&str> {
        self.dom.attribute(element, name)
    }

    pub(crate) fn dom_mut(&mut self) -> &mut Dom {
        &mut self.dom
    }

    pub(crate) fn document(&self) -> NodeId {
        self.document
    }

    /// The element of a view, numbered in document order.
    ///
    /// # Panics
    /// When the page has no such view.
    #[must_use]
    pub fn root(&self, view: usize) -> NodeId {
        self.views[view].root
    }

    /// The first element that a selector finds, if any.
    ///
    /// # Errors
    /// When the selector cannot be read.
    pub fn find(&self, selector: &str) -> Result<Vec<NodeId>, String> {
        Ok(Selector::parse(selector)?.find(&self.dom, self.document))
    }

    /// The sealed page token and the digest that the page carries for a view.
    #[must_use]
    pub fn credentials(&self, view: usize) -> (String, String) {
        let attribute = |name| {
            self.dom
                .attribute(self.views[view].root, name)
                .unwrap_or_default()
                .to_owned()
        };
        (attribute("dj-v"), attribute("dj-h"))
    }

    /// The number of the last update, and the last event known to be done.
    #[must_use]
    pub fn progress(&self, view: usize) -> (u64, u64) {
        (self.views[view].seq, self.views[view].reference)
    }

    /// The secret with which the view can be resumed; empty before the join was answered.
    #[must_use]
    pub fn secret(&self, view: usize) -> &str {
        &self.views[view].secret
    }

    /// The paths of all instances that are bound, the root first.
    #[must_use]
    pub fn instances(&self, view: usize) -> Vec<Vec<usize>> {
        let mut paths = vec![Vec::new()];
        if let Some(root) = &self.views[view].instance {
            root.collect(&mut Vec::new(), &mut paths);
        }
        paths
    }

    /// The frame that asks for an instance anew.
    #[must_use]
    pub fn resync(&self, view: usize, path: &[usize]) -> String {
        json!(["r", self.views[view].seq, path]).to_string()
    }

    /// Takes one frame from the server.
    ///
    /// # Errors
    /// When it is no frame, or breaks the protocol in a way that no resync mends.
    pub fn receive(&mut self, frame: &str) -> Result<Received, String> {
        let frame: Value =
            serde_json::from_str(frame).map_err(|error| format!("{error} in {frame}"))?;
        let items = array(&frame, "a frame")?;
        match items {
            [sign, view, inner] if sign.as_str() == Some("v") => {
                let view = view.as_u64().and_then(|view| usize::try_from(view).ok());
                let view = view
                    .filter(|&view| view > 0)
                    .and_then(|view| self.views.get_mut(view));
                view.ok_or("a frame for a view that is not here")?
                    .receive(&mut self.dom, array(inner, "a frame")?)
            }
            _ => self.views[0].receive(&mut self.dom, items),
        }
    }

    /// Whether the server has a say in what a control holds: one of its slots is the control's value or box.
    #[must_use]
    pub fn is_controlled(&self, control: NodeId) -> bool {
        self.views
            .iter()
            .filter_map(|view| view.instance.as_ref())
            .any(|instance| instance.controls(control))
    }
}

impl View {
    fn open(dom: &mut Dom, root: NodeId, block: &Value) -> Result<Self, String> {
        let mut templates = Templates::new();
        define(&mut templates, block, Again::Refused)?;
        let known = templates.get(&0);
        let said = known.and_then(|known| known.outline.as_deref());
        let alone = [json!(0)];
        let said = said.unwrap_or(&alone);
        let instance = outline::bind_outline(dom, &templates, Region::Content(root), said)?;
        Ok(Self {
            root,
            templates,
            instance: Some(instance),
            seq: 0,
            reference: 0,
            secret: String::new(),
            replay_until: 0,
            definitions: Again::Refused,
        })
    }

    fn receive(&mut self, dom: &mut Dom, items: &[Value]) -> Result<Received, String> {
        match items.first() {
            Some(Value::Number(_)) => self.update(dom, items),
            Some(Value::String(sign)) => match sign.as_str() {
                "a" => self.acknowledge(items.get(1)),
                "e" => self.refusal(items),
                "j" => resync::joined(self, dom, items),
                "r" => resync::answered(self, dom, items),
                "n" => Ok(Received {
                    navigated: Some((text(items, 1), text(items, 2))),
                    ..Received::default()
                }),
                "h" => Ok(Received::default()),
                _ => Err(format!("not a frame of ours: {items:?}")),
            },
            _ => Err(format!("not a frame: {items:?}")),
        }
    }

    /// `[seq, patch, acked?, defs?, effects?]`
    fn update(&mut self, dom: &mut Dom, items: &[Value]) -> Result<Received, String> {
        let seq = items
            .first()
            .and_then(Value::as_u64)
            .ok_or_else(|| format!("not a number: {items:?}"))?;
        if seq != self.seq + 1 {
            let reason = format!("update {seq} came, but {} is next", self.seq + 1);
            return Ok(Received {
                mismatches: vec![Mismatch {
                    path: Vec::new(),
                    reason,
                }],
                ..Received::default()
            });
        }
        self.seq = seq;
        let acked = items.get(2).filter(|_| seq > self.replay_until);
        let mut received = self.acknowledge(acked)?;
        if let Some(defs) = items.get(3) {
            define(&mut self.templates, defs, self.definitions)?;
        }
        received.told = effects::told(items.get(4))?;
        let patch = match items.get(1).ok_or("an update without patch")? {
            nothing if *nothing == 0 => return Ok(received),
            patch => array(patch, "a patch")?,
        };
        let instance = self
            .instance
            .as_mut()
            .ok_or("an update before the view is bound")?;
        let workshop = Workshop {
            dom,
            templates: &self.templates,
        };
        let mut patcher = Patcher {
            workshop,
            path: Vec::new(),
            mismatches: Vec::new(),
        };
        patcher.instance(instance, patch);
        received.mismatches = patcher.mismatches;
        Ok(received)
    }

    fn acknowledge(&mut self, acked: Option<&Value>) -> Result<Received, String> {
        let acked = match acked {
            None => 0,
            Some(acked) => acked
                .as_u64()
                .ok_or_else(|| format!("not a count of events: {acked}"))?,
        };
        self.reference += acked;
        Ok(Received {
            acked,
            ..Received::default()
        })
    }

    /// `["e", code, text | 0, acked]`
    fn refusal(&mut self, items: &[Value]) -> Result<Received, String> {
        let received = self.acknowledge(items.get(3))?;
        Ok(Received {
            refused: Some((text(items, 1), text(items, 2))),
            ..received
        })
    }
}

impl Instance {
    fn controls(&self, control: NodeId) -> bool {
        self.slots.iter().any(|bound| match bound {
            Bound::Scalar(kind, node) => *kind == Kind::Property && *node == control,
            Bound::Classes(..) => false,
            Bound::OneOf(_, instance::Shown::Instance(instance)) => instance.controls(control),
            Bound::OneOf(..) => false,
            Bound::List(_, rows) => rows
                .iter()
                .filter_map(|row| row.instance.as_ref())
                .any(|row| row.controls(control)),
        })
    }
}

impl Instance {
    /// The paths of the instances within this one.
    fn collect(&self, path: &mut Vec<usize>, paths: &mut Vec<Vec<usize>>) {
        for (slot, bound) in self.slots.iter().enumerate() {
            path.push(slot);
            match bound {
                Bound::OneOf(_, instance::Shown::Instance(instance)) => {
                    paths.push(path.clone());
                    instance.collect(path, paths);
                }
                Bound::List(_, rows) => {
                    for (index, row) in rows.iter().enumerate() {
                        path.push(index);
                        if let Some(instance) = &row.instance {
                            paths.push(path.clone());
                            instance.collect(path, paths);
                        }
                        path.pop();
                    }
                }
                _ => {}
            }
            path.pop();
        }
    }
}

fn text(items: &[Value], index: usize) -> String {
    items
        .get(index)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}
