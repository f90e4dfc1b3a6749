import type { Call, Expression } from "./expression.ts";
import { isPlainName } from "./names.ts";

/** What names mean where the printed text will be read. */
export interface PrintOptions {
  /** Named expressions: their names are printed in place of equal calls. Those that the text may not use stay out. */
  readonly lets?: readonly (readonly [name: string, expression: Expression])[];
  /** Further names that are taken there, of parameters as a rule; columns named so are written `column("…")`. */
  readonly reserved?: Iterable<string>;
}

/**
 * Text of an expression, with as few parentheses as can be; reading it back gives an equal expression.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const close = { tag: "column", name: "close" } as const;
 * const one = { tag: "number", value: 1 } as const;
 * const before = { tag: "call", name: "lag", args: [close, one] } as const;
 * const change = { tag: "call", name: "-", args: [close, before] } as const;
 * assertEquals(printExpression(change), "close - close[1]");
 * assertEquals(printExpression(change, { lets: [["last", before]] }), "close - last");
 * ```
 */
export function printExpression(expression: Expression, options: PrintOptions = {}): string {
  return new Printer(options, expression).print(expression);
}

/** Prints several expressions that may name the same lets. */
export class Printer {
  readonly #plain: Printing;
  readonly #taken: Set<string>;
  readonly #names: readonly (readonly [text: string, name: string])[];

  /** A printer for text in which these names mean lets and parameters; `also` may bring further parameters. */
  constructor({ lets = [], reserved = [] }: PrintOptions, ...also: readonly Expression[]) {
    this.#taken = new Set([...reserved, ...lets.map(([name]) => name)]);
    const seen = new Set<Expression>();
    for (const part of [...also, ...lets.map(([, named]) => named)]) {
      addParams(part, this.#taken, seen);
    }
    this.#plain = { taken: this.#taken, names: new Map(), written: new Map() };
    this.#names = lets.map(([name, named]) => [write(named, this.#plain).text, name]);
  }

  /** The text of an expression, in which only the first `known` lets are named. */
  print(expression: Expression, known: number = this.#names.length): string {
    const names = new Map(this.#names.slice(0, known));
    const printing = { taken: this.#taken, names, written: new Map(), plain: this.#plain };
    return write(expression, printing).text;
  }
}

interface Printing {
  /** Names that do not mean a column. */
  readonly taken: ReadonlySet<string>;
  /** Names of `let` by the text of what they stand for. */
  readonly names: ReadonlyMap<string, string>;
  /** What has been written, so that shared parts are written once. */
  readonly written: Map<Expression, Written>;
  /** Writing without names, by which equal calls are known. */
  readonly plain?: Printing;
}

/** Text and how tightly its outermost operator binds. */
interface Written {
  readonly text: string;
  readonly level: number;
}

/** How tightly operators bind, as in JavaScript. */
const levels: ReadonlyMap<string, number> = new Map([
  ["?:", 1],
  ["||", 2],
  ["&&", 3],
  ...["==", "!="].map((name) => [name, 4] as const),
  ...["<", "<=", ">", ">="].map((name) => [name, 5] as const),
  ...["+", "-"].map((name) => [name, 6] as const),
  ...["*", "/", "%"].map((name) => [name, 7] as const),
  ...["neg", "!"].map((name) => [name, 8] as const),
]);
const conditional = 1;
const prefix = 8;
const primary = 9;

function addParams(expression: Expression, taken: Set<string>, seen: Set<Expression>): void {
  if (seen.has(expression)) return;
  seen.add(expression);
  if (expression.tag === "param") taken.add(expression.name);
  if (expression.tag === "call") expression.args.forEach((arg) => addParams(arg, taken, seen));
}

function write(expression: Expression, printing: Printing): Written {
  const known = printing.written.get(expression);
  if (known !== undefined) return known;
  const written = writeNew(expression, printing);
  printing.written.set(expression, written);
  return written;
}

function writeNew(expression: Expression, printing: Printing): Written {
  switch (expression.tag) {
    case "number": {
      const { value } = expression;
      return { text: String(value), level: value < 0 ? prefix : primary };
    }
    case "boolean":
      return { text: String(expression.value), level: primary };
    case "param":
      return { text: expression.name, level: primary };
    case "custom":
      throw new TypeError(
        `Cannot write column ${JSON.stringify(expression.name)} as text: it is a function`,
      );
    case "text":
      return { text: JSON.stringify(expression.value), level: primary };
    case "column":
      return { text: columnText(expression.name, printing), level: primary };
    case "call":
      return writeCall(expression, printing);
  }
}

function columnText(name: string, { taken }: Printing): string {
  return isPlainName(name) && !taken.has(name) ? name : `column(${JSON.stringify(name)})`;
}

function writeCall(call: Call, printing: Printing): Written {
  const { names, plain } = printing;
  if (names.size > 0 && plain !== undefined) {
    const name = names.get(write(call, plain).text);
    if (name !== undefined) return { text: name, level: primary };
  }
  const level = levels.get(call.name);
  if (level !== undefined && call.args.length === operands(level)) {
    return { text: operatorText(call, level, printing), level };
  }
  return { text: lagText(call, printing) ?? callText(call, printing), level: primary };
}

function operands(level: number): number {
  if (level === conditional) return 3;
  return level === prefix ? 1 : 2;
}

function operatorText({ name, args }: Call, level: number, printing: Printing): string {
  if (level === conditional) {
    const [test, yes, no] = args;
    const branches = [yes, no].map((arg) => operand(arg, level, printing));
    return `${operand(test, level + 1, printing)} ? ${branches.join(" : ")}`;
  }
  if (level < prefix) {
    const [left, right] = args;
    return `${operand(left, level, printing)} ${name} ${operand(right, level + 1, printing)}`;
  }
  const inner = operand(args[0], level, printing);
  if (name === "!") return `!${inner}`;
  // `-3` is a number and `--x` another operator.
  return args[0].tag === "number" || inner.startsWith("-") ? `-(${inner})` : `-${inner}`;
}

function operand(expression: Expression, least: number, printing: Printing): string {
  const { text, level } = write(expression, printing);
  return level < least ? `(${text})` : text;
}

/** `x[k]`, where x needs no parentheses. */
function lagText({ name, args }: Call, printing: Printing): string | undefined {
  if (name !== "lag" || args.length !== 2) return undefined;
  const [x, k] = args;
  const { text, level } = write(x, printing);
  if (level < primary || x.tag === "number" || x.tag === "boolean") return undefined;
  return `${text}[${write(k, printing).text}]`;
}

function callText({ name, args, output }: Call, printing: Printing): string {
  const list = args.map((arg) => write(arg, printing).text).join(", ");
  return `${name}(${list})${output === undefined ? "" : `.${output}`}`;
}
