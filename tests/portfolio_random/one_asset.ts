import fc from "fast-check";
import { column, gt } from "../../codegen/define/builders.ts";
import type { RuleInput } from "../../codegen/define/rules.ts";
import { settings } from "../../codegen/define/settings.ts";
import { strategy } from "../../codegen/define/strategy.ts";
import type { RestingOrder, Rule, Settings, Side, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../../engine/data/bars.ts";
import type {
  Bracket,
  Broker,
  Handlers,
  OrderOptions,
  Panel,
} from "../../engine/portfolio/types.ts";
import { evaluate } from "../../engine/reference/mod.ts";
import { arbitraryBars } from "../fuzz/bars.ts";
import { arbitraryOrder } from "../fuzz/orders.ts";
import { arbitrarySettings } from "../fuzz/settings.ts";

/** A strategy on one asset and what code needs to do the same by orders. */
export interface OneAsset {
  readonly strategy: Strategy;
  readonly bars: Bars;
  readonly settings: Settings;
  /** Rules that code gives with each order; the others are set for the account. */
  readonly bracket: Bracket;
}

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const fraction = fc.constantFrom(0.01, 0.03, 0.05, 0.1, 0.3);
const arbitraryRules: fc.Arbitrary<RuleInput[]> = fc.record({
  stopLoss: fc.oneof(
    fraction,
    fraction.map((value) => ({ fraction: value })),
    fc.constantFrom({ distance: 1 }, { distance: 4 }, { price: 40 }),
  ),
  takeProfit: seldom(
    fc.oneof(fraction, fc.constantFrom({ riskMultiple: 2 }, { distance: 2 }, { price: 70 })),
  ),
  trailingStop: seldom(
    fc.oneof(fraction, fraction.map((value) => ({ fraction: value, after: 0.03 }))),
  ),
  breakEven: seldom(fc.oneof(fraction, fc.constant({ after: { riskMultiple: 1 }, offset: 0.01 }))),
  scaleOut: seldom(fc.constantFrom(
    [{ at: 0.02, fraction: 0.5 }, { at: 0.05, fraction: 0.25 }],
    [{ at: 0.01, fraction: 0.3 }, { at: 0.04, fraction: 0.7 }],
  )),
  timeStop: seldom(fc.constantFrom(1, 2, 5)),
  sessionEnd: seldom(
    fc.constantFrom("15:00", { time: "20:00", zone: "America/New_York" }),
  ),
}).chain((rules) => fc.tuple(fc.constant(rules), fc.boolean())).map(([rules, all]) =>
  Object.entries(rules)
    .filter(([name, rule]) => rule !== undefined && (all || name !== "stopLoss"))
    .filter(([, rule]) => all || !JSON.stringify(rule).includes("riskMultiple"))
    .map(([name, rule]) => ({ [name]: rule }) as unknown as RuleInput)
);

/** Orders whose prices depend on the bar: a fixed price <= 0 is refused with the strategy. */
const order = arbitraryOrder.filter((made) =>
  !JSON.stringify(made).includes('"tag":"number","value":0}') &&
  !JSON.stringify(made).includes('"tag":"number","value":-')
);

const flags = fc.array(fc.boolean(), { minLength: 7, maxLength: 31 });

/** Strategies whose signals are columns, with number-only rules, every order and every setting that orders have too. */
export const arbitraryOneAsset: fc.Arbitrary<OneAsset> = fc.record({
  bars: arbitraryBars,
  signals: fc.record({ le: flags, lx: flags, se: flags, sx: flags }),
  orders: fc.record({
    le: seldom(order),
    lx: seldom(order),
    se: seldom(order),
    sx: seldom(order),
  }),
  risk: arbitraryRules,
  units: fc.constantFrom(0.75, 1, 3, 7, 20),
  kind: fc.constantFrom("units" as const, "value" as const),
  input: arbitrarySettings,
  bracketed: fc.boolean(),
}).map(({ bars, signals, orders, risk, units, kind, input, bracketed }) => {
  const made = withSignals(bars, signals);
  const ordered = (name: "le" | "lx" | "se" | "sx"): object => {
    const found = orders[name];
    if (found === undefined) return {};
    return { [name.endsWith("e") ? "entry" : "exitOrder"]: found };
  };
  const is = (name: string): ReturnType<typeof gt> => gt(column(name), 0.5);
  return {
    bars: made,
    bracket: bracketed ? bracketOf(risk) : {},
    strategy: strategy({
      name: "orders",
      long: { enter: is("le"), exit: is("lx"), ...ordered("le"), ...ordered("lx") },
      short: { enter: is("se"), exit: is("sx"), ...ordered("se"), ...ordered("sx") },
      risk,
      size: kind === "units" ? { units } : { value: units * 10 },
    }),
    settings: settings({
      ...input,
      execution: {
        ...input.execution!,
        // An addition that rests ends with its position; an order of code that rests does not.
        // With a bracket it brings new rules.
        pyramid: bracketed || orders.le !== undefined || orders.se !== undefined
          ? 0
          : input.execution!.pyramid!,
        cooldown: 0,
        conflict: "none",
      },
    }),
  };
});

/** What of a list of rules an order can bring. */
function bracketOf(risk: readonly RuleInput[]): Bracket {
  const rules = Object.assign({}, ...risk);
  const { stopLoss: stop, takeProfit, trailingStop: trail } = rules;
  return {
    ...(stop === undefined ? {} : { stop }),
    ...(takeProfit === undefined ? {} : { takeProfit }),
    ...(trail === undefined || trail.after !== undefined ? {} : { trail }),
  };
}

/** Bars whose volume is known, with signals as columns. */
function withSignals(
  bars: Bars,
  signals: Readonly<Record<string, readonly boolean[]>>,
): Bars {
  const volume = bars.volume.map((value) => value > 0 ? value : 250);
  const columns = new Map([...bars.columns, ["volume", volume]]);
  for (const [name, list] of Object.entries(signals)) {
    // Signals come back in lists of their own lengths; few of them are true.
    columns.set(name, bars.time.map((_, t) => list[t % list.length] && t % 3 !== 1 ? 1 : 0));
  }
  return { ...bars, volume, columns };
}

/** The rules that no bracket brings. */
export function accountRules({ strategy, bracket }: OneAsset): readonly Rule[] {
  const names = { stop: "stopLoss", takeProfit: "takeProfit", trail: "trailingStop" } as const;
  const brought = new Set<string>(
    Object.keys(bracket).map((key) => names[key as keyof typeof names]),
  );
  return strategy.risk.filter(({ type }) => !brought.has(type));
}

/** The bars as a panel of one asset. */
export function panelOfOne(bars: Bars): Panel {
  return {
    ...bars,
    symbols: [bars.symbol],
    indexOf: (symbol) => symbol === bars.symbol ? 0 : -1,
    assets: 1,
    present: new Uint8Array(bars.length).fill(1),
    priceOnly: false,
  };
}

/** Reads the signals at each close, as section 5 of the semantics says, and submits what they ask for. */
export function driver({ strategy, bars, settings, bracket }: OneAsset): Handlers {
  const { opposite, fill, pyramid } = settings.execution;
  const flag = (name: string, t: number): boolean => bars.columns.get(name)![t] === 1;
  const priced = (side: Side | undefined, which: "entry" | "exitOrder"): Priced =>
    priceOrder(side?.[which], bars);
  const orders = {
    1: { entry: priced(strategy.long, "entry"), exit: priced(strategy.long, "exitOrder") },
    [-1]: { entry: priced(strategy.short, "entry"), exit: priced(strategy.short, "exitOrder") },
  };
  const { size } = strategy;
  if (size.type !== "units" && size.type !== "value") throw new Error("Expected units or value");
  if (size.value.tag !== "number") throw new Error("Expected a number");
  const amount = size.type === "units"
    ? { quantity: size.value.value }
    : { value: size.value.value };
  let entry = { number: 0, side: 1 as 1 | -1 };
  let exit = 0;
  let isDone = false;
  let timedOut: 1 | -1 | undefined;
  let additions = 0;
  const untils = new Map<number, number>();
  // An order whose last bar this is stays until the next one tells that it is later.
  const waits = (broker: Broker, t: number, number: number): boolean =>
    number > 0 && broker.orderRow(number).status === "working" &&
    !((untils.get(number) ?? Infinity) <= bars.time[t]);
  const enter = (broker: Broker, t: number, side: 1 | -1): void => {
    const options = orders[side].entry(t);
    if (options === undefined) return;
    const input = { ...amount, ...options, bracket };
    const number = side === 1 ? broker.buy(0, input) : broker.sell(0, input);
    entry = { number, side };
    if (options.until !== undefined) untils.set(number, options.until);
  };
  const wantedSide = (t: number): 1 | -1 | undefined => {
    const [long, short] = [flag("le", t), flag("se", t)];
    return long === short ? undefined : long ? 1 : -1;
  };
  return {
    onFill: (broker, { order, reason, side, index }) => {
      if (reason === "entry") {
        additions = index === broker.position(0).entryIndex ? 0 : additions + 1;
      }
      if (reason === "timeStop" && fill === "close") timedOut = side === 1 ? -1 : 1;
      if (order > 0 && broker.orderRow(order).type === "marketOnClose") isDone = fill === "close";
    },
    onBar: (broker, t) => {
      const [stop, closed] = [isDone, timedOut];
      isDone = false;
      timedOut = undefined;
      if (stop) return;
      const wanted = wantedSide(t);
      const held = Math.sign(broker.position(0).quantity) as 1 | -1 | 0;
      if (closed !== undefined) {
        if (wanted !== undefined && wanted !== closed && opposite === "reverse") {
          enter(broker, t, wanted);
        }
        return;
      }
      if (held === 0) {
        if (!waits(broker, t, entry.number)) {
          if (wanted !== undefined) enter(broker, t, wanted);
        } else if (wanted !== undefined && wanted !== entry.side) {
          broker.cancel(entry.number);
          enter(broker, t, wanted);
        } else if (flag(entry.side === 1 ? "lx" : "sx", t)) broker.cancel(entry.number);
        return;
      }
      if (wanted !== undefined && wanted !== held && opposite !== "ignore") {
        broker.cancelAll(0);
        broker.close(0);
        if (opposite === "reverse") enter(broker, t, wanted);
      } else if (flag(held === 1 ? "lx" : "sx", t) && !waits(broker, t, exit)) {
        const options = orders[held].exit(t);
        if (options === undefined) return;
        exit = broker.close(0, options) ?? 0;
        if (options.until !== undefined) untils.set(exit, options.until);
      } else if (
        wanted === held && additions < pyramid && !waits(broker, t, exit) &&
        !waits(broker, t, entry.number) && !flag(held === 1 ? "lx" : "sx", t)
      ) enter(broker, t, held);
    },
  };
}

/** The order that a signal of a bar submits; nothing where its prices cannot be. */
type Priced = (t: number) => OrderOptions | undefined;

function priceOrder(order: RestingOrder | undefined, bars: Bars): Priced {
  const { type, price, limit, expires } = order ?? {};
  const life = expires?.tag === "number"
    ? expires.value
    : expires?.tag === "param"
    ? expires.default
    : undefined;
  if (type === undefined) return () => ({});
  if (type === "marketOnClose") return () => ({ type });
  const prices = evaluate(price!, bars, new Map());
  const limits = limit === undefined ? undefined : evaluate(limit, bars, new Map());
  return (t) => {
    const found = type === "limit"
      ? { type, limit: prices[t] }
      : type === "stop"
      ? { type, stop: prices[t] }
      : { type, stop: prices[t], limit: limits![t] };
    const numbers = Object.values(found).filter((value) => typeof value === "number");
    if (!numbers.every((value) => Number.isFinite(value) && value > 0)) return undefined;
    if (life === undefined) return found;
    return { ...found, tif: "gtd", until: bars.time[t + life] ?? Number.MAX_VALUE };
  };
}
