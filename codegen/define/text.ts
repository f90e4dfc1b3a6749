import defer * as acorn from "npm:acorn@8.19.0";
import type { Expression, Param } from "./expression.ts";
import type { Problem } from "./problem.ts";
import { convert } from "./text/convert.ts";
import { nesting, nestingLimit } from "./text/nesting.ts";
import { type Reading, refuse } from "./text/reading.ts";
import { explainSyntaxError, isStackOverflow, tooDeep } from "./text/syntax_error.ts";

/** What the names of a text may mean, and where its problems go. */
export interface TextScope {
  /** Where the text stands in the definition: `long.enter`. */
  readonly path: string;
  /** Declared parameters; each use becomes a node of its own. */
  readonly params: ReadonlyMap<string, Param>;
  /** Named expressions; each use becomes a node of its own that shares its arguments. */
  readonly lets: ReadonlyMap<string, Expression>;
  /** Whether names may have dots, as `settings.cash`: of lets, and unknown ones too, which are read as columns. */
  readonly dotted?: boolean;
  /** Takes the problems found, after those already there. */
  readonly problems: Problem[];
  /** Told of the sound parts of a text that has problems, so that they can be checked too. */
  readonly onPiece?: (piece: Expression, locate: Parsed["locate"]) => void;
}

/** An expression read from text. */
export interface Parsed {
  /** Not yet checked: numbers and types of arguments are as written, defaults are not filled in. */
  readonly expression: Expression;
  /** Source text of a node and its position in characters from 0; nothing for nodes inside a `let`. */
  locate(node: Expression): { snippet: string; place: number } | undefined;
}

/** A node of the syntax tree; that of acorn, of which the language uses a part. */
export type SyntaxNode =
  | acorn.Expression
  | acorn.PrivateIdentifier
  | acorn.SpreadElement
  | acorn.Super;
/** A name in the syntax tree. */
export type NameNode = acorn.Identifier;
/** A literal in the syntax tree. */
export type LiteralNode = acorn.Literal;
/** A call in the syntax tree. */
export type CallNode = acorn.CallExpression;
/** `x[k]` or `x.y` in the syntax tree. */
export type MemberNode = acorn.MemberExpression;
/** An operator with two operands in the syntax tree. */
export type BinaryNode = acorn.BinaryExpression | acorn.LogicalExpression;
/** An operator before its operand in the syntax tree. */
export type UnaryNode = acorn.UnaryExpression;

/** Longest text that is read, in characters. */
export const maximumTextLength = 100_000;

/**
 * Reads expression text: a subset of JavaScript, never run, from which only listed pieces are taken.
 *
 * All problems of the text go to the scope, each with its snippet, place and remedy; then nothing is returned.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const scope = { path: "long.enter", params: new Map(), lets: new Map(), problems: [] };
 * assertEquals(parseText("close > open[1]", scope)?.expression, {
 *   tag: "call",
 *   name: ">",
 *   args: [
 *     { tag: "column", name: "close" },
 *     {
 *       tag: "call",
 *       name: "lag",
 *       args: [{ tag: "column", name: "open" }, { tag: "number", value: 1 }],
 *     },
 *   ],
 * });
 * ```
 */
export function parseText(text: string, scope: TextScope): Parsed | undefined {
  const before = scope.problems.length;
  const reading: Reading = {
    text,
    scope,
    ranges: new WeakMap(),
    pieces: [],
    depth: 0,
    tooDeep: false,
  };
  const node = parseSyntax(reading);
  const expression = node === undefined ? undefined : convert(node, reading);
  const locate: Parsed["locate"] = (node) => {
    const range = reading.ranges.get(node);
    if (range === undefined) return undefined;
    return { snippet: text.slice(range.start, range.end), place: range.start };
  };
  if (expression !== undefined && scope.problems.length === before) return { expression, locate };
  if (reading.tooDeep) return undefined;
  const pieces = expression === undefined ? reading.pieces : [expression];
  pieces.forEach((piece) => scope.onPiece?.(piece, locate));
  return undefined;
}

/** Sloppy mode: words that only strict JavaScript reserves may name columns; the rest is refused node by node. */
const options = { ecmaVersion: "latest", sourceType: "script", allowHashBang: false } as const;

function parseSyntax(reading: Reading): SyntaxNode | undefined {
  const { text } = reading;
  if (text.length > maximumTextLength) {
    const message =
      `Expected at most ${maximumTextLength} characters of text but found ${text.length}`;
    return refuse(reading, { start: 0, end: 60 }, { message, remedy: "name parts of it with let" });
  }
  const tokens: acorn.Token[] = [];
  try {
    readTokens(reading, tokens);
    const all = { start: 0, end: text.length };
    if (tokens.length === 0) {
      return refuse(reading, all, { message: "Expected an expression but found no text" });
    }
    if (nesting(tokens) > nestingLimit) return refuse(reading, all, tooDeep);
    const used: acorn.Token[] = [];
    const node = acorn.parseExpressionAt(text, 0, { ...options, onToken: used });
    refuseTrailing(reading, tokens, used.at(-1)!.end);
    return node;
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isStackOverflow(error)) throw error;
    const { what, ...range } = explainSyntaxError(error, text, tokens);
    return refuse(reading, range, what);
  }
}

/** Reads all tokens, which takes no recursion, and refuses comments, which the syntax tree does not show. */
function readTokens(reading: Reading, tokens: acorn.Token[]): void {
  const onComment = (_block: boolean, _text: string, start: number, end: number): void =>
    refuse(reading, { start, end }, {
      message: "A comment is not part of the language",
      remedy: "leave it out",
    });
  for (const token of acorn.tokenizer(reading.text, { ...options, onComment })) tokens.push(token);
}

function refuseTrailing(reading: Reading, tokens: readonly acorn.Token[], end: number): void {
  const next = tokens.find((token) => token.start >= end);
  if (next === undefined) return;
  const stray = [";", ")", "]", "}"].includes(next.type.label);
  refuse(reading, { start: next.start, end: reading.text.length }, {
    message: "Expected one expression but found more text after it",
    remedy: stray ? "leave it out" : "join the parts with an operator, as in a && b",
  });
}
