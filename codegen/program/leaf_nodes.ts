import type { CustomColumn, Expression } from "../define/expression.ts";
import { valueType } from "../define/value_type.ts";
import { barsColumn } from "./column_source.ts";
import { capital } from "./node_facts.ts";
import type { NewNode, Node, NumberSlot } from "./program.ts";

/** A node to be made once: the key by which it is known, the kind of its word, and the rest. */
export interface NodePlan {
  readonly key: string;
  readonly kind: string;
  readonly node: (word: string) => NewNode;
}

/** The node of a number of the parameter array. */
export function numberNode(slot: NumberSlot, expression: Expression): NodePlan {
  return {
    key: `number ${slot.word}`,
    kind: "number",
    node: () => ({
      type: valueType(expression),
      what: { kind: "number", slot },
      inputs: [],
      first: () => 0,
      range: "any",
    }),
  };
}

/** The node of a column of the bars. */
export function columnNode(column: string): NodePlan {
  const price = ["open", "high", "low", "close"].includes(column);
  return {
    key: `column ${column}`,
    kind: price || column === "volume" ? `bar${capital(column)}` : "barUser",
    node: () => ({
      type: "number",
      what: { kind: "column", column: barsColumn(column) },
      inputs: [],
      first: () => 0,
      range: price ? "price" : "any",
    }),
  };
}

/** The node of a custom column; in one program a name stands for one function. */
export function customNode(column: CustomColumn): NodePlan {
  return {
    key: `custom ${column.name}`,
    kind: "custom",
    node: () => ({
      type: "number",
      what: { kind: "column", column: { kind: "custom", column } },
      inputs: [],
      first: () => 0,
      range: "any",
    }),
  };
}

/** The node of the local time of a zone: a column that is made before the run. */
export function localTimeNode(zone: Expression): NodePlan {
  const { value } = zone as Extract<Expression, { tag: "text" }>;
  return {
    key: `local time ${value}`,
    kind: "localTime",
    node: () => ({
      type: "number",
      what: { kind: "column", column: { kind: "localTime", zone: value } },
      inputs: [],
      first: () => 0,
      range: "finite",
    }),
  };
}

/** The node of a function of time, which reads a local time. */
export function clockNode(name: string, local: Node): NodePlan {
  const isNewDay = name === "newDay";
  return {
    key: `${name} ${local.word}`,
    kind: name,
    node: () => ({
      type: isNewDay ? "boolean" : "number",
      what: { kind: isNewDay ? "stateful" : "clock", name },
      inputs: [local],
      first: () => 0,
      range: isNewDay ? "any" : "finite",
    }),
  };
}
