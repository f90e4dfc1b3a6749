import { exitCodeNotes } from "../command/exit.ts";
import type { Command, Flags } from "../command/flag.ts";
import { runFlags } from "../command/run_flags.ts";
import { sweepCommand } from "../sweep/flags.ts";

const { sweep, grid, where, samples, seed, limit, by, order } = sweepCommand.flags;
const permissions = sweepCommand.flags["worker-permissions"];

/** The program that runs experiments. */
export const batchCommand = {
  run: "deno run --allow-read --allow-write scripts/run_batch.ts",
  summary:
    "Runs many strategies on many instruments with many parameter sets, and goes on after a kill",
  flags: {
    out: {
      kind: "text",
      value: "DIR",
      summary: "Store: made if there is none, gone on with if it is there",
      required: true,
    },
    experiment: { kind: "text", value: "FILE", summary: "The experiment as a JSON file" },
    "experiment-name": {
      kind: "text",
      value: "NAME",
      summary: "In place of --experiment: its name, with the flags from here to --price-only",
    },
    strategies: { kind: "list", value: "FILES", summary: "Strategies, commas between them" },
    instruments: {
      kind: "list",
      value: "FILES",
      summary: "CSV or Arrow files of bars, commas between them",
    },
    timeframes: { kind: "list", value: "NAMES", summary: "1m, 4h, 1d …: those of the files" },
    sweep,
    grid,
    where,
    samples,
    seed,
    limit,
    param: { ...runFlags.param, summary: "Value of a parameter that is not swept" },
    config: runFlags.config,
    direction: { ...runFlags.direction, default: "BOTH" },
    benchmark: {
      kind: "text",
      value: "COLUMN",
      summary: "Column of the bars to compare with: alpha, beta, information ratio",
    },
    from: runFlags.from,
    to: runFlags.to,
    "price-only": runFlags["price-only"],
    by,
    order,
    filter: {
      kind: "text",
      value: "CONDITION",
      summary: "Only sets that fulfil it are best: trades >= 30 && maxDrawdown > -0.2",
    },
    "max-workers": { kind: "text", value: "COUNT", summary: "Most cores used; 0: this thread" },
    "worker-permissions": permissions,
    "retry-failed": { kind: "switch", summary: "Run simulations again that failed" },
    yes: { kind: "switch", summary: "Run more than 100,000 sets without being asked" },
    list: {
      kind: "switch",
      summary: "Print what became of each simulation of the store, run none",
    },
    show: {
      kind: "text",
      value: "ID",
      summary: "Print the best sets of a simulation, a map of them and how stable the best is",
    },
    top: { kind: "text", value: "COUNT", summary: "Sets that --show lists; 10 where left out" },
    json: { kind: "switch", summary: "Print JSON and nothing else" },
    quiet: { kind: "switch", summary: "Print nothing but errors" },
  },
  notes: [
    "The file: name, strategies, instruments and perhaps timeframes, grids, settings, params, direction and",
    "benchmark; paths are relative to it. Schema: scripts/schema/experiment.schema.json, docs/experiments.md",
    '  {"name": "crosses", "strategies": ["cross.json"], "instruments": ["spy.csv", "qqq.csv"],',
    '   "grids": [{"axes": {"fast": {"range": [5, 50, 5]}, "slow": [50, 100]}, "where": "fast < slow"}]}',
    "A simulation is one strategy on one instrument with one grid, under one of the settings where these are a",
    "list of settings with names. The store has manifest.jsonl, what happened to them, results/ID.arrow, every",
    "set with its statistics, and summary.csv, the best set of each. A run that was stopped or killed is gone on",
    "with by the same command; what has ended is not run again.",
    "--worker-permissions none needs deno run --unstable-worker-options.",
    "Bars are not resampled: --timeframes other than those of the files are refused.",
    ...exitCodeNotes(),
    "5 some simulations failed, the others are stored",
  ],
} as const satisfies Command<Flags>;
