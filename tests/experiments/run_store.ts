/**
 * Runs an experiment in the store that the first argument names, and says when it begins.
 *
 * @module
 */
import { experiment } from "../../engine/experiment/experiment.ts";
import { crosses } from "./crosses.ts";

const made = await experiment(crosses(6000));
console.log("begins");
await made.run({ store: Deno.args[0], maxWorkers: 0, checkpoint: 30_000 });
