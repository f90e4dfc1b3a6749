import { close } from "../../codegen/define/builders.ts";
import { ad, mfi, obv, vwma } from "../../codegen/define/volume_builders.ts";
import type { FunctionExample } from "./examples.ts";

const none = NaN;

/** Examples of the indicators of volume, which is 100, NaN, 300, 0, 500, 600. */
export const volumeExamples: Readonly<Record<string, FunctionExample>> = {
  obv: { text: "obv()", built: obv(), values: [100, none, -200, -200, -700, -100] },
  // Weights 0, 1/3, -1/3, 1/2, 0, 1/2.
  ad: { text: "ad()", built: ad(), values: [0, none, -100, -100, -100, 200] },
  // Typical prices 10, 35/3, 34/3, 40/3, 13, 46/3: falls of 3400 and 6500, a rise of 9200.
  mfi: { text: "mfi(2)", built: mfi(2), values: [none, none, none, 0, 0, 9200 / 157] },
  vwma: {
    text: "vwma(close, 2)",
    built: vwma(close, 2),
    values: [none, none, none, 11, 13, 161 / 11],
  },
};
