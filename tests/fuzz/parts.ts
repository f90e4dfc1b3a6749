import { filterSpecs } from "../../codegen/define/filter.ts";
import { orderSpecs } from "../../codegen/define/orders.ts";
import { formOf, ruleSpecs } from "../../codegen/define/rules.ts";
import { sizeSpecs } from "../../codegen/define/sizes.ts";
import type { Filter, LevelRule, RestingOrder, Rule, Side } from "../../codegen/define/types.ts";
import type { Strategy } from "../../codegen/define/types.ts";

/** What the names of rules are made from. */
export type RuleForms = Readonly<
  Record<string, { readonly forms: readonly string[]; readonly after?: readonly string[] }>
>;

/** What the names of orders are made from. */
export type OrderKinds = Readonly<Record<string, { readonly expires: boolean }>>;

/** Each form of each rule, and of each `after`. */
export function ruleNames(rules: RuleForms): string[] {
  return Object.entries(rules).flatMap(([rule, { forms, after = [] }]) => [
    ...forms.map((form) => `${rule} ${form}`),
    ...after.map((form) => `${rule} after ${form}`),
  ]);
}

/** Each order as an entry and as an exit, and each that may expire. */
export function orderNames(orders: OrderKinds): string[] {
  return Object.entries(orders).flatMap(([type, { expires }]) => [
    `${type} entry`,
    `${type} exitOrder`,
    ...(expires ? [`${type} expires`] : []),
  ]);
}

/** Every name that `partsOf` may give, from the registries. */
export const partNames: readonly string[] = [
  ...ruleNames(ruleSpecs).map((name) => `rule ${name}`),
  ...Object.keys(sizeSpecs).map((size) => `size ${size}`),
  ...orderNames(orderSpecs).map((name) => `order ${name}`),
  ...Object.keys(filterSpecs).map((key) => `filter ${key}`),
];

/** The names of the rules, size, orders and filters of a strategy. */
export function partsOf({ long, short, risk, size, filter }: Strategy): string[] {
  return [
    ...risk.flatMap(partsOfRule),
    `size ${size.type}`,
    ...[long, short].flatMap((side) => side === undefined ? [] : partsOfSide(side)),
    ...(filter === undefined ? [] : partsOfFilter(filter)),
  ];
}

function partsOfRule(rule: Rule): string[] {
  const { after } = rule as LevelRule;
  const isTrail = rule.type === "trailingStop" && after !== undefined;
  return [
    `rule ${rule.type} ${formOf(rule)}`,
    ...(isTrail ? [`rule ${rule.type} after ${after.form}`] : []),
  ];
}

function partsOfSide({ exit, entry, exitOrder }: Side): string[] {
  const namesOf = (place: string, order: RestingOrder | undefined): string[] => [
    `order ${order?.type ?? "market"} ${place}`,
    ...(order?.expires === undefined ? [] : [`order ${order.type} expires`]),
  ];
  return [
    ...namesOf("entry", entry),
    ...(exit === undefined ? [] : namesOf("exitOrder", exitOrder)),
  ];
}

function partsOfFilter({ zone, ...rest }: Filter): string[] {
  const keys = [...Object.keys(rest), ...(zone === "UTC" ? [] : ["zone"])];
  return keys.map((key) => `filter ${key}`);
}
