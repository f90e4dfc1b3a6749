import type { Flags } from "./flag.ts";

/** Flags that several programs have, with one meaning and one text. */
export const runFlags = {
  data: { kind: "text", value: "FILE", summary: "Bars: a CSV or Arrow file", required: true },
  strategy: {
    kind: "text",
    value: "FILE",
    summary: "A .json file, or a .ts or .js module (path or URL)",
    required: true,
  },
  config: { kind: "text", value: "FILE", summary: "Run settings: a JSON file" },
  direction: {
    kind: "choice",
    choices: ["LONG", "SHORT", "BOTH"],
    default: "BOTH",
    summary: "The sides to trade",
  },
  param: { kind: "list", value: "NAME=NUMBER", summary: "Value of a parameter" },
  "sim-mode": {
    kind: "choice",
    choices: ["batch", "event"],
    default: "batch",
    summary: "Compiled loops, or the reference engine bar by bar",
  },
  from: { kind: "text", value: "TIME", summary: "First time taken" },
  to: { kind: "text", value: "TIME", summary: "Last day taken, or first moment not taken" },
  "price-only": { kind: "switch", summary: "Accept closes without open, high and low" },
} as const satisfies Flags;
