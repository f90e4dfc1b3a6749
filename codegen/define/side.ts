import { type OrderInput, readOrder } from "./orders.ts";
import { inside, readObject, report } from "./read_object.ts";
import { type ExpressionInput, readExpression, type StrategyReading } from "./scope.ts";
import type { Side } from "./types.ts";

/** Signals of one side as written. */
export interface SideInput {
  /** Condition that opens a position of this side. */
  readonly enter: ExpressionInput;
  /** Condition that closes it. */
  readonly exit?: ExpressionInput;
  /** The order that `enter` submits; a market order if left out. */
  readonly entry?: OrderInput;
  /** The order that `exit` submits; a market order if left out. */
  readonly exitOrder?: OrderInput;
}

/** Reads the signals and orders of one side. */
export function readSide(value: unknown, reading: StrategyReading): Side | undefined {
  if (value === undefined) return undefined;
  const fields = readObject(value, reading, ["enter", "exit", "entry", "exitOrder"]);
  if (fields === undefined) return undefined;
  if (!fields.has("enter")) report(inside(reading, "enter"), "Expected a condition but found none");
  if (fields.has("exitOrder") && !fields.has("exit")) {
    const message = "Expected an exit that submits the order but found none";
    report(inside(reading, "exitOrder"), message, "add exit or leave the order out");
  }
  const at = <T>(
    key: string,
    read: (value: unknown, place: StrategyReading) => T,
  ): { readonly [key: string]: NonNullable<T> } => {
    const found = fields.has(key) ? read(fields.get(key), inside(reading, key)) : undefined;
    return found === undefined || found === null ? {} : { [key]: found };
  };
  const condition = (value: unknown, place: StrategyReading): Side["exit"] =>
    readExpression(value, place, "boolean");
  const side = {
    ...at("enter", condition),
    ...at("exit", condition),
    ...at("entry", readOrder),
    ...at("exitOrder", readOrder),
  };
  return Object.hasOwn(side, "enter") ? Object.freeze(side as unknown as Side) : undefined;
}
