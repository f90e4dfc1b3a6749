import type { OrderShape } from "../../program/shape.ts";
import { type Code, js } from "../code.ts";
import type { View } from "./view.ts";

/** Where the words of a waiting order live. */
export interface WaitingOrder {
  readonly order: OrderShape;
  /** The market as seen by the position that the order opens or closes. */
  readonly view: View;
  /** Whether it closes a position. */
  readonly exit: boolean;
  readonly price: Code;
  readonly limit: Code;
  readonly reached: Code;
}

/** What is done once an order is reached: code that sets base and limit. */
export interface Found {
  readonly base: Code;
  /** The limit, if it is a limit order. */
  readonly limit?: Code;
  /** Whether the price came down to a buy's limit, and not up to its stop. */
  readonly byLimit?: boolean;
}

/** Whether the open has reached an order, and what then. */
export function emitReachedByOpen(waiting: WaitingOrder, fill: (found: Found) => Code): Code {
  const { order, price, limit, reached } = waiting;
  const worse = beyond(waiting);
  switch (order.type) {
    case "marketOnClose":
      return js``;
    case "limit":
      return js`if (${worse.within(js`op`, price)}) {
          ${fill({ base: js`op`, limit: price })}
        }`;
    case "stop":
      return js`if (${worse.through(js`op`, price)}) {
          ${fill({ base: js`op` })}
        }`;
    case "stopLimit":
      return js`if (${worse.through(js`op`, price)}) ${reached} = 1;
        if (${reached} !== 0 && ${worse.within(js`op`, limit)}) {
          ${fill({ base: js`op`, limit })}
        }`;
  }
}

/** Whether the bar has reached an order that its open has not, and what then. */
export function emitReachedInside(waiting: WaitingOrder, fill: (found: Found) => Code): Code {
  const { order, price, limit, reached } = waiting;
  const { within, through, cheapest, dearest } = beyond(waiting);
  switch (order.type) {
    case "marketOnClose":
      return js``;
    case "limit":
      return js`if (${within(cheapest, price)}) {
          ${fill({ base: price, limit: price, byLimit: true })}
        }`;
    case "stop":
      return js`if (${through(dearest, price)}) {
          ${fill({ base: price })}
        }`;
    case "stopLimit":
      return js`if (${reached} !== 0) {
          if (${within(cheapest, limit)}) {
            ${fill({ base: limit, limit, byLimit: true })}
          }
        } else if (${through(dearest, price)}) {
          ${reached} = 1;
          if (${through(limit, price)}) {
            ${fill({ base: price, limit })}
          } else if (${within(js`cl`, limit)}) {
            ${fill({ base: limit, limit, byLimit: true })}
          }
        }`;
  }
}

/** Comparisons for a buyer, or mirrored: an exit of a long sells. */
function beyond({ view, exit }: WaitingOrder): {
  readonly within: (a: Code, limit: Code) => Code;
  readonly through: (a: Code, stop: Code) => Code;
  readonly cheapest: Code;
  readonly dearest: Code;
} {
  return exit
    ? {
      within: view.atOrAbove,
      through: view.atOrBelow,
      cheapest: view.ahead,
      dearest: view.behind,
    }
    : {
      within: view.atOrBelow,
      through: view.atOrAbove,
      cheapest: view.behind,
      dearest: view.ahead,
    };
}
