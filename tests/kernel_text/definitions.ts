import type { SettingsInput } from "../../codegen/define/settings.ts";
import type { StrategyInput } from "../../codegen/define/strategy.ts";
import type { Direction } from "../../codegen/define/types.ts";

/** A definition whose code is kept as a snapshot. */
export interface TextCase {
  readonly strategy: StrategyInput;
  readonly settings?: SettingsInput;
  readonly direction?: Direction;
}

const crossing = {
  enter: "crossOver(sma(close, fast), sma(close, slow))",
  exit: "crossUnder(sma(close, fast), sma(close, slow))",
};

/** Definitions, the demo's shape first; every rule, form, size and setting is on in one of them. */
export const textCases: Readonly<Record<string, TextCase>> = {
  "moving averages with two stops": {
    strategy: {
      name: "sma-cross",
      params: { fast: 20, slow: 50 },
      long: crossing,
      risk: [{ stopLoss: 0.05 }, { trailingStop: 0.03 }],
      size: { percentOfEquity: 0.95 },
    },
    settings: { commission: { percent: 0.001 }, slippage: { percent: 0.0005 } },
  },
  "plain long": {
    strategy: { name: "plain", long: { enter: "close > open" }, size: { units: 1 } },
    settings: { cashPolicy: "unlimited" },
  },
  "both sides, whole fractions, every cost": {
    strategy: {
      name: "bands",
      long: { enter: "close < bbands(close).lower", exit: "close > bbands(close).middle" },
      short: { enter: "close > bbands(close).upper", exit: "close < bbands(close).middle" },
      risk: [{ stopLoss: 0.02 }, { takeProfit: 0.04 }, { timeStop: 20 }],
    },
    settings: {
      leverage: 2,
      lot: 1,
      commission: { percent: 0.001, perUnit: 0.01, perOrder: 1, minimum: 2 },
      slippage: { percent: 0.001, fixed: 0.01 },
    },
  },
  "levels at distances, the target first": {
    strategy: {
      name: "distances",
      long: { enter: "rsi(close) < 30" },
      risk: [
        { stopLoss: { distance: "2 * atr(14)" } },
        { takeProfit: { distance: "3 * atr(14)" } },
        { trailingStop: { distance: "atr(14)" } },
      ],
      size: { value: "1000 / atr(14)" },
    },
    settings: { execution: { ambiguity: "target", trailTiming: "current" } },
  },
  "levels at prices, no rules on the entry bar": {
    strategy: {
      name: "prices",
      short: { enter: "macd(close).histogram < 0", exit: "macd(close).line > 0" },
      risk: [
        { stopLoss: { price: "highest(high, 10)" } },
        { takeProfit: { price: "close * 0.9" } },
        { trailingStop: { price: "highest(high, 5)" } },
      ],
    },
    settings: { execution: { ambiguity: "nearestOpen", entryBarStops: false } },
  },
  "fills at the close, closed at the end": {
    strategy: {
      name: "closes",
      long: { enter: "rising(close, 3)", exit: "falling(close, 2)" },
      short: { enter: "falling(close, 3)" },
      risk: [{ timeStop: "10" }],
    },
    settings: { execution: { fill: "close", atEnd: "close", opposite: "close", cooldown: 3 } },
  },
  "conflicts for the long, opposite ignored": {
    strategy: {
      name: "conflicts",
      long: { enter: "zscore(close, 20) < -1" },
      short: { enter: "stoch().k > 80 || zscore(close, 20) < -2" },
      size: { value: 1000 },
    },
    settings: {
      cashPolicy: "reject",
      execution: { conflict: "long", opposite: "ignore", cooldown: 1 },
    },
  },
  "one side of two": {
    strategy: {
      name: "one side",
      long: { enter: "close > wma(close, 5)" },
      short: { enter: "close < wma(close, 5)" },
      size: { units: "u" },
    },
    settings: { execution: { conflict: "short", atEnd: "close" } },
    direction: "SHORT",
  },
  "columns with gaps": {
    strategy: {
      name: "gaps",
      long: {
        enter: 'sma(volume, 3) > ema(volume, 5) && highest(column("a b"), 4) > lowest(u, 4)',
        exit: "isNaN(u) || rma(u, 3) > stdev(u, 3)",
      },
    },
  },
  "every operator": {
    strategy: {
      name: "operators",
      params: { k: 2 },
      long: {
        enter: "between(abs(close - open[k]), min(1, u), max(2, u)) && !(close % 2 == 0) || " +
          "close != open && sign(round(u) - floor(u)) <= 0 && roc(close, k) >= -1",
        exit: "crossUnder(nz(u, 1), 0) || (u < 0 ? log(close) : sqrt(close)) > exp(-u) / volume",
      },
      size: { units: "trueRange() + k * lag(close)" },
    },
  },
  "what was before, and the clock": {
    strategy: {
      name: "session",
      params: { k: 2 },
      long: {
        enter: "newDay('America/New_York') && close > valueWhen(close > open, high, k)",
        exit: "close < lowestSince(newDay('America/New_York'), low[1]) || " +
          "barsSince(close < open) > 3 && cum(u, month() == 1) > valueWhen(u > 0, volume)",
      },
      short: { enter: "hour() == dayOfMonth() && minuteOfDay() > minute() + dayOfWeek()" },
    },
  },
  "a limit entry with a bracket": {
    strategy: {
      name: "dip",
      long: {
        enter: "close > sma(close, 20)",
        entry: { type: "limit", price: "close * 0.99", expires: 3 },
      },
      risk: [{ stopLoss: { distance: "2 * atr(14)" } }, { takeProfit: { riskMultiple: 2 } }],
      size: { riskOfEquity: 0.01 },
    },
    settings: { commission: { percent: 0.001 }, slippage: { percent: 0.0005 } },
  },
  "orders of every kind on both sides": {
    strategy: {
      name: "orders",
      long: {
        enter: "close > open",
        exit: "close < open",
        entry: { type: "stop", price: "highest(high, 20)" },
        exitOrder: { type: "marketOnClose" },
      },
      short: {
        enter: "close < open",
        exit: "close > open",
        entry: { type: "stopLimit", price: "low", limit: "low * 0.99", expires: 5 },
        exitOrder: { type: "limit", price: "lowest(low, 5)" },
      },
    },
  },
  "scale-out with break-even": {
    strategy: {
      name: "parts",
      long: { enter: "rsi(close) < 30" },
      risk: [
        { stopLoss: 0.03 },
        { scaleOut: [{ at: 0.03, fraction: 0.5 }, { at: 0.06, fraction: 0.25 }] },
        { breakEven: { after: 0.03, offset: 0.001 } },
      ],
    },
    settings: { lot: 1 },
  },
  "pyramiding with a trail after a gain": {
    strategy: {
      name: "pyramid",
      long: { enter: "close > highest(high[1], 20)", exit: "close < lowest(low[1], 10)" },
      short: { enter: "close < lowest(low[1], 20)", exit: "close > highest(high[1], 10)" },
      risk: [{ stopLoss: { distance: "2 * atr(20)" } }, {
        trailingStop: { distance: "3 * atr(20)", after: { riskMultiple: 1 } },
      }],
      size: { riskOfEquity: 0.01 },
    },
    settings: { leverage: 2, execution: { pyramid: 3 } },
  },
  "a session and a filter": {
    strategy: {
      name: "day",
      long: { enter: "close > vwap('America/New_York')", exit: "close < vwap('America/New_York')" },
      risk: [{ sessionEnd: { time: "15:55", zone: "America/New_York" } }, { stopLoss: 0.01 }],
      filter: {
        from: "2010-01-01",
        to: "2019-12-31",
        weekdays: ["mon", "tue", "wed", "thu"],
        hours: ["09:45", "15:30"],
        zone: "America/New_York",
      },
    },
    settings: {
      execution: {
        maxTradesPerDay: 2,
        zone: "America/New_York",
        cooldown: 3,
        cooldownAfter: "loss",
      },
    },
  },
  "financing, impact and ticks": {
    strategy: {
      name: "costs",
      long: { enter: "close > ema(close, 50)" },
      short: { enter: "close < ema(close, 50)" },
      risk: [{ stopLoss: 0.05 }, { takeProfit: 0.1 }],
      size: { volatilityTarget: { target: 0.15, window: 20 } },
    },
    settings: {
      leverage: 2,
      minQuantity: 1,
      maxQuantity: 1000,
      tick: 0.01,
      commission: { tiers: [{ upTo: 1e5, percent: 0.001 }, { upTo: 1e6, percent: 0.0005 }] },
      slippage: { spread: 0.02, ticks: 1, impact: 0.1 },
      financing: { borrow: 0.02, interest: 0.01, marginInterest: 0.05, funding: "funding" },
    },
  },
  "Kelly's formula under a fixed commission": {
    strategy: {
      name: "kelly",
      long: { enter: "rising(close, 2)", exit: "falling(close, 2)" },
      size: { kelly: { fraction: 0.5, least: 0.1 } },
    },
    settings: { commission: { perOrder: 1, maximum: 20 } },
  },
};
