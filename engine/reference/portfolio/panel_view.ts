import type { PanelView } from "../../portfolio/handlers.ts";
import { assetOf } from "./asset_of.ts";
import { barAt, type Run } from "./state.ts";

/** Prices up to the last close that code has seen. */
export function panelView(run: Run): PanelView {
  const { panel } = run;
  const value = (name: string, asset: string | number, ago = 0): number => {
    const column = panel.columns.get(name);
    if (column === undefined) {
      throw new RangeError(`Cannot read a value: the panel has no column "${name}"`);
    }
    if (!Number.isSafeInteger(ago) || ago < 0) {
      throw new RangeError(
        `Cannot read ${name}: expected a whole number of bars ago >= 0 but found ${ago}`,
      );
    }
    const { index } = assetOf(run, asset);
    const t = run.now - ago;
    return t < 0 || panel.present[t * panel.assets + index] !== 1
      ? NaN
      : column[t * panel.assets + index];
  };
  return Object.freeze({
    get index() {
      return run.now;
    },
    get time() {
      return panel.time[run.now];
    },
    has: (asset: string | number) => barAt(assetOf(run, asset), run.now) !== undefined,
    value,
    open: (asset: string | number, ago?: number) => value("open", asset, ago),
    high: (asset: string | number, ago?: number) => value("high", asset, ago),
    low: (asset: string | number, ago?: number) => value("low", asset, ago),
    close: (asset: string | number, ago?: number) => value("close", asset, ago),
    volume: (asset: string | number, ago?: number) => value("volume", asset, ago),
  });
}
