import { functions } from "./functions.ts";

/** The columns that every series of bars has. */
export const barColumns = ["open", "high", "low", "close", "volume"] as const;

const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/** Words that mean something to readers of text, beside functions. */
export const takenWords: ReadonlySet<string> = new Set([
  ...barColumns,
  ...["true", "false", "column", "NaN", "Infinity", "undefined", "null"],
  ...["__proto__", "constructor", "prototype"],
  ...("await break case catch class const continue debugger default delete do else enum export " +
    "extends finally for function if implements import in instanceof interface let new package " +
    "private protected public return static super switch this throw try typeof var void while " +
    "with yield arguments eval").split(" "),
]);

/** Whether a plain name may stand in expression text for a column. */
export function isPlainName(name: string): boolean {
  return identifier.test(name) && !functions.has(name) &&
    (!takenWords.has(name) || (barColumns as readonly string[]).includes(name));
}

/** Why a name cannot be given to a parameter or a `let`, or nothing. */
export function refuseName(name: string): string | undefined {
  if (!identifier.test(name)) {
    return `Expected a name of up to 64 letters, digits and _ but found ${
      JSON.stringify(name.slice(0, 80))
    }`;
  }
  if (functions.has(name)) return `Expected a free name but "${name}" is a function`;
  if (takenWords.has(name)) return `Expected a free name but "${name}" has a meaning of its own`;
  return undefined;
}
