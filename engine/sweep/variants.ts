import { DefinitionError, didYouMean, type Problem } from "../../codegen/define/problem.ts";
import { settings, type SettingsInput } from "../../codegen/define/settings.ts";
import type { Settings } from "../../codegen/define/types.ts";
import type { Grid } from "./grid/grid.ts";

const prefix = "settings.";

/** The different settings of a grid, and which of them each set has. */
export interface SettingsVariants<Made = Settings> {
  readonly settings: readonly Made[];
  readonly variants: Int32Array;
}

/** Whether a name of a grid names a setting. */
export function isSettingName(name: string): boolean {
  return name.startsWith(prefix);
}

/**
 * Notes names of settings that are none, or no numbers.
 *
 * @param bases The settings, in one of which the number is.
 */
export function checkSettingName(
  name: string,
  bases: readonly object[],
  problems: Problem[],
): void {
  const known = bases.flatMap((base) => numberNames(base, prefix));
  if (known.includes(name)) return;
  problems.push({
    path: `grid.${name}`,
    message: "Expected a setting that is a number",
    remedy: "name one such as settings.commission.percent",
    ...didYouMean(name, known),
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

/** Settings of runs on one asset for every set of a grid; those with equal numbers are the same object. */
export function settingsVariants(
  input: SettingsInput,
  grid: Grid,
  problems: Problem[],
): SettingsVariants {
  return variantsOf(input, grid, { read: settings, problems });
}

/**
 * Settings of any kind for every set of a grid.
 *
 * @param options `read` completes and checks settings as written.
 */
export function variantsOf<Input extends SettingsInput, Made>(
  input: Input,
  grid: Grid,
  { read, problems }: {
    readonly read: (input: Input) => Made;
    readonly problems: Problem[];
  },
): SettingsVariants<Made> {
  const axes = grid.names.flatMap((name, axis) => (isSettingName(name) ? [{ name, axis }] : []));
  const variants = new Int32Array(new SharedArrayBuffer(4 * grid.count));
  if (axes.length === 0) return { settings: [read(input)], variants };
  const known = new Map<string, number>();
  const made: Made[] = [];
  const width = grid.names.length;
  for (let set = 0; set < grid.count; set++) {
    const numbers = axes.map(({ axis }) => grid.matrix[set * width + axis]);
    const key = numbers.join(" ");
    let variant = known.get(key);
    if (variant === undefined) {
      variant = made.length;
      known.set(key, variant);
      const changed = axes.reduce<Input>(
        (value, { name }, index) =>
          withNumber(value, name.slice(prefix.length).split("."), numbers[index]) as Input,
        input,
      );
      made.push(readVariant(read, { changed, input, problems }));
    }
    variants[set] = variant;
  }
  return { settings: made, variants };
}

function readVariant<Input, Made>(
  read: (input: Input) => Made,
  { changed, input, problems }: {
    readonly changed: Input;
    readonly input: Input;
    readonly problems: Problem[];
  },
): Made {
  try {
    return read(changed);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    problems.push(...error.problems.map((found) => ({ ...found, path: prefix + found.path })));
    return read(input);
  }
}

/** The object with the number at the end of a path, and copies of all objects and lists on the way. */
function withNumber(value: unknown, [first, ...rest]: readonly string[], number: number): unknown {
  const fields = (value ?? {}) as Record<string, unknown>;
  const own = rest.length === 0 ? number : withNumber(fields[first], rest, number);
  return Array.isArray(value) ? value.with(Number(first), own) : { ...fields, [first]: own };
}
