import { describe } from "./describe.ts";
import type { FunctionSpec } from "./function_spec.ts";

/** Why a call cannot have this output, with the remedy; or nothing. */
export function refuseOutput(
  spec: FunctionSpec,
  output: unknown,
): { message: string; remedy: string } | undefined {
  const { name, outputs } = spec;
  if (outputs === undefined) {
    if (output === undefined) return undefined;
    const message = `${name} has one output but found .${String(output).slice(0, 60)}`;
    return { message, remedy: `write ${name}(…)` };
  }
  if (typeof output === "string" && outputs.includes(output)) return undefined;
  const found = describe(output ?? "none").replaceAll('"', "");
  const message = `Expected one of the outputs of ${name} (${
    outputs.join(", ")
  }) but found ${found}`;
  return { message, remedy: `write ${name}(…).${outputs[0]}` };
}
