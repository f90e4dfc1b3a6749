/**
 * What a run over a panel takes and gives: settings, orders, the broker that user code gets, handlers, output. What they
 * mean is written in `docs/portfolio.md`.
 *
 * @module
 */
export type { Panel } from "../data/panel.ts";
export type { Broker, PositionView } from "./broker.ts";
export type { Handlers, PanelView } from "./handlers.ts";
export * from "./order_codes.ts";
export type {
  Bracket,
  Fill,
  LevelNumber,
  OrderAmount,
  OrderChanges,
  OrderInput,
  OrderOptions,
  OrderRow,
  TrailNumber,
} from "./orders.ts";
export type { OrderColumns, PortfolioLedger, PortfolioOutput, PortfolioTrades } from "./output.ts";
export type { AssetSettings, PortfolioSettings } from "./settings.ts";
