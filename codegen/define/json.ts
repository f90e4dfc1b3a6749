import type { Expression, Param } from "./expression.ts";
import { customColumns, expressionsOf } from "./custom_column.ts";
import type { FilterInput } from "./filter.ts";
import { Printer } from "./print.ts";
import {
  filterToJson,
  ruleToJson,
  type SideJson,
  sideToJson,
  sizeToJson,
  type WriteText,
} from "./parts_json.ts";
import type { Strategy } from "./types.ts";
import { throwProblems } from "./problem.ts";

/** A strategy in its JSON form: expressions as text. `strategy()` reads it back to the same value. */
export interface StrategyJson {
  /** Name for reports. */
  readonly name: string;
  /** Defaults, or defaults with limits, by name. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** Named expressions as text. */
  readonly let?: Readonly<Record<string, string | number>>;
  /** Signals of the long side as text. */
  readonly long?: SideJson;
  /** Signals of the short side as text. */
  readonly short?: SideJson;
  /** Rules, one key each. */
  readonly risk?: readonly Readonly<Record<string, unknown>>[];
  /** The size, one key. */
  readonly size: Readonly<Record<string, unknown>>;
  /** Bars on which enters are read. */
  readonly filter?: FilterInput;
}

/**
 * The JSON form of a strategy.
 *
 * @throws {DefinitionError} If it reads a custom column, which is a function.
 */
export function strategyToJson(strategy: Strategy): StrategyJson {
  throwProblems(
    `write strategy ${JSON.stringify(strategy.name)} as JSON`,
    customColumns(expressionsOf(strategy)).map(({ name }) => ({
      path: `column ${name}`,
      message: "Expected columns of the bars but found a function, which has no JSON form",
      remedy: "run the strategy where it is defined, or compute the column into the bars",
    })),
  );
  const { name, params, long, short, risk, size, filter } = strategy;
  const lets = Object.entries(strategy.let);
  const reserved = [...Object.keys(params), ...Object.keys(strategy.let)];
  const printer = new Printer({ lets, reserved });
  const text = (expression: Expression, known?: number): string | number =>
    expression.tag === "number" ? expression.value : printer.print(expression, known);
  const write: WriteText = (expression) => text(expression);
  return {
    name,
    ...some("params", Object.entries(params).map(([key, param]) => [key, paramToJson(param)])),
    ...some("let", lets.map(([key, value], index) => [key, text(value, index)])),
    ...(long === undefined ? {} : { long: sideToJson(long, write) }),
    ...(short === undefined ? {} : { short: sideToJson(short, write) }),
    ...(risk.length === 0 ? {} : { risk: risk.map((rule) => ruleToJson(rule, write)) }),
    size: sizeToJson(size, write),
    ...(filter === undefined ? {} : { filter: filterToJson(filter) }),
  } as StrategyJson;
}

function some(key: string, entries: readonly (readonly [string, unknown])[]): object {
  return entries.length === 0 ? {} : { [key]: Object.fromEntries(entries) };
}

function paramToJson(param: Param): unknown {
  const { tag: _tag, name: _name, ...limits } = param;
  return Object.keys(limits).length === 1 ? param.default : limits;
}
