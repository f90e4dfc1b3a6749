import type { Node } from "./program.ts";

/**
 * Nodes of which one must change its value for any of the conditions to be true, where all are built on crossings of
 * averages or prices; else nothing.
 */
export function gatesOf(conditions: readonly Node[]): readonly Node[] | undefined {
  const gates = conditions.map(gatesOfOne);
  return gates.every((gate) => gate !== undefined) ? [...new Set(gates.flat())] : undefined;
}

function gatesOfOne(node: Node): readonly Node[] | undefined {
  if (node.what.kind === "crossing") {
    const [input] = node.inputs;
    return input.what.kind === "order" ? [input] : undefined;
  }
  if (node.what.kind !== "operator") return undefined;
  const [a, b] = node.inputs;
  if (node.what.name === "&&") return gatesOfOne(a) ?? gatesOfOne(b);
  if (node.what.name !== "||") return undefined;
  const [left, right] = [gatesOfOne(a), gatesOfOne(b)];
  return left && right && [...left, ...right];
}
