import { limits } from "../check_expression.ts";
import { codePoint, type Range, type Refusal } from "./reading.ts";

/** The refusal of text that nests too deeply. */
export const tooDeep: Refusal = {
  message: `Expected at most ${limits.depth} levels of nesting`,
  remedy: "name parts of it with let",
};

/** Whether the error means that the stack was used up. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || /stack space/.test(String(error));
}

/** Characters that word processors and other languages put where JavaScript has its own. */
const plain: ReadonlyMap<string, string> = new Map([
  ...[["\u2264", "<="], ["\u2265", ">="], ["\u2260", "!="], ["\u00d7", "*"], ["\u00f7", "/"]],
  ...[["\u2212", "-"], ["\u2013", "-"], ["\u201c", '"'], ["\u201d", '"']],
] as [string, string][]);

/** What a failure of the parser means, in the user's words, and where. */
export function explainSyntaxError(
  error: unknown,
  text: string,
  tokens: readonly Range[],
): Range & { readonly what: Refusal } {
  const all = { start: 0, end: text.length };
  if (isStackOverflow(error)) return { ...all, what: tooDeep };
  const failure = error as SyntaxError & { pos: number };
  const cause = failure.message.replace(/ \(\d+:\d+\)$/, "");
  // The parser takes `#` for the start of a name and stumbles over what follows.
  const pos = text[failure.pos - 1] === "#" ? failure.pos - 1 : failure.pos;
  const token = tokens.find(({ start, end }) => start <= pos && pos < end);
  const character = String.fromCodePoint(text.codePointAt(pos) ?? 0);
  if (cause.startsWith("Unexpected character")) {
    const ascii = plain.get(character);
    const remedy = ascii === undefined ? "leave it out" : `write ${ascii}`;
    const what = {
      message: `The character ${codePoint(character)} is not part of the language`,
      remedy,
    };
    return { start: pos, end: pos + character.length, what };
  }
  if (cause === "Unexpected token" && token === undefined) {
    const last = tokens.at(-1) ?? all;
    const remedy = "complete the expression and close its brackets";
    return { ...rangeOf(last), what: { message: "Expected more but the text ends", remedy } };
  }
  const range = rangeOf(token ?? { start: pos, end: text.length });
  if (cause === "Unexpected token") {
    const found = JSON.stringify(text.slice(range.start, Math.min(range.end, range.start + 60)));
    const remedy = "look for a missing operator, operand or bracket before it";
    return { ...range, what: { message: `Expected another symbol but found ${found}`, remedy } };
  }
  const remedy = cause.startsWith("Assigning") ? { remedy: "write == to compare" } : {};
  const [sentence] = cause.split(". ");
  const reason = sentence.charAt(0).toLowerCase() + sentence.slice(1);
  return { ...range, what: { message: `Cannot read the text: ${reason}`, ...remedy } };
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
