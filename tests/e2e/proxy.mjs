/**
 * A line between browser and server that breaks on command: it can hold either direction, cut, and come back.
 * Looks into no byte and never ends by itself.
 */
import { connect, createServer } from "node:net";

/**
 * Listens on a free port and passes everything to `port`.
 * - `cut()` destroys every connection and refuses new ones, `restore()` lets new ones in; `sever()` does both at once.
 * - `hold("down")` keeps what the server says (or `"up"`, what the browser says) and passes the other way on;
 *   `release(way)` lets it flow again. What is held when the line is cut is lost, as on a real line.
 * - `delay(ms)` lets everything take that long, each way.
 * - `held(way)` counts the bytes kept at this moment.
 */
export async function startProxy(port) {
  const pairs = new Set();
  const holding = { up: false, down: false, late: 0 };
  let broken = false;
  const listener = createServer((browser) => {
    if (broken) return browser.destroy();
    const pair = join(browser, connect(port, "127.0.0.1"), holding);
    pairs.add(pair);
    pair.closed.then(() => pairs.delete(pair));
  });
  listener.listen(0, "127.0.0.1");
  await new Promise((resolve) => listener.once("listening", resolve));
  const proxy = { port: listener.address().port };
  proxy.url = `http://127.0.0.1:${proxy.port}`;
  proxy.cut = () => {
    broken = true;
    for (const pair of pairs) pair.destroy();
  };
  proxy.restore = () => {
    broken = false;
    Object.assign(holding, { up: false, down: false });
  };
  proxy.sever = () => {
    proxy.cut();
    proxy.restore();
  };
  proxy.hold = (way) => {
    holding[way] = true;
  };
  proxy.release = (way) => {
    holding[way] = false;
    for (const pair of pairs) pair.flush(way);
  };
  proxy.delay = (ms) => {
    holding.late = ms;
  };
  proxy.held = (way) => [...pairs].reduce((sum, pair) => sum + pair.held(way), 0);
  proxy.close = () => {
    proxy.cut();
    return new Promise((resolve) => listener.close(resolve));
  };
  return proxy;
}

/** Two sockets as one connection: what one reads the other writes, unless its way is held. */
function join(browser, server, holding) {
  const kept = { up: [], down: [] };
  const ends = { up: server, down: browser };
  const write = (way, bytes) => ends[way].destroyed || ends[way].write(bytes);
  const send = (way, bytes) => (holding.late ? setTimeout(write, holding.late, way, bytes) : write(way, bytes));
  const pass = (way) => (bytes) => (holding[way] ? kept[way].push(bytes) : send(way, bytes));
  const destroy = () => {
    browser.destroy();
    server.destroy();
  };
  browser.on("data", pass("up")).on("error", destroy).on("close", destroy);
  server.on("data", pass("down")).on("error", destroy).on("close", destroy);
  return {
    destroy,
    closed: new Promise((resolve) => browser.once("close", resolve)),
    held: (way) => kept[way].reduce((sum, bytes) => sum + bytes.length, 0),
    flush: (way) => {
      for (const bytes of kept[way].splice(0)) ends[way].write(bytes);
    },
  };
}
