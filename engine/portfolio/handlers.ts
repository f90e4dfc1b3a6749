import type { Broker } from "./broker.ts";
import type { Fill, OrderRow } from "./orders.ts";

/** Prices up to the bar of the callback; no later one can be read. Assets are named by symbol or index. */
export interface PanelView {
  /** Index of the bar. */
  readonly index: number;
  /** Its time. */
  readonly time: number;
  /** Whether an asset has a bar here. */
  has(asset: string | number): boolean;
  /** A value of a column `ago` bars of the panel ago; NaN where the asset has no bar. */
  value(column: string, asset: string | number, ago?: number): number;
  /** The opening price. */
  open(asset: string | number, ago?: number): number;
  /** The highest price. */
  high(asset: string | number, ago?: number): number;
  /** The lowest price. */
  low(asset: string | number, ago?: number): number;
  /** The closing price. */
  close(asset: string | number, ago?: number): number;
  /** The traded volume. */
  volume(asset: string | number, ago?: number): number;
}

/** What user code does at the events of a run. Orders work from the next bar on. */
export interface Handlers {
  /** Before the first bar. */
  readonly onStart?: (broker: Broker) => void;
  /** At the close of each bar. */
  readonly onBar?: (broker: Broker, t: number, bars: PanelView) => void;
  /** For each fill, before `onBar` of its bar; for those at the close after it, on the next. */
  readonly onFill?: (broker: Broker, fill: Fill) => void;
  /** For each order whose status has changed, as `onFill`. */
  readonly onOrder?: (broker: Broker, order: OrderRow) => void;
  /** After the last bar; no order can be submitted. */
  readonly onEnd?: (broker: Broker) => void;
}
