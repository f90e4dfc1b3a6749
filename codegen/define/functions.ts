import { indicators } from "../indicators/mod.ts";
import type { FunctionSpec } from "./function_spec.ts";
import { operators } from "./operators.ts";

/** Every operator and indicator that a user may write, by name. */
export const functions: ReadonlyMap<string, FunctionSpec> = new Map(
  [...operators, ...[...indicators.values()].filter((indicator) => !indicator.internal)]
    .map((spec) => [spec.name, spec]),
);
