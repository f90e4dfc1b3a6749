import type { SyntaxNode } from "../text.ts";
import { type Reading, refuse, sourceOf } from "./reading.ts";

type Comparison = Extract<SyntaxNode, { type: "BinaryExpression" }>;

const comparisons: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "==", "!="]);

/** Whether a node compares two values. */
export function isComparison(node: SyntaxNode): node is Comparison {
  return node.type === "BinaryExpression" && comparisons.has(node.operator);
}

/** Refuses `1 < x < 2`, with the comparisons that were meant; gives the operands, to be looked at in turn. */
export function refuseChain(node: SyntaxNode, reading: Reading): readonly SyntaxNode[] {
  const operands: SyntaxNode[] = [];
  const operators: string[] = [];
  const flatten = (part: SyntaxNode): void => {
    if (!isComparison(part)) {
      operands.push(part);
      return;
    }
    flatten(part.left);
    operators.push(part.operator);
    flatten(part.right);
  };
  flatten(node);
  const texts = operands.map((operand) => operandText(operand, reading));
  const pairs = operators.map((operator, index) =>
    `${texts[index]} ${operator} ${texts[index + 1]}`
  ).join(" && ");
  const remedy = pairs.length > 200 ? "write the comparisons one by one, with && between" : pairs;
  refuse(reading, node, {
    message: "Expected two values to compare but found a comparison among them",
    remedy: remedy === pairs ? `write ${pairs}` : remedy,
  });
  return operands;
}

/** An operand as written, in the parentheses that its node does not include. */
function operandText(node: SyntaxNode, reading: Reading): string {
  const text = sourceOf(reading, node);
  return node.type === "ConditionalExpression" || node.type === "LogicalExpression"
    ? `(${text})`
    : text;
}
