import type { Call, Expression } from "../define/expression.ts";
import { type ParamValues, staticValue } from "../define/static.ts";
import type { NodePlan } from "./leaf_nodes.ts";
import type { Lowering } from "./lower.ts";
import { latest } from "./node_facts.ts";
import type { NewNode, Ring } from "./program.ts";

/** The node of an operator that remembers something of all bars before. */
export function statefulNode(
  { name, args }: Call,
  lowering: Pick<Lowering, "lower" | "number" | "static">,
): NodePlan {
  const last = args.at(-1)!;
  const k = name === "valueWhen" ? last : undefined;
  // The last value and a sum that never begins again are so common that they are structure.
  const ring = k === undefined || isZero(k) ? undefined : ringOf(k, lowering);
  const series = k !== undefined || (name === "cum" && isNever(last)) ? args.slice(0, -1) : args;
  const inputs = series.map((arg) => lowering.lower(arg));
  // The text names numbers several times.
  inputs.filter(({ type }) => type === "number").forEach((input) => input.readers++);
  return {
    key: [name, ...inputs.map(({ word }) => word), ring?.slot.word ?? ""].join(" "),
    kind: name,
    node(word): NewNode {
      const first = latest(inputs);
      return {
        type: "number",
        what: { kind: "stateful", name, ...(ring === undefined ? {} : { ring }) },
        inputs,
        first,
        start: lowering.number(`${word}Start`, first, true),
        range: "any",
      };
    },
  };
}

function ringOf(k: Expression, lowering: Pick<Lowering, "static">): Ring {
  const bars = (values: ParamValues): number => staticValue(k, values);
  return { slot: lowering.static(k, true), bars };
}

function isZero(expression: Expression): boolean {
  return expression.tag === "number" && expression.value === 0;
}

function isNever(expression: Expression): boolean {
  return expression.tag === "boolean" && !expression.value;
}
