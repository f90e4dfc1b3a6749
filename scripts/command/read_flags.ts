import { parseArgs } from "npm:deno-std@1.4.0/cli/parse_args.js";
import { nearestName } from "../../codegen/define/problem.ts";
import type { Flag, Flags, FlagValues } from "./flag.ts";
import { InputError, problemList } from "./input_error.ts";
import { takePairs } from "./take_pairs.ts";

type Parse = (args: readonly string[], options: {
  readonly string: readonly string[];
  readonly boolean: readonly string[];
  readonly collect: readonly string[];
  readonly unknown: (argument: string, key?: string) => boolean;
}) => Readonly<Record<string, unknown>> & { readonly _: readonly (string | number)[] };

/**
 * Reads the arguments of a command.
 *
 * @param args As the command line has them.
 * @param flags The flags there are.
 * @returns A value for every flag; false and undefined for those left out.
 * @throws {InputError} With everything that is wrong at once: unknown flags, values missing, not understood, or given
 * twice, and arguments that belong to no flag.
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * const flags = {
 *   data: { kind: "text", value: "FILE", summary: "Bars", required: true },
 *   format: { kind: "choice", choices: ["csv", "arrow"], default: "csv", summary: "Of the files" },
 * } as const;
 * assertEquals(readFlags(["--data=a.csv", "--format", "ARROW"], flags), { data: "a.csv", format: "arrow" });
 * assertThrows(() => readFlags(["--date", "a.csv"], flags), Error, "did you mean --data?");
 * ```
 */
export function readFlags<const F extends Flags>(
  args: readonly string[],
  flags: F,
): FlagValues<F> {
  const problems: string[] = [];
  const names = Object.keys(flags);
  const report = (name: string, message: string): void => {
    problems.push(`--${name}: ${message}`);
  };
  const { rest, pairs } = takePairs(args, { flags, report });
  const switches = names.filter((name) => flags[name].kind === "switch");
  const texts = names.filter((name) => !["switch", "pair"].includes(flags[name].kind));
  const given = (parseArgs as Parse)(rest, {
    string: texts,
    boolean: switches,
    collect: texts,
    unknown(argument, key): boolean {
      problems.push(key === undefined ? stray(argument) : unknownFlag(argument, key, names));
      return false;
    },
  });
  for (const argument of given._) problems.push(stray(String(argument)));
  for (const name of switches) {
    if (rest.some((argument) => argument.startsWith(`--${name}=`))) {
      report(name, "expected no value");
    }
  }
  const values = names.map((name) => {
    const found = given[name];
    if (pairs.has(name)) return [name, pairs.get(name)];
    if (typeof found === "boolean") return [name, found];
    return [name, readValue(name, flags[name], { texts: found as string[], problems })];
  });
  const missing = (name: string): boolean =>
    !args.some((text) => text === `--${name}` || text.startsWith(`--${name}=`));
  for (const [name, flag] of Object.entries<Flag>(flags)) {
    if (flag.kind !== "text" || flag.unless === undefined) continue;
    if (missing(name) !== missing(flag.unless)) continue;
    report(
      name,
      `expected either it or --${flag.unless} but found ${missing(name) ? "neither" : "both"}`,
    );
  }
  if (problems.length > 0) {
    throw new InputError(`${problemList("read the flags", problems)}\nFor all flags: --help`);
  }
  return Object.fromEntries(values) as FlagValues<F>;
}

function stray(argument: string): string {
  return `${JSON.stringify(argument)}: expected a flag before it`;
}

function unknownFlag(argument: string, key: string, names: readonly string[]): string {
  const near = nearestName(key, names);
  const written = argument.startsWith("--") ? `--${key}` : argument;
  return `${written}: there is no such flag${
    near === undefined ? "" : `; did you mean --${near}?`
  }`;
}

function readValue(
  name: string,
  flag: Flag,
  { texts, problems }: { readonly texts: readonly string[]; readonly problems: string[] },
): string | readonly string[] | undefined {
  const refuse = (message: string): undefined => {
    problems.push(`--${name}: ${message}`);
  };
  const wanted = flag.kind === "choice"
    ? `one of ${flag.choices.join(", ")}`
    : flag.kind === "switch"
    ? "no value"
    : flag.value;
  if (texts.includes("")) return refuse(`expected ${wanted} but found nothing`);
  if (flag.kind === "list") return texts;
  if (texts.length > 1) return refuse(`expected once but found ${texts.join(" and ")}`);
  const [text] = texts;
  if (flag.kind === "choice") {
    if (text === undefined) return flag.default;
    const found = flag.choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
    if (found !== undefined) return found;
    const near = nearestName(text, flag.choices);
    const remedy = near === undefined ? "" : `; did you mean ${near}?`;
    return refuse(`expected ${wanted} but found ${JSON.stringify(text)}${remedy}`);
  }
  if (flag.kind === "text" && flag.required && text === undefined) {
    return refuse(`expected ${wanted} but the flag is missing`);
  }
  return text;
}
