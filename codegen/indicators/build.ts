import type { Expression } from "../define/expression.ts";

/** A call node, for writing indicators with simpler functions. */
export function call(name: string, ...args: readonly Expression[]): Expression {
  return { tag: "call", name, args };
}

/** A literal number. */
export function literal(value: number): Expression {
  return { tag: "number", value };
}

/** A column of the bars. */
export function column(name: string): Expression {
  return { tag: "column", name };
}
