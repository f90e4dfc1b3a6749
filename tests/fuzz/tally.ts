import { compile } from "../../codegen/compile.ts";
import { exitReasons, orderReasons } from "../../codegen/define/reasons.ts";
import { choices, settings } from "../../codegen/define/settings.ts";
import type { KellySize, Settings } from "../../codegen/define/types.ts";
import { staticValue } from "../../codegen/define/static.ts";
import type { Ledger, RunOutput } from "../../engine/run/output.ts";
import { leaves, sameLeaf } from "../matrix/leaves.ts";
import type { Run } from "./agree.ts";
import { partNames, partsOf } from "./parts.ts";

/** Choices that random runs do not vary: they have one value, or change statistics only. */
const fixed = /^(execution\.preset|statistics\..*)$/;

/** What is met only where several things come together. */
const together = [
  "run with trades",
  "run with trades through quiet loops",
  "reduced",
  "reduced with tiers",
  "reduced with impact",
  "open trade",
  "entry and exit on one bar",
  "opened inside",
  "opened and out inside one bar",
  "addition",
  "addition with scaleOut",
  "scaleOut of 1",
  "scaleOut of 2",
  "scaleOut of 3 or more",
  "scaleOut on an ambiguous bar",
  "breakEven with an offset",
  "kelly by its formula",
  "reverse into an order",
  "exit order beside additions",
  "interest",
  "financing",
  "ruin",
  "long",
  "short",
] as const;

/**
 * How often each name of the registries occurred: reasons and orders by trades, everything else by runs that traded.
 *
 * What registries gain is in the tally by itself, and is missed until random runs meet it.
 */
export class Tally {
  readonly counts = new Map<string, number>();

  /** A tally with every name of the registries at 0. */
  constructor() {
    const names = [
      ...exitReasons.map((reason) => `exit ${reason}`),
      ...orderReasons.map((reason) => `refused ${reason}`),
      ...choices.ambiguity.map((policy) => `ambiguous ${policy}`),
      ...partNames,
      ...leaves(settings()).flatMap(([path]) => settingNames(path)),
      ...together,
    ];
    for (const name of names) this.counts.set(name, 0);
  }

  /** Counts one run. */
  add(run: Run, output: RunOutput): void {
    this.#addTrades(run, output);
    output.refused.forEach((times, index) => this.#count(`refused ${orderReasons[index]}`, times));
    this.#count(`ambiguous ${run.settings.execution.ambiguity}`, output.ambiguousBars);
    if (output.ruinIndex >= 0) this.#count("ruin");
    this.#addReduced(run, output);
    if (output.trades.count > 0) this.#addDefinition(run, output);
  }

  #addTrades(run: Run, output: RunOutput): void {
    const { trades, ledger } = output;
    const { strategy, bars } = run;
    const exact = fillsAtBase(run.settings);
    for (let row = 0; row < trades.count; row++) {
      const [entry, exit] = [trades.entryIndex[row], trades.exitIndex[row]];
      const isLong = trades.side[row] > 0;
      const [own, other] = isLong
        ? [strategy.long!, strategy.short]
        : [strategy.short!, strategy.long];
      this.#count(isLong ? "long" : "short");
      this.#count(`order ${own.entry?.type ?? "market"} entry`);
      const inside = exact &&
        ![bars.open[entry], bars.close[entry]].includes(trades.entryPrice[row]);
      if (inside) this.#count("opened inside");
      if (exit < 0) {
        this.#count("open trade");
        continue;
      }
      const reason = exitReasons[trades.reason[row]];
      this.#count(`exit ${reason}`);
      if (entry === exit) this.#count("entry and exit on one bar");
      if (inside && entry === exit) this.#count("opened and out inside one bar");
      if (reason === "signal") this.#count(`order ${own.exitOrder?.type ?? "market"} exitOrder`);
      if (reason === "reverse" && other?.entry !== undefined) this.#count("reverse into an order");
      if (reason === "scaleOut" && trades.ambiguous[row] === 1) {
        this.#count("scaleOut on an ambiguous bar");
      }
    }
    const added = additions(ledger);
    this.#count("addition", added);
    const parts = strategy.risk.some(({ type }) => type === "scaleOut");
    if (parts) this.#count("addition with scaleOut", added);
    const waits = (strategy.long?.exitOrder ?? strategy.short?.exitOrder) !== undefined;
    if (waits) this.#count("exit order beside additions", added);
  }

