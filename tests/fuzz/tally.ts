import { exitReasons, orderReasons } from "../../codegen/define/reasons.ts";
import { formOf, ruleSpecs } from "../../codegen/define/rules.ts";
import { sizeSpecs } from "../../codegen/define/sizes.ts";
import { choices } from "../../codegen/define/settings.ts";
import type { RunOutput } from "../../engine/run/output.ts";
import type { Run } from "./agree.ts";

/** Choices that random runs do not vary: they have one value, or change statistics only. */
const fixed = new Set(["preset", "returns"]);

/** How often each reason, ambiguity, rule, size and setting occurred; settings count in runs that traded. */
export class Tally {
  readonly counts = new Map<string, number>();

  /** A tally with every name of the registries at 0. */
  constructor() {
    const names = [
      ...exitReasons.map((reason) => `exit ${reason}`),
      ...orderReasons.map((reason) => `refused ${reason}`),
      ...choices.ambiguity.map((policy) => `ambiguous ${policy}`),
      ...Object.entries(ruleSpecs).flatMap(([rule, { forms }]) =>
        forms.map((form) => `rule ${rule} ${form}`)
      ),
      ...Object.keys(sizeSpecs).map((size) => `size ${size}`),
      ...Object.entries(choices).filter(([key]) => !fixed.has(key)).flatMap(([key, values]) =>
        values.map((value) => `setting ${key} ${value}`)
      ),
      "setting cooldown",
      "setting lot",
      "setting leverage",
      ...["percent", "perUnit", "perOrder", "minimum"].map((term) => `commission ${term}`),
      ...["percent", "fixed"].map((term) => `slippage ${term}`),
      "reduced",
      "open trade",
      "entry and exit on one bar",
      "ruin",
      "long",
      "short",
    ];
    for (const name of names) this.counts.set(name, 0);
  }

  /** Counts one run. */
  add(run: Run, output: RunOutput): void {
    const { trades } = output;
    for (let row = 0; row < trades.count; row++) {
      const reason = trades.reason[row];
      this.#count(reason < 0 ? "open trade" : `exit ${exitReasons[reason]}`);
      this.#count(trades.side[row] > 0 ? "long" : "short");
      if (trades.entryIndex[row] === trades.exitIndex[row]) {
        this.#count("entry and exit on one bar");
      }
    }
    output.refused.forEach((times, index) => this.#count(`refused ${orderReasons[index]}`, times));
    this.#count(`ambiguous ${run.settings.execution.ambiguity}`, output.ambiguousBars);
    this.#count("reduced", output.reducedOrders);
    if (output.ruinIndex >= 0) this.#count("ruin");
    if (trades.count > 0) this.#addDefinition(run);
  }

  #addDefinition({ strategy, settings }: Run): void {
    for (const rule of strategy.risk) {
      this.#count(`rule ${rule.type} ${formOf(rule)}`);
    }
    this.#count(`size ${strategy.size.type}`);
    const { execution, commission, slippage } = settings;
    for (const [key, value] of Object.entries({ ...execution, cashPolicy: settings.cashPolicy })) {
      this.#count(`setting ${key} ${value}`);
    }
    if (execution.cooldown > 0) this.#count("setting cooldown");
    if (settings.lot > 0) this.#count("setting lot");
    if (settings.leverage !== 1) this.#count("setting leverage");
    for (const [group, terms] of Object.entries({ commission, slippage })) {
      for (const [term, value] of Object.entries(terms)) {
        if (value > 0) this.#count(`${group} ${term}`);
      }
    }
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
