/**
 * Entry of a Worker that runs sets of a strategy that it is sent as data.
 *
 * @module
 */
import "./arrive.ts";
import { serve } from "./serve.ts";

serve();
