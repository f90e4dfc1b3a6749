import { DefinitionError, didYouMean, type Problem } from "../../codegen/define/problem.ts";
import { settings, type SettingsInput } from "../../codegen/define/settings.ts";
import type { Settings } from "../../codegen/define/types.ts";
import type { Grid } from "./grid/grid.ts";

const prefix = "settings.";

/** The different settings of a grid, and which of them each set has. */
export interface SettingsVariants {
  readonly settings: readonly Settings[];
  readonly variants: Int32Array;
}

/** Whether a name of a grid names a setting. */
export function isSettingName(name: string): boolean {
  return name.startsWith(prefix);
}

/** Notes names of settings that are none, or no numbers. */
export function checkSettingName(name: string, base: Settings, problems: Problem[]): void {
  const parts = name.slice(prefix.length).split(".");
  const found = parts.reduce<unknown>(
    (value, part) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string, unknown>)[part]
        : undefined,
    base,
  );
  if (typeof found === "number") return;
  problems.push({
    path: `grid.${name}`,
    message: "Expected a setting that is a number",
    remedy: "name one such as settings.commission.percent",
    ...didYouMean(name, numberNames(base, prefix)),
  });
}

/** The settings that are numbers, by their paths. */
function numberNames(value: object, before: string): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    if (typeof inner === "number") return [before + name];
    return typeof inner === "object" && inner !== null
      ? numberNames(inner, `${before}${name}.`)
      : [];
  });
}

/** Settings for every set of a grid; those with equal numbers are the same object. */
export function settingsVariants(
  input: SettingsInput,
  grid: Grid,
  problems: Problem[],
): SettingsVariants {
  const axes = grid.names.flatMap((name, axis) => (isSettingName(name) ? [{ name, axis }] : []));
  const variants = new Int32Array(new SharedArrayBuffer(4 * grid.count));
  if (axes.length === 0) return { settings: [settings(input)], variants };
  const known = new Map<string, number>();
  const made: Settings[] = [];
  const width = grid.names.length;
  for (let set = 0; set < grid.count; set++) {
    const numbers = axes.map(({ axis }) => grid.matrix[set * width + axis]);
    const key = numbers.join(" ");
    let variant = known.get(key);
    if (variant === undefined) {
      variant = made.length;
      known.set(key, variant);
      const changed = axes.reduce<SettingsInput>(
        (value, { name }, index) =>
          withNumber(value, name.slice(prefix.length).split("."), numbers[index]) as SettingsInput,
        input,
      );
      made.push(readVariant(changed, input, problems));
    }
    variants[set] = variant;
  }
  return { settings: made, variants };
}

function readVariant(changed: SettingsInput, base: SettingsInput, problems: Problem[]): Settings {
  try {
    return settings(changed);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    problems.push(...error.problems.map((found) => ({ ...found, path: prefix + found.path })));
    return settings(base);
  }
}

/** The object with the number at the end of a path, and copies of all objects on the way. */
function withNumber(value: unknown, [first, ...rest]: readonly string[], number: number): unknown {
  const fields = (value ?? {}) as Record<string, unknown>;
  return {
    ...fields,
    [first]: rest.length === 0 ? number : withNumber(fields[first], rest, number),
  };
}
