//! Calls that no part takes: a panel without its title, a row outside of a table, a slot misspelt. Compiles nowhere.

use liveview::prelude::*;
use tracker::parts::{Panel, Row, Stage, Table};

struct City(u32);

impl Row for City {
    fn key(&self) -> u32 {
        self.0
    }
}

fn page(rows: &[&City]) -> impl Render {
    html! {
        <Panel><p>"no title"</p></Panel>
        <Panel title="Cities"><tr><td>Oslo</td></tr></Panel>
        <Table rows={rows}><:colum label="Name" let:city>{city.0}</:colum></Table>
    }
}

fn main() {
    let _ = (page, Stage::Open);
}
