/** Commission of a fill: `perOrder + perUnit*|q| + percent*|q|*price`, at least `minimum`. Account currency. */
export interface Commission {
  /** Fraction of the value of the fill. */
  readonly percent: number;
  /** Money for each unit. */
  readonly perUnit: number;
  /** Money for each fill. */
  readonly perOrder: number;
  /** Least commission of a fill. */
  readonly minimum: number;
  /** Most commission of a fill; 0: any. */
  readonly maximum: number;
  /** Rates by value of the fill instead of `percent`, `upTo` growing; none: `percent`. */
  readonly tiers: readonly Tier[];
}

/** A rate of commission for fills up to a value. */
export interface Tier {
  /** Largest value of a fill, account currency. */
  readonly upTo: number;
  /** Fraction of the value. */
  readonly percent: number;
}

/** What holding costs or earns, as annual rates of 365 days. */
export interface Financing {
  /** Paid on the value of a short position. */
  readonly borrow: number;
  /** Earned on cash; short proceeds earn nothing. */
  readonly interest: number;
  /** Paid on cash below zero. */
  readonly marginInterest: number;
  /** Column with the rate that longs pay to shorts on each bar; empty: none. */
  readonly funding: string;
}

/** Slippage of a fill, against the trader. */
export interface Slippage {
  /** Fraction of the price. */
  readonly percent: number;
  /** Distance in price. */
  readonly fixed: number;
  /** Distance between bid and ask; each fill pays half of it. */
  readonly spread: number;
  /** Number of ticks of the setting `tick`. */
  readonly ticks: number;
  /** Share of the price that a fill as large as the bar's volume would cost; it grows with the square. */
  readonly impact: number;
}

/** How signals become fills. The first value of each list is the default. */
export interface Execution {
  /** The only preset so far. */
  readonly preset: "default";
  /** When signals of a close are filled. */
  readonly fill: "nextOpen" | "close";
  /** What happened first where a bar touched both stop and target. */
  readonly ambiguity: "stop" | "target" | "nearestOpen";
  /** Whether rules can close a position on the bar at whose open it was opened. */
  readonly entryBarStops: boolean;
  /** Whether the bar's own extreme raises a trail before it is tested. */
  readonly trailTiming: "previous" | "current";
  /** What a holder does on the enter of the other side. */
  readonly opposite: "reverse" | "close" | "ignore";
  /** Which enter stands where both are true. */
  readonly conflict: "none" | "long" | "short";
  /** Additions that a position may have. */
  readonly pyramid: number;
  /** Bars from an exit on which enters are ignored. */
  readonly cooldown: number;
  /** Which exits start a cooldown. */
  readonly cooldownAfter: "any" | "loss";
  /** Positions that may be opened on a local date; 0: any number. */
  readonly maxTradesPerDay: number;
  /** IANA time zone of those dates. */
  readonly zone: string;
  /** Whether a position still held at the end stays open or is closed there. */
  readonly atEnd: "open" | "close";
}

/** How return statistics sample the equity. */
export interface StatisticsSettings {
  /** What is one sample: `auto` is a day where bars are shorter, else a bar. */
  readonly returns: "auto" | "bar" | "day" | "week" | "month";
  /** IANA time zone whose days are sampled. */
  readonly zone: string;
  /** Return samples per year; 0: from the data's own times. */
  readonly periodsPerYear: number;
}

/** Which sides a run may trade. */
export type Direction = "LONG" | "SHORT" | "BOTH";

/** Complete run settings: what `settings()` returns. */
export interface Settings {
  /** Starting cash, account currency, > 0. */
  readonly cash: number;
  /** Gross exposure allowed per unit of equity, > 0. */
  readonly leverage: number;
  /** What happens to an entry beyond the buying power. */
  readonly cashPolicy: "reduce" | "reject" | "unlimited";
  /** Smallest step of a quantity; 0: any quantity. */
  readonly lot: number;
  /** Smallest quantity of an entry; smaller ones are refused. */
  readonly minQuantity: number;
  /** Largest quantity of an entry; 0: any. */
  readonly maxQuantity: number;
  /** Smallest step of a price; 0: any price. */
  readonly tick: number;
  /** Commission of each fill. */
  readonly commission: Commission;
  /** Slippage of each fill. */
  readonly slippage: Slippage;
  /** What holding costs or earns. */
  readonly financing: Financing;
  /** How signals become fills. */
  readonly execution: Execution;
  /** How return statistics sample the equity. */
  readonly statistics: StatisticsSettings;
}
