#!/usr/bin/env -S deno run --allow-read --allow-write
/**
 * Two strategies with forty lengths each on two halves of the index's history: is what was best in the first any good in
 * the second? The store is a directory; with one that stays, a run that was killed goes on where it was.
 *
 * @module
 */
import { experiment, formatValue, rankSets, readResults, stability } from "../../mod.ts";
import { sp500Path } from "../demo_data.ts";

const data = await sp500Path();
const trend = { enter: "close > sma(close, n)", exit: "close < sma(close, n)" };
const dip = { enter: "close < lowest(close, n)[1]", exit: "close > sma(close, n)" };
const halves = await experiment({
  name: "halves",
  strategies: [
    { name: "trend", params: { n: 20 }, long: trend },
    { name: "dip", params: { n: 20 }, long: dip },
  ],
  instruments: [
    { data, name: "first", to: "2009-12-31" },
    { data, name: "second", from: "2010-01-01" },
  ],
  grids: [{ axes: { n: { range: [5, 200, 5] } } }],
  settings: { commission: { percent: 0.0005 } },
});
const store = await Deno.makeTempDir();
const { simulations } = await halves.run({ store });
const ratio = (value = NaN): string => formatValue(value, "ratio");
for (const name of ["trend", "dip"]) {
  const own = simulations.filter(({ simulation }) => simulation.strategy === name);
  const [first, second] = await Promise.all(own.map((record) => readResults(store, record)));
  const { best } = stability(first, { filter: "trades >= 10" });
  const later = rankSets(second).find(({ set }) => set === best?.set);
  console.log(`${name}: best Sharpe ${ratio(best?.value)}, its neighbours ${ratio(best?.mean)}`);
  console.log(`  later ${ratio(later?.value)}, rank ${later?.rank} of ${second.grid.count}`);
}
await Deno.remove(store, { recursive: true });
