import type { ParamValues } from "../../codegen/define/static.ts";
import type { SweepJob } from "./job.ts";
import { isSettingName } from "./variants.ts";

/** The parameters of one set by name; those that it leaves out have their defaults. */
export function paramsOf(
  { params, names, matrix }: Pick<SweepJob, "params" | "names" | "matrix">,
  set: number,
): ParamValues {
  const values = new Map(Object.entries(params));
  names.forEach((name, axis) => {
    if (!isSettingName(name)) values.set(name, matrix[set * names.length + axis]);
  });
  return values;
}
