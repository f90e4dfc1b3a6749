import type { Panel } from "../engine/data/panel.ts";
import { panelFromArrays } from "../engine/data/panel_from_arrays.ts";

/** Daily closes from 2024-01-01, one row a bar and one column an asset; NaN: no bar. */
export function closesPanel(symbols: readonly string[], rows: readonly number[][]): Panel {
  const time = rows.map((_, t) => Date.UTC(2024, 0, 1 + t));
  return panelFromArrays({ symbols, time, close: rows.flat(), priceOnly: true });
}
