import {
  add,
  close,
  column,
  div,
  high,
  low,
  mul,
  open,
  sub,
} from "../../codegen/define/builders.ts";
import { atr, highest, trueRange } from "../../codegen/define/indicator_builders.ts";
import { percentOfEquity, units, value } from "../../codegen/define/size_builders.ts";
import {
  stopLoss,
  takeProfit,
  timeStop,
  trailingStop,
} from "../../codegen/define/rule_builders.ts";
import type { RuleInput } from "../../codegen/define/rules.ts";
import type { SizeInput } from "../../codegen/define/sizes.ts";

/** A use of a rule, by builder and with text, and the exit that it makes of a long entered at 14 on bar 4 of `handBars`. */
export interface RuleExample {
  readonly text: RuleInput;
  readonly built: RuleInput;
  readonly exitIndex: number;
  readonly exitPrice: number;
}

/** A use of a size, by builder and with text, and the quantity bought at 14 with 1000 of cash. */
export interface SizeExample {
  readonly text: SizeInput;
  readonly built: SizeInput;
  readonly quantity: number;
}

/**
 * An example by the name of each rule and form. Bar 3, the signal's, runs from 11 to 15 and closes at 14, with an average
 * true range of 3.5; bar 4 falls to 12 and bar 5 opens at 13 and rises to 17.
 */
export const ruleExamples: Readonly<Record<string, RuleExample>> = {
  "stopLoss fraction": {
    text: { stopLoss: { fraction: "1 / 8" } },
    built: stopLoss(div(1, 8)),
    exitIndex: 4,
    exitPrice: 14 * 0.875,
  },
  "stopLoss distance": {
    text: { stopLoss: { distance: "0.5 * atr(2)" } },
    built: stopLoss({ distance: mul(0.5, atr(2)) }),
    exitIndex: 4,
    exitPrice: 14 - 1.75,
  },
  "stopLoss price": {
    text: { stopLoss: { price: "low + 1.5" } },
    built: stopLoss({ price: add(low, 1.5) }),
    exitIndex: 4,
    exitPrice: 12.5,
  },
  "takeProfit fraction": {
    text: { takeProfit: "0.125" },
    built: takeProfit(0.125),
    exitIndex: 5,
    exitPrice: 14 * 1.125,
  },
  "takeProfit distance": {
    text: { takeProfit: { distance: "trueRange() / 2" } },
    built: takeProfit({ distance: div(trueRange(), 2) }),
    exitIndex: 5,
    exitPrice: 16,
  },
  "takeProfit price": {
    text: { takeProfit: { price: "highest(high, 2) + 1" } },
    built: takeProfit({ price: add(highest(high, 2), 1) }),
    exitIndex: 5,
    exitPrice: 16,
  },
  "trailingStop fraction": {
    text: { trailingStop: { fraction: "0.125" } },
    built: trailingStop(0.125),
    exitIndex: 4,
    exitPrice: 14 * 0.875,
  },
  "trailingStop distance": {
    text: { trailingStop: { distance: "(close - open) / 2" } },
    built: trailingStop({ distance: div(sub(close, open), 2) }),
    exitIndex: 4,
    exitPrice: 12.5,
  },
  "trailingStop price": {
    text: { trailingStop: { price: "low + 1.5" } },
    built: trailingStop({ price: add(low, 1.5) }),
    exitIndex: 4,
    exitPrice: 12.5,
  },
  "timeStop bars": {
    text: { timeStop: { bars: "2 - 1" } },
    built: timeStop(sub(2, 1)),
    exitIndex: 5,
    exitPrice: 13,
  },
};

/** An example by the name of each size; `u` is 3 and the close 14 on the signal's bar. */
export const sizeExamples: Readonly<Record<string, SizeExample>> = {
  units: { text: { units: "u * 2" }, built: units(mul(column("u"), 2)), quantity: 6 },
  value: { text: { value: "close * 2" }, built: value(mul(close, 2)), quantity: 2 },
  percentOfEquity: {
    text: { percentOfEquity: "u / 10" },
    built: percentOfEquity(div(column("u"), 10)),
    quantity: 300 / 14,
  },
};
