/**
 * Attacks on the running program that only a process of its own can show: files that run out, memory, and a browser on
 * another origin. What a test in the server's own process can see is in `tests/server`.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { test } from "node:test";
import { atEnd, eventually, openBrowser, startServer } from "./harness.mjs";

/** A raw connection, once it is open. */
function rawSocket(t, port) {
  const socket = connect(port, "127.0.0.1");
  atEnd(t, async () => socket.destroy());
  return new Promise((resolve) => {
    socket.on("error", () => resolve(socket));
    socket.once("connect", () => resolve(socket));
  });
}

async function status(server) {
  try {
    return (await fetch(server.url, { signal: AbortSignal.timeout(1_000) })).status;
  } catch {
    return 0;
  }
}

test("AT34: a server out of files goes on accepting once it has some again", async (t) => {
  const server = await startServer("counter", {}, { files: 40 });
  atEnd(t, () => server.kill());
  const sockets = await Promise.all(Array.from({ length: 80 }, () => rawSocket(t, server.port)));
  await eventually(() => readdirSync(`/proc/${server.pid()}/fd`).length >= 40, true, "all its files are open");
  for (const socket of sockets) socket.destroy();
  await eventually(() => status(server), 200, "it serves again");
});

/** The most memory that a process ever had, in KiB. */
const peak = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);

/** A WebSocket frame without a mask's effect: its first byte, and zeros of this length. */
function frame(first, length) {
  const head = Buffer.alloc(14);
  head[0] = first;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, Buffer.alloc(length)]);
}

test("AT30: messages without end cost the server no memory", async (t) => {
  const server = await startServer("counter");
  atEnd(t, () => server.kill());
  const handshake =
    `GET /_live/socket HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\norigin: ${server.url}\r\nconnection: upgrade\r\n` +
    "upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  const piece = frame(0x00, 64 * 1024);
  /** Pours fragments until the server has had enough of them; how much that was. */
  const pour = async () => {
    const socket = await rawSocket(t, server.port);
    let ended = false;
    socket.once("end", () => (ended = true)).resume();
    socket.write(handshake);
    socket.write(frame(0x01, 0));
    for (let pieces = 0; pieces < 2_000; pieces++) {
      const failure = await new Promise((resolve) => socket.write(piece, resolve));
      if (failure || ended) return pieces;
    }
    return Number.POSITIVE_INFINITY;
  };
  assert.ok((await pour()) < 2_000);
  const before = peak(server.pid());
  const poured = await Promise.all(Array.from({ length: 20 }, pour));
  const grown = peak(server.pid()) - before;
  assert.ok(Math.max(...poured) < 2_000, "each is closed");
  // A message, the buffer it grew in, and what the allocator keeps: far from the 128 MiB that each has tried.
  assert.ok(grown < 20 * 4 * 128, `${grown} KiB more`);
});

test("AT1: a page on another port opens no socket", async (t) => {
  const server = await startServer("counter");
  atEnd(t, () => server.kill());
  const other = createServer((_, response) => response.setHeader("content-type", "text/html").end("<!doctype html><p>other"));
  await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
  atEnd(t, async () => other.close());
  const browser = await openBrowser();
  atEnd(t, () => browser.close());
  const page = await browser.newPage();
  const opens = (address) =>
    page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const socket = new WebSocket(address);
          socket.onopen = () => resolve("open");
          socket.onerror = () => resolve("refused");
        }),
      address,
    );
  const address = `ws://127.0.0.1:${server.port}/_live/socket`;
  await page.goto(`http://127.0.0.1:${other.address().port}/`);
  assert.equal(await opens(address), "refused");
  await page.goto(server.url);
  assert.equal(await opens(address), "open");
});
