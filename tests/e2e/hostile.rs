//! A page that shows one value in every kind of place, for the browser test of hostile ones. No example for people to copy.

use liveview::prelude::*;
use liveview::{TrustedHtml, TrustedUrl};

/// What the address says is shown first.
#[derive(EventParams)]
struct Asked {
    value: String,
}

#[live_view]
struct Hostile {
    value: String,
}

#[live_view]
impl Hostile {
    async fn mount(cx: &mut Context<Self>) -> Result<Self> {
        let Asked { value } = cx.params()?;
        Ok(Self { value })
    }

    #[event_handler]
    fn show(&mut self, value: String) {
        self.value = value;
    }

    fn attributes(&self) -> Attributes<'_> {
        Attributes::new()
            .set("title", &self.value)
            .set("class", &self.value)
            .set("href", &self.value)
            .set("onclick", &self.value)
            .set("style", &self.value)
    }

    fn render(&self) -> impl Render {
        let value = &self.value;
        html! {
            <label>"Value" <textarea id="value" dj-input="show"></textarea></label>
            <main id="shown">
                <p>{value} in flow <b>{value}</b></p>
                <p title={value} class="a {value}" style:width={value} style:background-image="url({value})">attributes</p>
                <textarea aria-label="text">{value}</textarea>
                <select aria-label="choice"><option value={value}>{value}</option></select>
                <input value={value} aria-label="property" />
                <a href={value} ping={value}>link</a>
                <a {..self.attributes()}>spread</a>
                <a href={TrustedUrl::dangerously_from("sms:1")}>trusted</a>
                <form action={value}><button formaction={value}>send</button></form>
                <img src={value} alt="" />
                <img srcset={value} alt="" />
                <blockquote cite={value}>quote</blockquote>
                <svg viewBox="0 0 1 1">
                    <title>{value}</title>
                    <a href={value} xlink:href={value}><text class={value}>{value}</text></a>
                    <a><set attributeName="href" to={value} /><animate attributeName="href" values="/a;{value}" /></a>
                    <use href={value} />
                </svg>
                <table><tbody><tr><td>{value}</td></tr></tbody></table>
            </main>
            <output id="heard">{value}</output>
        }
    }
}

/// Shows its value as raw HTML, twice: in an element for blocks and in one for lines.
#[live_view]
struct Raw {
    value: String,
}

#[live_view]
impl Raw {
    async fn mount(cx: &mut Context<Self>) -> Result<Self> {
        let Asked { value } = cx.params()?;
        Ok(Self { value })
    }

    #[event_handler]
    fn show(&mut self, value: String) {
        self.value = value;
    }

    fn render(&self) -> impl Render {
        let html = TrustedHtml::dangerously_from(&self.value);
        html! {
            <label>"Value" <textarea id="value" dj-input="show"></textarea></label>
            <ul><li><div id="shown">@html(html.clone())</div></li></ul>
            <p id="line">@html(html)</p>
            <output id="heard">{self.value}</output>
        }
    }
}

#[tokio::main]
async fn main() -> liveview::Result<()> {
    let address = format!(
        "127.0.0.1:{}",
        std::env::var("PORT").as_deref().unwrap_or("3000")
    );
    let app = axum::Router::new()
        .live("/", live::<Hostile>())
        .live("/raw", live::<Raw>().trusted_html())
        .with_live(Live::new());
    println!("listening on http://{address}");
    liveview::serve(app, &address).await
}
