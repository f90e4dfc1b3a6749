/**
 * The reference engine for many assets in one account: the plain, slow, obvious implementation of `docs/portfolio.md`.
 *
 * @module
 */
export { runPortfolioReference } from "./run.ts";
