/**
 * The rooms that compute and touch no page, outside a browser. Tests nothing.
 *
 * A room may read a prototype of the browser's when it is loaded; here those prototypes are empty.
 */

/** Loads the rooms behind stand-ins for the prototypes they name. */
export async function rooms() {
  for (const name of ["Node", "Element", "HTMLElement", "HTMLFormElement", "Document"]) {
    Object.defineProperty(globalThis, name, { value: class {}, configurable: true });
  }
  Object.defineProperty(globalThis, "document", { value: {}, configurable: true });
  return {
    list: await import("../src/list.ts"),
    protocol: await import("../src/protocol.ts"),
    socket: await import("../src/socket.ts"),
    slots: await import("../src/slots.ts"),
    timing: await import("../src/events/timing.ts"),
    commands: await import("../src/commands.ts"),
    form: await import("../src/form.ts"),
    ops: await import("../src/ops.ts"),
  };
}
