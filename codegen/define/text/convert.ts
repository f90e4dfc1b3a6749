import { limits } from "../check_expression.ts";
import type { Expression } from "../expression.ts";
import { functions } from "../functions.ts";
import type { BinaryNode, LiteralNode, SyntaxNode, UnaryNode } from "../text.ts";
import { convertCall, convertMember } from "./call.ts";
import { isComparison, refuseChain } from "./chain.ts";
import { resolveName } from "./names.ts";
import { type Reading, refuse, sourceOf } from "./reading.ts";
import { refusedKind, refusedLiteral, refusedOperator } from "./refusals.ts";
import { tooDeep } from "./syntax_error.ts";

/** Turns a node of the syntax tree into an expression; kinds that are not listed are refused. */
export function convert(node: SyntaxNode, reading: Reading): Expression | undefined {
  if (reading.depth >= limits.depth) {
    if (!reading.tooDeep) refuse(reading, node, tooDeep);
    reading.tooDeep = true;
    return undefined;
  }
  reading.depth++;
  const expression = convertNode(node, reading);
  reading.depth--;
  if (expression !== undefined) reading.ranges.set(expression, node);
  return expression;
}

/** Turns nodes into expressions, all of them so that all problems are found; nothing if one has a problem. */
export function convertAll(
  nodes: readonly SyntaxNode[],
  reading: Reading,
): Expression[] | undefined {
  const all = nodes.map((node) => convert(node, reading));
  if (!all.includes(undefined)) return all as Expression[];
  reading.pieces.push(...all.filter((piece) => piece !== undefined));
  return undefined;
}

function convertNode(node: SyntaxNode, reading: Reading): Expression | undefined {
  switch (node.type) {
    case "Literal":
      return convertLiteral(node, reading);
    case "Identifier":
      return resolveName(node, reading);
    case "UnaryExpression":
      return convertUnary(node, reading);
    case "BinaryExpression":
    case "LogicalExpression":
      return convertBinary(node, reading);
    case "ConditionalExpression":
      return makeCall("?:", convertAll([node.test, node.consequent, node.alternate], reading));
    case "MemberExpression":
      return convertMember(node, reading);
    case "CallExpression":
      return convertCall(node, reading);
    default:
      return refuse(reading, node, refusedKind(node.type));
  }
}

function makeCall(name: string, args: Expression[] | undefined): Expression | undefined {
  return args === undefined ? undefined : { tag: "call", name, args };
}

const decimal = /^(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

function convertLiteral(node: LiteralNode, reading: Reading): Expression | undefined {
  const { value } = node;
  if (typeof value === "boolean") return { tag: "boolean", value };
  if (typeof value !== "number" && typeof value !== "bigint") {
    return refuse(reading, node, refusedLiteral(node.regex === undefined ? value : node.regex));
  }
  const source = sourceOf(reading, node);
  if (!decimal.test(source)) {
    const message = `Expected a decimal number but found ${source.slice(0, 60)}`;
    const meant = /^0\d/.test(source) ? source.replace(/^0+(?=\d)/, "") : String(value);
    return refuse(reading, node, { message, remedy: `write ${meant}` });
  }
  const lost = value === 0 && /^[^eE]*[1-9]/.test(source);
  if (value === Infinity || lost) {
    const message = `Expected a number that a double can hold but found ${source.slice(0, 60)}`;
    return refuse(reading, node, { message, remedy: "write one between 5e-324 and 1.7e308" });
  }
  return { tag: "number", value: Number(value) };
}

function convertUnary(node: UnaryNode, reading: Reading): Expression | undefined {
  const { argument, operator } = node;
  if (operator === "-" && isBareNumber(argument, node, reading)) {
    const number = convertLiteral(argument, reading);
    return number?.tag === "number"
      ? { tag: "number", value: number.value === 0 ? 0 : -number.value }
      : undefined;
  }
  const inner = convertAll([argument], reading);
  if (operator === "-") return makeCall("neg", inner);
  if (operator === "!") return makeCall("!", inner);
  return refuse(reading, node, refusedOperator(operator));
}

/** Whether a minus and what follows are one negative number; `-(3)` is the negative of a number. */
function isBareNumber(
  argument: SyntaxNode,
  minus: UnaryNode,
  reading: Reading,
): argument is LiteralNode {
  return argument.type === "Literal" && typeof argument.value === "number" &&
    !reading.text.slice(minus.start, argument.start).includes("(");
}

function convertBinary(node: BinaryNode, reading: Reading): Expression | undefined {
  const { left, operator, right } = node;
  if (isOrdering(operator) && (isComparison(left) || isComparison(right))) {
    convertAll(refuseChain(node, reading), reading);
    return undefined;
  }
  const args = convertAll([left, right], reading);
  if (functions.get(operator)?.symbol !== undefined) return makeCall(operator, args);
  return refuse(reading, node, refusedOperator(operator));
}

function isOrdering(operator: string): boolean {
  return operator === "<" || operator === "<=" || operator === ">" || operator === ">=";
}
