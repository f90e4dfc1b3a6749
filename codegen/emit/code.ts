/** A piece of generated source. Only the `js` tag and `name()` make one, so that no user text can become code. */
export class Code {
  /** The source text. */
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** Code from the literal parts of a template and its pieces. */
  static template(parts: readonly string[], pieces: readonly Piece[]): Code {
    let text = parts[0];
    pieces.forEach((piece, index) => {
      text += print(piece) + parts[index + 1];
    });
    return Object.freeze(new Code(text));
  }

  /** The text itself, for assembling and tests. */
  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: code, a list of code (one a line), or a whole number of the program's structure. */
export type Piece = Code | readonly Code[] | number;

function print(piece: Piece): string {
  if (piece instanceof Code) return piece.text;
  if (Array.isArray(piece)) return piece.map(print).join("\n");
  if (typeof piece === "number") return printNumber(piece);
  throw new TypeError(
    `Cannot print generated code: expected Code or a number but found ${typeof piece}`,
  );
}

/**
 * Source text of a number that reads back as the same double, safe after any operator.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals([1.5, -1, -0, NaN].map(printNumber), ["1.5", "(-1)", "(-0)", "NaN"]);
 * ```
 */
export function printNumber(value: number): string {
  if (Object.is(value, -0)) return "(-0)";
  return value < 0 ? `(${value})` : String(value);
}

/** Template tag for generated code. Strings, functions and objects are refused as pieces. */
export function js(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Code {
  return Code.template(parts, pieces);
}

const identifier = /^[a-zA-Z_$][a-zA-Z0-9_$]*$/;

/** An identifier of generated code, checked. Only fixed words of the compiler and counters go in, never users' names. */
export function name(word: string): Code {
  if (!identifier.test(word)) {
    throw new TypeError(`Cannot name generated code: found ${JSON.stringify(word)}`);
  }
  return Code.template([word], []);
}

/** No code: what an option that is off leaves behind. */
export const nothing: Code = js``;

/** Code that stands only if a condition of the structure holds. */
export function when(condition: boolean, code: () => Code): Code {
  return condition ? code() : nothing;
}

/** Lines of code, one after the other. */
export function lines(items: readonly Code[]): Code {
  return js`${items.filter((item) => item.text.trim() !== "")}`;
}

/** Code items with an operator or separator between them. */
export function join(items: readonly Code[], separator: Code): Code {
  return items.slice(1).reduce((all, item) => js`${all}${separator}${item}`, items[0] ?? nothing);
}

/** Generated source laid out: blank lines that options left behind removed, two spaces a level of braces. */
export function layOut(code: Code): string {
  let depth = 0;
  const out: string[] = [];
  for (const raw of code.text.split("\n")) {
    const line = raw.trim();
    if (line === "") continue;
    const { leading, change } = braces(line);
    out.push(indents[Math.max(0, depth - leading)] + line);
    depth += change;
  }
  return out.join("\n");
}

const indents = Array.from({ length: 40 }, (_, depth) => "  ".repeat(depth));

/** How many brackets a line closes before anything else, and by how many levels it goes deeper. */
function braces(line: string): { leading: number; change: number } {
  let leading = 0;
  let change = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === "/" && line[at + 1] === "/") break;
    if (character === "{" || character === "(" || character === "[") change++;
    if (character === "}" || character === ")" || character === "]") {
      if (leading === at) leading++;
      change--;
    }
  }
  return { leading, change };
}
