// The page's own scripts: two hooks, and a command. Knows nothing of the server but the names of its events.

/** A chart by uPlot, which the server never writes into. Its points come as a value. */
const Chart = {
  /** A canvas knows no variables: what the page makes of one. */
  colour(name) {
    this.el.style.color = `var(${name})`;
    const { color } = getComputedStyle(this.el);
    this.el.style.color = "";
    return color;
  },
  mounted() {
    const ys = this.values.points;
    const xs = ys.map((_, at) => at);
    const axis = { stroke: this.colour("--soft"), grid: { stroke: this.colour("--line"), width: 1 } };
    if (typeof uPlot === "undefined") {
      this.el.textContent = "Run npm ci in liveview-client to see the chart.";
      return;
    }
    this.chart = new uPlot(
      {
        width: this.el.clientWidth,
        height: 180,
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false } },
        axes: [axis, axis],
        series: [{}, { stroke: this.colour("--accent"), width: 2, fill: this.colour("--tint") }],
      },
      [xs, ys],
      this.el,
    );
  },
  /** What it ended with. */
  beforeUpdate() {
    this.last = this.chart?.data[1].at(-1);
  },
  updated() {
    const ys = this.values.points;
    this.chart?.setData([ys.map((_, at) => at), ys]);
    this.el.classList.toggle("rising", ys.at(-1) > this.last);
  },
  destroyed() {
    this.chart?.destroy();
  },
  disconnected() {
    this.el.classList.add("stale");
  },
  reconnected() {
    this.el.classList.remove("stale");
  },
};

/** A button that asks the server and shows what it replies. */
const Dice = {
  mounted() {
    const show = (text) => {
      for (const output of this.targets("rolled")) output.textContent = text;
    };
    this.target("roll").addEventListener("click", async () => {
      show("…");
      show("⚀⚁⚂⚃⚄⚅"[(await this.pushEvent("roll")) - 1]);
    });
    // A double click on the die is a party: the event goes to where the party's button stands.
    this.target("rolled").addEventListener("dblclick", () => this.pushEventTo("#party", "celebrate"));
    const heard = this.handleEvent("celebrated", (likes) => {
      this.target("news").textContent = `The server pushed an event: ${likes} likes.`;
      if (likes >= 1_000) this.removeHandleEvent(heard);
    });
  },
};

/** A command of the page's own: writes what it is given, and makes the next command wait until it is seen. */
const write = async (element, detail) => {
  element.textContent = detail;
  await new Promise(requestAnimationFrame);
};

// Before the client has run, what is the page's own is left in its place; behind it, it is told to it.
if (window.liveview) {
  liveview.hook("Chart", Chart);
  liveview.hook("Dice", Dice);
  liveview.command("write", write);
} else window.liveview = { hooks: { Chart, Dice }, commands: { write } };

// What the page's commands dispatch, where it arrives and as far as it rises.
addEventListener("DOMContentLoaded", () => {
  document.getElementById("own").addEventListener("sink:note", ({ currentTarget, detail }) => {
    currentTarget.textContent = detail;
    document.getElementById("bubbled").textContent = "";
  });
});
addEventListener("sink:note", ({ detail }) => {
  document.getElementById("bubbled").textContent = `${detail} has risen to the window`;
});
