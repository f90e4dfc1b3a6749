/**
 * The reference engine: the plain, slow, obvious implementation of `docs/semantics.md`, against which every compiled
 * path is compared bit for bit.
 *
 * @module
 */
export { evaluate } from "./evaluate.ts";
export { filterPasses } from "./filter.ts";
export { lookBack } from "./look_back.ts";
export { type ReferenceOptions, runReference } from "./run.ts";
