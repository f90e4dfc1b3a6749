import { digestPanel } from "../../data/digest.ts";
import type { Panel } from "../../data/panel.ts";

/** What a run over a panel was on, as files have it; `digest` is equal for equal panels. */
export interface PanelRecord {
  /** Names of the assets, by index. */
  readonly symbols: readonly string[];
  /** Number of moments. */
  readonly bars: number;
  /** Time of the first bar; null without bars. */
  readonly first: number | null;
  /** Time of the last bar; null without bars. */
  readonly last: number | null;
  /** Whether open, high and low are copies of the close. */
  readonly priceOnly: boolean;
  /** Equal for equal panels. */
  readonly digest: string;
}

/** A panel as files have it. */
export function panelRecord(panel: Panel): PanelRecord {
  const { symbols, length, time, priceOnly } = panel;
  return {
    symbols,
    bars: length,
    first: length ? time[0] : null,
    last: length ? time[length - 1] : null,
    priceOnly,
    digest: digestPanel(panel),
  };
}