  #addReduced({ settings: { commission, slippage } }: Run, { reducedOrders }: RunOutput): void {
    this.#count("reduced", reducedOrders);
    if (commission.tiers.length > 0) this.#count("reduced with tiers", reducedOrders);
    if (slippage.impact > 0) this.#count("reduced with impact", reducedOrders);
  }

  #addDefinition(run: Run, { trades, interest, refused }: RunOutput): void {
    const { strategy, settings: given, direction } = run;
    this.#count("run with trades");
    const { stepwise } = compile(strategy, given, direction);
    if (!stepwise) this.#count("run with trades through quiet loops");
    const expired = refused[orderReasons.indexOf("expired")] > 0;
    for (const name of partsOf(strategy)) {
      // Orders that fill are counted by their trades.
      const fills = name.startsWith("order ") && !name.endsWith(" expires");
      if (!fills && (expired || !name.endsWith(" expires"))) this.#count(name);
    }
    for (const [path, value] of leaves(given)) {
      if (settingNames(path).length > 1) this.#count(`setting ${path} ${value}`);
      else if (!sameLeaf(value, standard.get(path))) this.#count(`setting ${path}`);
    }
    for (const rule of strategy.risk) {
      if (rule.type === "scaleOut") {
        const { length } = rule.parts;
        this.#count(
          length > 2 ? "scaleOut of 3 or more" : length > 1 ? "scaleOut of 2" : "scaleOut of 1",
        );
      }
      if (rule.type === "breakEven" && !sameLeaf(rule.offset, { tag: "number", value: 0 })) {
        this.#count("breakEven with an offset");
      }
    }
    if (strategy.size.type === "kelly" && trades.count > leastTrades(strategy.size)) {
      this.#count("kelly by its formula");
    }
    if (interest !== 0) this.#count("interest");
    if (trades.financing.some((paid) => paid !== 0)) this.#count("financing");
  }

  #count(name: string, times = 1): void {
    const before = this.counts.get(name);
    if (before !== undefined) this.counts.set(name, before + times);
  }

  /** The names that occurred less often than `least`. */
  rare(least: number): string[] {
    return [...this.counts].filter(([, count]) => count < least).map(([name]) => name);
  }

  /** One line a name. */
  toString(): string {
    return [...this.counts].map(([name, count]) => `${String(count).padStart(9)}  ${name}`).join(
      "\n",
    );
  }
}

const standard = new Map(leaves(settings()));

/** A name for each value of a choice, or one for any value but the default. */
function settingNames(path: string): string[] {
  if (fixed.test(path)) return [];
  const key = path.slice(path.lastIndexOf(".") + 1);
  return Object.hasOwn(choices, key)
    ? choices[key as keyof typeof choices].map((value) => `setting ${path} ${value}`)
    : [`setting ${path}`];
}

/** Whether entries stand in the trade log with the price that the bar had. */
function fillsAtBase({ slippage, tick, execution }: Settings): boolean {
  return Object.values(slippage).every((term) => term === 0) && tick === 0 &&
    execution.pyramid === 0;
}

/** Fills that made a position larger. */
function additions({ count, quantity }: Ledger): number {
  let added = 0;
  for (let row = 1; row < count; row++) {
    const [before, after] = [quantity[row - 1], quantity[row]];
    if (before * after > 0 && Math.abs(after) > Math.abs(before)) added++;
  }
  return added;
}

function leastTrades({ trades }: KellySize): number {
  return staticValue(trades, new Map());
}
