import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";

/** One number over another, 0 where that is 0. */
export function share(part: Expression, whole: Expression): Expression {
  const zero = literal(0);
  return call("?:", call("==", whole, zero), zero, call("/", part, whole));
}
