//! Attributes as other frameworks spell them, and values as HTML takes them without quotes.

use liveview::html;

fn main() {
    let (field, url) = ("", "/a");
    let _ = html! {
        <button @click="save" :class="field" #save>vue</button>
        <button (click)="save()" [title]="field" *ngIf="field">angular</button>
        <p v-if="field" v-model="field" x-on:click="save">vue, alpine</p>
        <p phx-click="save" wire:click="save" hx-get="/save">others</p>
        <p onClick={url} on="save" className="a">react</p>
        <a href=/shop?page=2>bare</a>
        <img alt='a' src=url width=100px />
        <input aria-label="Name" TYPE="text" type="Text" dj-Input="save" />
    };
}
