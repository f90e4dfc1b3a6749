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
import {
  breakEven,
  scaleOut,
  sessionEnd,
  stopLoss,
  takeProfit,
  timeStop,
  trailingStop,
} from "../../codegen/define/rule_builders.ts";
import type { RuleInput } from "../../codegen/define/rules.ts";
import type { PartExample } from "./definition_row.ts";

/** A use of a rule, and the exit that it makes of a long entered at 14 on bar 4 of `handBars`, unless said. */
export interface RuleExample extends PartExample<RuleInput> {
  /** The signal, if not that of bar 3. */
  readonly enter?: string;
  /** The bar of the entry, if not 4. */
  readonly entryIndex?: number;
  /** Further rules. */
  readonly beside?: readonly RuleInput[];
  /** What goes out, if not the one unit that is held. */
  readonly quantity?: number;
  readonly exitIndex: number;
  readonly exitPrice: number;
}

const early = { enter: "u == 1", entryIndex: 1 };
/** The risk is 2.5 from 14; bar 4 does not reach the stop. */
const stopBelow: readonly RuleInput[] = [stopLoss({ distance: 2.5 })];
/** The risk is 1 from 10. */
const stopAt9: readonly RuleInput[] = [stopLoss({ distance: 1 })];

/**
 * An example by the name of each rule and form. Bar 3, the signal's, runs from 11 to 15 and closes at 14, with an average
 * true range of 3.5; bar 4 falls to 12 and bar 5 opens at 13 and rises to 17. A long of bar 0's signal is in at 10 on
 * bar 1, which rises to 13; bar 2 falls from 12 to 10, bar 3 rises to 15.
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
  "takeProfit riskMultiple": {
    text: { takeProfit: { riskMultiple: "4 / 5" } },
    built: takeProfit({ riskMultiple: div(4, 5) }),
    beside: stopBelow,
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
  // Would be out at 11.5 on bar 2; 15 is reached on bar 3.
  "trailingStop after fraction": {
    ...early,
    text: { trailingStop: { distance: "3 / 2", after: { fraction: "1 / 2" } } },
    shorter: { trailingStop: { distance: "3 / 2", after: "1 / 2" } },
    built: trailingStop({ distance: div(3, 2), after: div(1, 2) }),
    exitIndex: 4,
    exitPrice: 13.5,
  },
  "trailingStop after riskMultiple": {
    ...early,
    beside: stopAt9,
    text: { trailingStop: { distance: "3 / 2", after: { riskMultiple: "2 + 3" } } },
    built: trailingStop({ distance: div(3, 2), after: { riskMultiple: add(2, 3) } }),
    exitIndex: 4,
    exitPrice: 13.5,
  },
  "timeStop bars": {
    text: { timeStop: { bars: "2 - 1" } },
    shorter: { timeStop: "2 - 1" },
    built: timeStop(sub(2, 1)),
    exitIndex: 5,
    exitPrice: 13,
  },
  "breakEven fraction": {
    ...early,
    text: { breakEven: { after: { fraction: "1 / 4" } } },
    shorter: { breakEven: "1 / 4" },
    built: breakEven(div(1, 4)),
    exitIndex: 2,
    exitPrice: 10,
  },
  // 13 is beyond 10 + 2 * 1.
  "breakEven riskMultiple": {
    ...early,
    beside: stopAt9,
    text: { breakEven: { after: { riskMultiple: "u * 2" }, offset: "u / 8" } },
    built: breakEven({
      after: { riskMultiple: mul(column("u"), 2) },
      offset: div(column("u"), 8),
    }),
    exitIndex: 2,
    exitPrice: 11.25,
  },
  "scaleOut fraction": {
    text: { scaleOut: [{ at: { fraction: "1 / 8" }, fraction: "1 / 4" }] },
    shorter: { scaleOut: [{ at: "1 / 8", fraction: "1 / 4" }] },
    built: scaleOut([{ at: div(1, 8), fraction: div(1, 4) }]),
    quantity: 0.25,
    exitIndex: 5,
    exitPrice: 15.75,
  },
  "scaleOut distance": {
    text: {
      scaleOut: [{ at: { distance: "1 + 1" }, fraction: "0.5" }, {
        at: { distance: 9 },
        fraction: 0.5,
      }],
    },
    built: scaleOut([
      { at: { distance: add(1, 1) }, fraction: 0.5 },
      { at: { distance: 9 }, fraction: 0.5 },
    ]),
    quantity: 0.5,
    exitIndex: 5,
    exitPrice: 16,
  },
  "scaleOut riskMultiple": {
    beside: stopBelow,
    text: { scaleOut: [{ at: { riskMultiple: "4 / 5" }, fraction: "1" }] },
    built: scaleOut([{ at: { riskMultiple: div(4, 5) }, fraction: 1 }]),
    exitIndex: 5,
    exitPrice: 16,
  },
  // Every bar is at 19:00 in New York: out at the open of the next day.
  "sessionEnd time": {
    text: { sessionEnd: { time: "20:00", zone: "America/New_York" } },
    built: sessionEnd({ time: "20:00", zone: "America/New_York" }),
    exitIndex: 5,
    exitPrice: 13,
  },
};
