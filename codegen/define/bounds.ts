/** Where a number must lie. */
export interface Bounds {
  /** Smallest value. */
  readonly min?: number;
  /** Number that it must be larger than. */
  readonly above?: number;
  /** Number that it must be smaller than. */
  readonly below?: number;
  /** Largest value. */
  readonly max?: number;
  /** Whether only whole numbers are accepted. */
  readonly integer?: boolean;
}

/** Bounds of a length: whole bars. */
export const lengthBounds: Bounds = Object.freeze({ min: 1, max: 1e8, integer: true });

/** Whether a number is finite and lies within bounds. */
export function isWithin(value: number, bounds: Bounds): boolean {
  const { min = -Infinity, above = -Infinity, below = Infinity, max = Infinity } = bounds;
  return Number.isFinite(value) && value >= min && value > above && value < below &&
    value <= max && (bounds.integer !== true || Number.isInteger(value));
}

/** The bounds as text to put behind a noun: ` > 0 and < 1`. */
export function boundsText({ min, above, below, max }: Bounds): string {
  const limits = [[">=", min], [">", above], ["<", below], ["<=", max]] as const;
  const texts = limits.flatMap(([sign, limit]) => limit === undefined ? [] : [`${sign} ${limit}`]);
  return texts.length === 0 ? "" : ` ${texts.join(" and ")}`;
}

/** Why a number cannot be used, or nothing; `what` names it with its article. */
export function refuseOutside(value: number, what: string, bounds: Bounds): string | undefined {
  if (isWithin(value, bounds)) return undefined;
  return `Expected ${what}${boundsText(bounds)} but found ${value}`;
}

/** Why a number cannot be a number of bars, or nothing. */
export function refuseBars(value: number): string | undefined {
  return refuseOutside(value, "a whole number", lengthBounds);
}
