/**
 * What the core lends to the parts, so that nothing is shipped twice. The build writes what is in here, and nobody else does.
 *
 * A room that both need is the core's. In the parts, its names are variables that `borrow` fills from `lent`: they are there
 * when the parts start, and not yet while their rooms are loaded.
 */

/** In the core: what the parts import of its rooms. */
export const lent: unknown[] = [];

/** In the parts: takes what is lent. */
export function borrow(_lent: unknown[]): void {}
