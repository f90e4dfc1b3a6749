import { indicators } from "../indicators/mod.ts";
import { clockFunctions } from "./clock.ts";
import type { FunctionSpec } from "./function_spec.ts";
import { operators } from "./operators.ts";
import { statefulOperators } from "./stateful.ts";

/** Every operator, indicator and function of time that a user may write, by name. */
export const functions: ReadonlyMap<string, FunctionSpec> = new Map(
  [
    ...operators,
    ...statefulOperators,
    ...clockFunctions,
    ...[...indicators.values()].filter((indicator) => !indicator.internal),
  ]
    .map((spec) => [spec.name, spec]),
);
