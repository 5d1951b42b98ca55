/** The types of `fields.mjs`, for its test. Holds no code. */

/** Every field by its short name, of the project whose configuration and sources lie in this folder. */
export function shortNames(root: string): { [field: string]: string };
