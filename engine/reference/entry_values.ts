import type { Gain, LevelForm } from "../../codegen/define/types.ts";
import type {
  PlannedGain,
  PlannedLevel,
  PlannedParts,
  PlannedRules,
  PlannedSession,
} from "./plan_rules.ts";

/** A gain as it was at the signal bar. */
export interface GainValue {
  readonly form: Gain["form"];
  readonly value: number;
}

/** The value of a level rule as it was at the signal bar. */
export interface LevelValue {
  readonly form: LevelForm;
  readonly value: number;
  /** The gain from which on it is in force; left out: at once. */
  readonly after: GainValue | undefined;
}

/** What the rules of a position are, whatever its average price becomes. */
export interface EntryValues {
  readonly stopLoss: LevelValue | undefined;
  readonly takeProfit: LevelValue | undefined;
  readonly trailingStop: LevelValue | undefined;
  readonly breakEven: { readonly after: GainValue; readonly offset: number } | undefined;
  /** The price form of the trail on every bar. */
  readonly trailPrices: Float64Array | undefined;
  readonly scaleOut: PlannedParts | undefined;
  /** Infinity: none. */
  readonly timeStop: number;
  readonly sessionEnd: PlannedSession | undefined;
}

/** Reads the rules at the close of the bar that submitted the entry. */
export function entryValues(rules: PlannedRules, signalIndex: number): EntryValues {
  const gain = ({ form, values }: PlannedGain): GainValue => ({ form, value: values[signalIndex] });
  const read = (level: PlannedLevel | undefined): LevelValue | undefined =>
    level === undefined ? undefined : {
      form: level.form,
      value: level.values[signalIndex],
      after: level.after === undefined ? undefined : gain(level.after),
    };
  const { levels, breakEven, scaleOut, timeStop, sessionEnd } = rules;
  return {
    stopLoss: read(levels.stopLoss),
    takeProfit: read(levels.takeProfit),
    trailingStop: read(levels.trailingStop),
    breakEven: breakEven === undefined
      ? undefined
      : { after: gain(breakEven.after), offset: breakEven.offsets[signalIndex] },
    trailPrices: levels.trailingStop?.values,
    scaleOut,
    timeStop,
    sessionEnd,
  };
}

/** Whether every value is a finite number. */
export function areDefined(values: EntryValues): boolean {
  const { stopLoss, takeProfit, trailingStop, breakEven } = values;
  const numbers = [
    stopLoss?.value,
    takeProfit?.value,
    trailingStop?.value,
    trailingStop?.after?.value,
    breakEven?.after.value,
    breakEven?.offset,
  ];
  return numbers.every((value) => value === undefined || Number.isFinite(value));
}
