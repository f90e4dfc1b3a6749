import { lastClose, type RunState } from "./state.ts";

/** Cash and the value of all positions at the last closes that code has seen, ascending from the cash. */
export function equityNow(run: RunState): number {
  if (run.knownEquity === run.knownEquity) return run.knownEquity;
  let equity = run.cash();
  const { multipliers } = run;
  const quantity = run.account.quantity as Float64Array;
  const { length } = quantity;
  for (let a = 0; a < length; a++) {
    const held = quantity[a];
    if (held !== 0) equity += held * lastClose(run, a) * multipliers[a];
  }
  run.knownEquity = equity;
  return equity;
}

/** Sum of the absolute values of all positions at the last closes. */
export function exposureNow(run: RunState): number {
  let sum = 0;
  const { account: { quantity }, multipliers } = run;
  for (let a = 0; a < quantity.length; a++) {
    const held = quantity[a];
    if (held !== 0) sum += Math.abs(held * lastClose(run, a) * multipliers[a]);
  }
  return sum;
}
