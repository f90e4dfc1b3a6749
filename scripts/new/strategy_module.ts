/**
 * The text of a strategy module to start from.
 *
 * @param name Of the strategy; letters, digits, - and _.
 * @param library URL of `mod.ts`.
 */
export function strategyModule(name: string, library: string): string {
  return `import {
  close,
  crossOver,
  crossUnder,
  param,
  percentOfEquity,
  sma,
  stopLoss,
  strategy,
} from ${JSON.stringify(library)};

// Set by --param fast=10; lengths are counted in bars.
const fast = sma(close, param("fast", 20, { min: 1, integer: true }));
const slow = sma(close, param("slow", 50, { min: 1, integer: true }));

export default strategy({
  name: ${JSON.stringify(name)},
  // Signals of a bar's close; orders fill at the next open.
  long: {
    enter: crossOver(fast, slow),
    exit: crossUnder(fast, slow),
  },
  // Out at a loss of 5 percent.
  risk: [stopLoss(0.05)],
  size: percentOfEquity(0.95),
});
`;
}
