import type { Commission, Rule, Settings, Slippage } from "../../codegen/define/types.ts";
import type { OrderPriority } from "./order_codes.ts";

/** What differs for one asset; what is left out is that of the account. */
export interface AssetSettings {
  /** Money that one unit makes of a price of 1, > 0; 1 if left out. */
  readonly multiplier?: number;
  /** Smallest step of a price; 0: any price. */
  readonly tick?: number;
  /** Smallest step of a quantity; 0: any quantity. */
  readonly lot?: number;
  /** Commission of each fill. */
  readonly commission?: Commission;
  /** Slippage of each fill. */
  readonly slippage?: Slippage;
  /** Annual rate paid on the value of a short position. */
  readonly borrow?: number;
  /** Share of a bar's volume that all fills on it may take together, 0 to 1; 0: no limit. */
  readonly participation?: number;
  /** Rules of positions in this asset; each takes the place of the rule of its type in `rules` of the account. */
  readonly rules?: readonly Rule[];
}

/** Complete settings of a run over a panel. */
export interface PortfolioSettings extends Settings {
  /** Which market orders of one open fill first. */
  readonly orderPriority: OrderPriority;
  /** Whether what a short sale brings in can be spent on long positions (`"credit"`) or not (`"margin"`). */
  readonly shortProceeds: "margin" | "credit";
  /** Positions that may be open at once; 0: any number. */
  readonly maxPositions: number;
  /** Share of a bar's volume that all fills of an asset on it may take together, 0 to 1; 0: no limit. */
  readonly participation: number;
  /** IANA time zone whose dates end day orders. */
  readonly zone: string;
  /** Rules of every position, with numbers only. */
  readonly rules: readonly Rule[];
  /** What differs, by symbol. */
  readonly assets: Readonly<Record<string, AssetSettings>>;
}
