import { column, gt } from "../../codegen/define/builders.ts";
import { anchoredVwap, rollingVwap, vwap } from "../../codegen/define/vwap_builders.ts";
import type { FunctionExample } from "./examples.ts";

const none = NaN;

/**
 * An example of each volume-weighted average with its values on `handBars`: typical prices 10, 35/3, 34/3, 40/3, 13, 46/3
 * and volumes 100, NaN, 300, 0, 500, 600, a bar a day.
 */
export const vwapExamples: Readonly<Record<string, FunctionExample>> = {
  vwap: {
    text: 'vwap("Asia/Tokyo")',
    built: vwap("Asia/Tokyo"),
    values: [10, none, 34 / 3, none, 13, 46 / 3],
  },
  // From bar 3 on, which has no volume.
  anchoredVwap: {
    text: "anchoredVwap(u > 2)",
    built: anchoredVwap(gt(column("u"), 2)),
    values: [none, none, none, none, 13, 157 / 11],
  },
  rollingVwap: {
    text: "rollingVwap(2)",
    built: rollingVwap(2),
    values: [none, none, none, 34 / 3, 13, 157 / 11],
  },
};
