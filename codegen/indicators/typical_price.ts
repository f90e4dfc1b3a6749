import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";

/** The mean of high, low and close. */
export function typicalPrice(): Expression {
  const sum = call("+", call("+", column("high"), column("low")), column("close"));
  return call("/", sum, literal(3));
}
