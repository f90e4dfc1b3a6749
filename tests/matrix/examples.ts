import type { Expression } from "../../codegen/define/expression.ts";
import { clockExamples } from "./clock_examples.ts";
import { indicatorExamples } from "./indicator_examples.ts";
import { operatorExamples } from "./operator_examples.ts";
import { patternExamples } from "./pattern_examples.ts";
import { statefulExamples } from "./stateful_examples.ts";
import { vwapExamples } from "./vwap_examples.ts";
import type { Bars } from "../../engine/data/bars.ts";
import { trendExamples } from "./trend_examples.ts";
import { volumeExamples } from "./volume_examples.ts";

/** A use of a function, in text and by builder, and what it is worth. */
export interface FunctionExample {
  readonly text: string;
  readonly built: Expression;
  /** What it is worked out on; `handBars` if left out. */
  readonly bars?: Bars;
  /** On each of these bars, computed by hand; conditions are 1 and 0. */
  readonly values: readonly number[];
}

/** An example by the name of each operator and indicator; `name.output` where there are several outputs. */
export const functionExamples: Readonly<Record<string, FunctionExample>> = {
  ...operatorExamples,
  ...statefulExamples,
  ...clockExamples,
  ...indicatorExamples,
  ...patternExamples,
  ...vwapExamples,
  ...trendExamples,
  ...volumeExamples,
};
