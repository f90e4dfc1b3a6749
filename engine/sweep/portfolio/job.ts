import type { ExpressionInput } from "../../../codegen/define/scope.ts";
import type { Direction } from "../../../codegen/define/types.ts";
import type { PanelParts } from "../../data/make_panel.ts";
import type { PortfolioSettingsInput } from "../../portfolio/portfolio_settings.ts";
import type { SimMode } from "../../run/result_fields.ts";
import type { SetsJob } from "../job.ts";
import type { SetRows } from "./set_rows.ts";

/** What is run, in a form that can be sent to a Worker: plain values and shared buffers. */
export interface PortfolioJob extends SetsJob {
  readonly panel: PanelParts;
  /** Parameters that are the same in all sets. */
  readonly params: Readonly<Record<string, number>>;
  /** Names of the parameters of the sets, in the order of the matrix. */
  readonly names: readonly string[];
  /** One row of numbers a set. */
  readonly matrix: Float64Array;
  /** Position in `settings` for each set. */
  readonly variants: Int32Array;
  /** The different settings as written. */
  readonly settings: readonly PortfolioSettingsInput[];
  /** What a strategy ranks entries by, and the sides that it trades. */
  readonly strategy: { readonly rank?: ExpressionInput; readonly direction?: Direction };
  readonly simMode: SimMode;
  /** Prices of the benchmark at each moment. */
  readonly benchmark: Float64Array | undefined;
  /** Where the results go. */
  readonly store: SetRows;
}
