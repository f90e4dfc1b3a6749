import type { Expression } from "../../codegen/define/expression.ts";
import type { Direction, LevelRule, Settings, Side, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { evaluate } from "./evaluate.ts";
import { staticCount } from "./static_number.ts";

/** Which way a position points: 1 long, -1 short. */
export type SideSign = 1 | -1;

/** The signals of one side, one a bar, 1 or 0. */
export interface SideSignals {
  readonly enter: Float64Array;
  readonly exit: Float64Array;
}

/** A rule with its value on every bar. */
export interface PlannedLevel {
  readonly type: LevelRule["type"];
  readonly form: LevelRule["form"];
  readonly values: Float64Array;
}

/** Everything a run reads and never changes. */
export interface Plan {
  readonly bars: Bars;
  readonly settings: Settings;
  readonly signals: Readonly<Record<SideSign, SideSignals>>;
  readonly levels: readonly PlannedLevel[];
  /** k of the `timeStop`, Infinity without one. */
  readonly timeStop: number;
  readonly sizeType: Strategy["size"]["type"];
  readonly sizes: Float64Array;
}

/** Evaluates every expression of a strategy on every bar. */
export function planRun(
  strategy: Strategy,
  bars: Bars,
  options: {
    readonly settings: Settings;
    readonly params: ReadonlyMap<string, number>;
    readonly direction: Direction;
  },
): Plan {
  const column = (expression: Expression | undefined): Float64Array =>
    expression === undefined
      ? new Float64Array(bars.length)
      : evaluate(expression, bars, options.params);
  const signals = (side: Side | undefined, removedBy: Direction): SideSignals => ({
    enter: column(options.direction === removedBy ? undefined : side?.enter),
    exit: column(options.direction === removedBy ? undefined : side?.exit),
  });
  const levels: PlannedLevel[] = [];
  let timeStop = Infinity;
  for (const rule of strategy.risk) {
    if (rule.type === "timeStop") {
      timeStop = staticCount(rule.bars, options.params, { least: 1, what: rule.type });
    } else {
      levels.push({ type: rule.type, form: rule.form, values: column(rule.value) });
    }
  }
  return {
    bars,
    settings: options.settings,
    signals: { 1: signals(strategy.long, "SHORT"), [-1]: signals(strategy.short, "LONG") },
    levels,
    timeStop,
    sizeType: strategy.size.type,
    sizes: column(strategy.size.value),
  };
}
