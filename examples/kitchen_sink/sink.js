// The page's own scripts: two hooks. Knows nothing of the server but the names of its events.

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
  updated() {
    const ys = this.values.points;
    this.chart?.setData([ys.map((_, at) => at), ys]);
  },
  destroyed() {
    this.chart?.destroy();
  },
};

/** A button that asks the server and shows what it replies. */
const Dice = {
  mounted() {
    const output = this.target("rolled");
    this.target("roll").addEventListener("click", async () => {
      output.textContent = "…";
      output.textContent = "⚀⚁⚂⚃⚄⚅"[(await this.pushEvent("roll")) - 1];
    });
    this.handleEvent("celebrated", (likes) => {
      this.target("news").textContent = `The server pushed an event: ${likes} likes.`;
    });
  },
};

// Before the client has run, hooks are left in its place; behind it, they are told to it.
if (window.liveview) {
  liveview.hook("Chart", Chart);
  liveview.hook("Dice", Dice);
} else window.liveview = { hooks: { Chart, Dice } };
