import type { Flag, Flags } from "./flag.ts";

/** Flags of two texts as found among the arguments. */
export interface TakenPairs {
  /** The other arguments. */
  readonly rest: readonly string[];
  /** Two texts by name of the flag; undefined where it is left out. */
  readonly pairs: ReadonlyMap<string, readonly [string, string] | undefined>;
}

/**
 * Takes the flags that have two texts behind them out of the arguments: `--compare a.json b.json`.
 *
 * @param report Called with the name of a flag and what is wrong with it.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const flags = { both: { kind: "pair", value: "A B", summary: "Two" } } as const;
 * const { rest, pairs } = takePairs(["--x", "--both", "a", "b"], { flags, report() {} });
 * assertEquals([rest, pairs.get("both")], [["--x"], ["a", "b"]]);
 * ```
 */
export function takePairs(
  args: readonly string[],
  { flags, report }: {
    readonly flags: Flags;
    readonly report: (name: string, message: string) => void;
  },
): TakenPairs {
  const pairs = new Map<string, readonly [string, string] | undefined>();
  let rest = args;
  for (const [name, flag] of Object.entries<Flag>(flags)) {
    if (flag.kind !== "pair") continue;
    const first = rest.findIndex((text) => text === `--${name}` || text.startsWith(`--${name}=`));
    pairs.set(name, undefined);
    if (first < 0) continue;
    const texts = rest.slice(first + 1, first + 3);
    const complete = texts.findIndex((text) => text === "" || text.startsWith("--"));
    const count = complete < 0 ? texts.length : complete;
    if (rest[first] === `--${name}` && count === 2) pairs.set(name, [texts[0], texts[1]]);
    else report(name, `expected ${flag.value} after it but found ${count === 1 ? "one" : "none"}`);
    rest = [...rest.slice(0, first), ...rest.slice(first + 1 + count)];
    if (rest.some((text) => text === `--${name}` || text.startsWith(`--${name}=`))) {
      report(name, "expected once but found more often");
      rest = rest.filter((text) => text !== `--${name}`);
    }
  }
  return { rest, pairs };
}
