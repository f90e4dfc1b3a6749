/**
 * Entry of a Worker that runs sets of a strategy that it is sent as data.
 *
 * @module
 */
import "./arrive.ts";
import { serveOwn } from "./serve_strategy.ts";

serveOwn();
