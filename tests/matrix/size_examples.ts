import { add, close, column, div, mul } from "../../codegen/define/builders.ts";
import { stopLoss, timeStop } from "../../codegen/define/rule_builders.ts";
import type { RuleInput } from "../../codegen/define/rules.ts";
import {
  kelly,
  percentOfEquity,
  riskOfEquity,
  units,
  value,
  volatilityTarget,
} from "../../codegen/define/size_builders.ts";
import type { SizeInput } from "../../codegen/define/sizes.ts";
import type { PartExample } from "./definition_row.ts";

/** A use of a size, and the quantity bought at 14 with 1000 of cash. */
export interface SizeExample extends PartExample<SizeInput> {
  /** The signal, if not that of bar 3. */
  readonly enter?: string;
  /** Rules that it needs. */
  readonly beside?: readonly RuleInput[];
  /** The row of the trade, if not the first. */
  readonly row?: number;
  readonly quantity: number;
}

/** An example by the name of each size; `u` is 3 and the close 14 on the signal's bar. */
export const sizeExamples: Readonly<Record<string, SizeExample>> = {
  units: {
    text: { units: "u * 2" },
    shorter: "u * 2",
    built: units(mul(column("u"), 2)),
    quantity: 6,
  },
  value: { text: { value: "close * 2" }, built: value(mul(close, 2)), quantity: 2 },
  percentOfEquity: {
    text: { percentOfEquity: "u / 10" },
    built: percentOfEquity(div(column("u"), 10)),
    quantity: 300 / 14,
  },
  // 10 to lose on 2.5 a unit.
  riskOfEquity: {
    text: { riskOfEquity: "u / 300" },
    built: riskOfEquity(div(column("u"), 300)),
    beside: [stopLoss({ distance: 2.5 })],
    quantity: 4,
  },
  // Returns of -1/12 and 3/11: a deviation of 47/264 * sqrt(2), times sqrt(2) a year.
  volatilityTarget: {
    text: { volatilityTarget: { target: "1 / 10", window: "1 + 1", periodsPerYear: 2 } },
    built: volatilityTarget({ target: div(1, 10), window: add(1, 1), periodsPerYear: 2 }),
    quantity: 1000 * (13.2 / 47) / 14,
  },
  // Ten units from 10 to 12, a share of 1; half of 1020 then.
  kelly: {
    text: { kelly: { fraction: "1 / 2", trades: 1, least: "1 / 10" } },
    built: kelly({ fraction: div(1, 2), trades: 1, least: div(1, 10) }),
    enter: "u == 1 || u == 3",
    beside: [timeStop(1)],
    row: 1,
    quantity: 510 / 14,
  },
};
