import { lengthBounds } from "../bounds.ts";
import { orderSpecs } from "../orders.ts";
import { seriesWithin, staticWithin } from "./expression_schema.ts";
import { objectOf, ref, type Schema } from "./schema.ts";

/** Signals and orders of one side. */
export function sideSchema(): Schema {
  return objectOf({
    enter: { description: "Opens a position of this side.", ...(ref("condition") as object) },
    exit: { description: "Closes it.", ...(ref("condition") as object) },
    entry: { description: "The order that enter submits.", ...(ref("order") as object) },
    exitOrder: { description: "The order that exit submits.", ...(ref("order") as object) },
  }, { required: ["enter"], dependentRequired: { exitOrder: ["exit"] } });
}

const descriptions = {
  price: "The limit of a limit order, the stop of a stop or stop-limit order.",
  limit: "The limit of a stop-limit order.",
} as const;

/** An order: each type with what belongs to it. */
export function orderSchema(): Schema {
  return {
    description: "An order; a market order where none is written.",
    anyOf: Object.entries(orderSpecs).map(([type, { prices, expires, summary }]) => {
      const price = { anyOf: seriesWithin({ above: 0 }) };
      const properties: Record<string, Schema> = { type: { const: type } };
      for (const key of prices) properties[key] = { description: descriptions[key], ...price };
      if (expires) {
        const description = "Bars that it works; until it is cancelled if left out.";
        properties.expires = { description, anyOf: staticWithin(lengthBounds) };
      }
      return objectOf(properties, { description: summary, required: ["type", ...prices] });
    }),
  };
}
