import { makeBars } from "../../data/make_bars.ts";
import type { Bars, Column } from "../../data/bars.ts";
import type { Panel } from "../../data/panel.ts";
import { computeStatistics } from "../../stats/compute.ts";
import type { Statistics } from "../../stats/gather.ts";
import type { PortfolioOutput } from "../output.ts";
import type { BenchmarkPrices } from "../benchmark.ts";
import type { PortfolioSettings } from "../settings.ts";
import type { Holdings, Multipliers } from "./holdings.ts";

/**
 * The statistics of a run over a panel: those of one asset, from the account's equity and all trades.
 *
 * What is held against the run is an equal share of the cash in every asset, bought at its first close, in cash before it,
 * and kept.
 *
 * @param held What `holdings` made of the same run.
 */
export function measurePortfolio(
  output: PortfolioOutput,
  { panel, settings, multipliers, held, benchmark }: {
    readonly panel: Panel;
    readonly settings: PortfolioSettings;
    readonly multipliers: Multipliers;
    readonly held: Holdings;
    readonly benchmark: BenchmarkPrices | undefined;
  },
): Statistics {
  const { trades } = output;
  // Returns and turnover are by value: units of a future count as often as its multiplier says.
  const quantity = trades.quantity.map((units, row) => units * multipliers[trades.asset[row]]);
  return computeStatistics(
    {
      ...output,
      trades: { ...trades, quantity },
      ledger: { ...output.ledger },
      refused: [...output.refused],
    },
    heldBars(panel, benchmark),
    { ...settings, gross: held.gross, ...(benchmark === undefined ? {} : { benchmark: against }) },
  );
}

/** Name of the column of the benchmark. */
const against = "benchmark";

/** Bars whose closes are what buying and holding everything in equal shares makes of 1, and the benchmark if there is one. */
function heldBars(panel: Panel, benchmark: BenchmarkPrices | undefined): Bars {
  const index = heldIndices.get(panel) ?? heldIndex(panel);
  heldIndices.set(panel, index);
  const columns = new Map<string, Column>([["close", index]]);
  if (benchmark !== undefined) columns.set(against, benchmark.prices);
  return makeBars({ symbol: "", time: panel.time, columns });
}

/** The same for all runs over a panel. */
const heldIndices = new WeakMap<Panel, Column>();

function heldIndex({ assets, length, close, present }: Panel): Column {
  const first = new Float64Array(assets).fill(NaN);
  const worth = new Float64Array(assets).fill(1);
  const index = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    let sum = 0;
    for (let asset = 0; asset < assets; asset++) {
      const at = t * assets + asset;
      if (present[at] === 1) {
        if (Number.isNaN(first[asset])) first[asset] = close[at];
        worth[asset] = close[at] / first[asset];
      }
      sum += worth[asset];
    }
    index[t] = sum / assets;
  }
  return index;
}
