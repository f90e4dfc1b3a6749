import type { Rule } from "../../../codegen/define/types.ts";
import type { Panel } from "../../data/panel.ts";
import type { PortfolioSettings } from "../settings.ts";
import { newRuleColumns, writeRules } from "./rule_columns.ts";
import { RuleLists } from "./rule_lists.ts";

/** The rules that positions open with: those of each asset over those of the account, type by type. */
export class RuleBook {
  /** Their numbers, as generated code reads them. */
  readonly list: readonly (Float64Array | Int32Array)[];
  /** Parts and zones, as generated code reads them. */
  readonly lists: RuleLists;
  readonly #columns: ReturnType<typeof newRuleColumns>["columns"];
  readonly #own: (readonly Rule[])[];
  #account: readonly Rule[];

  /** The rules of the settings. */
  constructor({ symbols, time }: Panel, { rules, assets }: PortfolioSettings) {
    this.lists = new RuleLists(time);
    const { list, columns } = newRuleColumns(symbols.length);
    this.list = list;
    this.#columns = columns;
    this.#account = rules;
    this.#own = symbols.map((symbol) => assets[symbol]?.rules ?? []);
    if (this.all.length > 0) this.#writeAll();
  }

  /** Every rule that is set. */
  get all(): readonly Rule[] {
    return [...this.#account, ...this.#own.flat()];
  }

  /**
   * Puts rules in the place of all that the account or an asset has.
   *
   * @throws {TypeError} If one holds what is not a number.
   */
  set(rules: readonly Rule[], asset: number | undefined): void {
    // What is not a number shows before anything has changed.
    writeRules(newRuleColumns(1).columns, 0, { rules, lists: this.lists });
    if (asset === undefined) {
      this.#account = rules;
      this.#writeAll();
    } else {
      this.#own[asset] = rules;
      this.#write(asset);
    }
  }

  #writeAll(): void {
    for (let asset = 0; asset < this.#own.length; asset++) this.#write(asset);
  }

  #write(asset: number): void {
    const rules = [...this.#account, ...this.#own[asset]];
    writeRules(this.#columns, asset, { rules, lists: this.lists });
  }
}
