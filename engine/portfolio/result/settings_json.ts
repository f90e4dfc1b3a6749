import { ruleToJson } from "../../../codegen/define/parts_json.ts";
import { staticValue } from "../../../codegen/define/static.ts";
import type { Rule, Settings } from "../../../codegen/define/types.ts";
import type { OrderPriority } from "../order_codes.ts";
import type { GroupedSettings } from "../portfolio_settings.ts";
import type { AssetSettings } from "../settings.ts";

/** Rules as they are written. */
export type RulesJson = readonly Readonly<Record<string, unknown>>[];

/** Every setting of a run over a panel as resolved. */
export interface PortfolioSettingsJson extends Settings {
  /** Which market orders of one open fill first. */
  readonly orderPriority: OrderPriority;
  /** Whether what a short sale brings in can be spent on long positions. */
  readonly shortProceeds: "margin" | "credit";
  /** Positions that may be open at once; 0: any number. */
  readonly maxPositions: number;
  /** Share of a bar's volume that all fills of an asset on it may take together; 0: no limit. */
  readonly participation: number;
  /** IANA time zone whose dates end day orders. */
  readonly zone: string;
  /** Rules of every position. */
  readonly rules: RulesJson;
  /** Name of the group of an asset, by symbol. */
  readonly groups: Readonly<Record<string, string>>;
  /** Text by which a strategy ranks entries; empty: by index. */
  readonly rank: string;
  /** What differs, by symbol. */
  readonly assets: Readonly<
    Record<string, Omit<AssetSettings, "rules"> & { readonly rules?: RulesJson }>
  >;
}

/** Settings as files have them. */
export function portfolioSettingsJson(settings: GroupedSettings): PortfolioSettingsJson {
  const assets = Object.entries(settings.assets).map(([symbol, asset]) => {
    const { rules, ...rest } = asset;
    return [symbol, rules === undefined ? rest : { ...rest, rules: rulesJson(rules) }];
  });
  return { ...settings, rules: rulesJson(settings.rules), assets: Object.fromEntries(assets) };
}

function rulesJson(rules: readonly Rule[]): RulesJson {
  const none = new Map<string, number>();
  return rules.map((rule) => ruleToJson(rule, (expression) => staticValue(expression, none)));
}
