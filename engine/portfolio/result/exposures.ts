import type { Panel } from "../../data/panel.ts";
import type { PortfolioOutput } from "../output.ts";
import { groupNames } from "./group_rows.ts";
import { type Multipliers, replay } from "./holdings.ts";
import type { PortfolioFields } from "./portfolio_fields.ts";

/** Values of positions over equity at each bar, one column an asset or group. */
export interface Exposures {
  /** Symbols, or groups. */
  readonly names: readonly string[];
  /** Time-major: that of column c at bar t at index `t * names.length + c`. */
  readonly values: Float64Array;
}

/**
 * What is held over equity at each bar, added up by asset or group; sums run over assets in ascending index.
 *
 * @param options `gross` leaves the signs out.
 * @throws {RangeError} If `by` is neither.
 */
export function exposures(
  { panel, settings, output }: Pick<PortfolioFields, "panel" | "settings" | "output">,
  { by, gross = false, multipliers }: {
    readonly by: "asset" | "group";
    readonly gross?: boolean;
    readonly multipliers: Multipliers;
  },
): Exposures {
  if (by !== "asset" && by !== "group") {
    const found = JSON.stringify(by);
    throw new RangeError(`Cannot give exposures: found by ${found}, expected asset or group`);
  }
  const { symbols, length } = panel;
  const names = by === "asset" ? symbols : groupNames(symbols, settings);
  const columns = new Map(names.map((name, column) => [name, column]));
  const columnOf = symbols.map((symbol) =>
    columns.get(by === "asset" ? symbol : settings.groups[symbol] ?? "")
  );
  const values = new Float64Array(length * names.length);
  if (names.length === 0) return { names, values };
  replay(output, panel, (t, quantities, closes) => {
    const start = t * names.length;
    for (let asset = 0; asset < quantities.length; asset++) {
      const quantity = quantities[asset];
      if (quantity === 0) continue;
      const value = quantity * closes[asset] * multipliers[asset] / output.equity[t];
      values[start + columnOf[asset]!] += gross ? Math.abs(value) : value;
    }
  });
  return { names, values };
}

/** Mean gross and net exposure of each asset over all bars. */
export function meanExposures(
  output: Pick<PortfolioOutput, "ledger" | "equity">,
  panel: Panel,
  multipliers: Multipliers,
): { readonly meanGross: Float64Array; readonly meanNet: Float64Array } {
  const meanGross = new Float64Array(panel.assets);
  const meanNet = new Float64Array(panel.assets);
  replay(output, panel, (t, quantities, closes) => {
    const equity = output.equity[t];
    for (let asset = 0; asset < quantities.length; asset++) {
      const quantity = quantities[asset];
      if (quantity === 0) continue;
      const value = quantity * closes[asset] * multipliers[asset] / equity;
      meanNet[asset] += value;
      meanGross[asset] += Math.abs(value);
    }
  });
  return {
    meanGross: meanGross.map((sum) => sum / panel.length),
    meanNet: meanNet.map((sum) => sum / panel.length),
  };
}
