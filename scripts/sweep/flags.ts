import { exitCodeNotes } from "../command/exit.ts";
import type { Command, Flags } from "../command/flag.ts";
import { runFlags } from "../command/run_flags.ts";
import { portfolioCommand } from "../portfolio/flags.ts";

/** The program that sweeps a strategy over a grid. */
export const sweepCommand = {
  run: "deno run --allow-read --allow-write scripts/sweep.ts",
  summary: "Runs a strategy with every set of a grid of parameters, on all cores",
  flags: {
    data: {
      kind: "list",
      value: "DATA",
      summary: "Bars: a CSV or Arrow file; or many assets, as scripts/portfolio.ts takes them",
    },
    portfolio: {
      kind: "switch",
      summary: "Run many assets in one account where --data is one file with a column symbol",
    },
    strategy: runFlags.strategy,
    rank: {
      kind: "text",
      value: "EXPR",
      summary: "Of many assets: which entries of --strategy come first",
    },
    sweep: { kind: "list", value: "NAME=VALUES", summary: "Values of a parameter or a setting" },
    where: { kind: "list", value: "CONDITION", summary: "Only sets that fulfil it" },
    grid: { kind: "text", value: "FILE", summary: "The grid as a JSON file; --sweep adds to it" },
    samples: { kind: "text", value: "COUNT", summary: "Draw so many sets at random" },
    seed: { kind: "text", value: "NUMBER", summary: "Seed of the draw; 1 where left out" },
    limit: { kind: "text", value: "COUNT", summary: "Most sets; 1,000,000 where left out" },
    yes: { kind: "switch", summary: "Run more than 100,000 sets without being asked" },
    param: { ...runFlags.param, summary: "Value of a parameter that is not swept" },
    config: { ...runFlags.config, summary: "Settings of the runs: a JSON file" },
    groups: portfolioCommand.flags.groups,
    direction: runFlags.direction,
    benchmark: {
      kind: "text",
      value: "WHAT",
      summary:
        "What to compare with: a column of the bars; of many assets a symbol or a file of bars",
    },
    "sim-mode": {
      ...portfolioCommand.flags["sim-mode"],
      summary: "Of many assets: compiled code (batch), or the reference engine (event)",
    },
    by: { kind: "text", value: "STATISTIC", summary: "What sets are ranked by; sharpe" },
    order: {
      kind: "choice",
      choices: ["descending", "ascending"],
      default: "descending",
      summary: "Whether the largest or the smallest is best",
    },
    filter: {
      kind: "text",
      value: "CONDITION",
      summary: "Only sets that fulfil it are ranked: trades >= 30 && maxDrawdown > -0.2",
    },
    top: { kind: "text", value: "COUNT", summary: "Best sets that are shown; 10 where left out" },
    "keep-equity": { kind: "text", value: "COUNT", summary: "Write equity of the best sets too" },
    "max-workers": { kind: "text", value: "COUNT", summary: "Most cores used; 0: this thread" },
    "worker-permissions": {
      kind: "choice",
      choices: ["inherit", "none"],
      default: "inherit",
      summary: "What functions of custom columns may do",
    },
    from: runFlags.from,
    to: runFlags.to,
    "price-only": runFlags["price-only"],
    out: { kind: "text", value: "DIR", summary: "Write sets, blocks and result.json into it" },
    format: {
      kind: "choice",
      choices: ["csv", "arrow"],
      summary: "Of the files; csv where left out",
    },
    json: { kind: "switch", summary: "Print result.json and nothing else" },
    quiet: { kind: "switch", summary: "Print nothing but errors" },
  },
  notes: [
    "VALUES: numbers and ranges FROM:TO:STEP (step 1 where left out), commas between them; log:FROM:TO:COUNT,",
    "each the same multiple of the one before; with --samples also uniform:FROM:TO, logUniform:FROM:TO and",
    "integer:FROM:TO. NAME: a parameter, or a setting such as settings.commission.percent.",
    '  --sweep fast=5:50:5 --sweep slow=50,100,200 --where "fast < slow"',
    "Many assets are several --data SYMBOL=FILE, a directory of SYMBOL.csv, or with --portfolio a file with a",
    "column symbol. --config then has settings of a portfolio, and --strategy may be a module whose default",
    "export is a function that makes from the parameters of a set what drives it: docs/sweeps.md",
    "  --data DIR --strategy rotation.ts --sweep days=20:240:20 --sweep count=1,2,3",
    'A grid file: {"axes": {"fast": {"range": [5, 50, 5]}, "slow": [50, 100]}, "where": "fast < slow"}, with',
    '"samples" and "seed" where sets are drawn.',
    "Files: sets has parameters and statistics of every set, blocks the sums of its returns in 16 equal parts",
    "of the data, equity the curves of the best. Statistics that need sorting are left out: run that set with",
    "scripts/backtest.ts. Schemas of result.json: scripts/schema/sweep_result.schema.json and, of many assets,",
    "portfolio_sweep_result.schema.json",
    "Ctrl-C stops the sweep; sets that are done are shown and written. --worker-permissions none needs",
    "deno run --unstable-worker-options.",
    ...exitCodeNotes(),
    "5 some sets failed, the others are shown and written",
  ],
} as const satisfies Command<Flags>;
