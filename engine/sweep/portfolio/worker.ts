/**
 * Entry of a Worker that runs sets over a panel, of a strategy that it is sent as data.
 *
 * @module
 */
import "../workers/arrive.ts";
import { serveOwn } from "./serve_portfolio.ts";

serveOwn();
