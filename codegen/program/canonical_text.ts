import type { RunNumbers } from "../compile.ts";
import { indicators } from "../indicators/mod.ts";
import type { Step } from "../indicators/indicator.ts";
import type { Node, NumberSlot } from "./program.ts";

const names: ReadonlyMap<Step, string> = new Map(
  [...indicators].flatMap((
    [name, { step }],
  ) => (step === undefined ? [] : [[step, name] as const])),
);

/**
 * A text that is equal for nodes that have the same values on the same bars: what is computed of what, with its numbers.
 *
 * Custom columns stand for themselves by name, so that texts of different programs can be compared only without such.
 */
export function canonicalText(node: Node, run: RunNumbers): string {
  const { what, inputs } = node;
  const number = (slot: NumberSlot): string => String(slot.value(run.params, run.settings));
  const read = inputs.map((input) => canonicalText(input, run));
  switch (what.kind) {
    case "number":
      return number(what.slot);
    case "column":
      return JSON.stringify(what.column);
    case "row":
      throw new TypeError("Cannot write a row as text");
    case "step": {
      const numbers = [...what.numbers].map(([key, slot]) => `${key}=${number(slot)}`);
      return `${names.get(what.step)}(${[...read, ...numbers].join()})@${node.first(run.params)}`;
    }
    case "lag":
      return `lag(${[...read, number(what.bars)].join()})`;
    case "run":
      return `${what.up ? "rising" : "falling"}(${[...read, number(what.bars)].join()})`;
    case "crossing":
      return `${what.up ? "crossOver" : "crossUnder"}(${read.join()})`;
    case "stateful": {
      const ring = what.ring === undefined ? [] : [number(what.ring.slot)];
      return `${what.name}(${[...read, ...ring].join()})`;
    }
    case "operator":
    case "clock":
      return `${what.name}(${read.join()})`;
    case "before":
    case "order":
      return `${what.kind}(${read.join()})`;
  }
}
