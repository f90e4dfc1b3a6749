import { describe } from "./describe.ts";
import type { ColumnFill, Expression } from "./expression.ts";
import { barColumns } from "./names.ts";
import { refuseZone } from "./zone.ts";

/** Takes what is wrong with a leaf of an expression. */
type Report = (what: { readonly message: string; readonly remedy?: string }) => void;

/** Reads an own property, so that nothing inherited can pass for data. */
export function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
}

/** A frozen number node; finite, and never -0. */
export function completeNumber(value: unknown, report: Report): Expression | undefined {
  if (typeof value === "number" && Number.isFinite(value)) {
    return Object.freeze({ tag: "number", value: value === 0 ? 0 : value });
  }
  report({ message: `Expected a finite number but found ${describe(value)}` });
  return undefined;
}

/** A frozen column node. */
export function completeColumn(name: unknown, report: Report): Expression | undefined {
  if (typeof name === "string" && name !== "" && name.length <= 200) {
    return Object.freeze({ tag: "column", name });
  }
  report({ message: `Expected the name of a column but found ${describe(name)}` });
  return undefined;
}

/** A frozen node of a custom column; its name is none that every series of bars has. */
export function completeCustom(raw: object, report: Report): Expression | undefined {
  const [name, fill] = [own(raw, "name"), own(raw, "fill")];
  if (completeColumn(name, report) === undefined) return undefined;
  if ((barColumns as readonly unknown[]).includes(name)) {
    report({ message: `Expected a free name for a custom column but found ${describe(name)}` });
    return undefined;
  }
  if (typeof fill === "function") {
    return Object.freeze({ tag: "custom", name: name as string, fill: fill as ColumnFill });
  }
  report({
    message: `Expected a function that fills column ${describe(name)} but found ${describe(fill)}`,
    remedy: "write column(name, (bars, out, from, to) => …)",
  });
  return undefined;
}

/** A frozen text node with the name of a time zone, from such a node or from plain text; `what` names the argument. */
export function completeZone(raw: unknown, what: string, report: Report): Expression | undefined {
  const isNode = typeof raw === "object" && raw !== null && own(raw, "tag") === "text";
  const value = isNode ? own(raw, "value") : raw;
  const found = typeof value === "object" ? "a value" : describe(value);
  const refused = refuseZone(value, { as: ` as ${what}`, found });
  if (refused === undefined) return Object.freeze({ tag: "text", value: value as string });
  report(refused);
  return undefined;
}
