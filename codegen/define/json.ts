import type { Expression, Param } from "./expression.ts";
import { customColumns, expressionsOf } from "./custom_column.ts";
import { Printer } from "./print.ts";
import { throwProblems } from "./problem.ts";
import type { LevelRule, Rule, Side, Strategy } from "./types.ts";

/** A strategy in its JSON form: expressions as text. `strategy()` reads it back to the same value. */
export interface StrategyJson {
  /** Name for reports. */
  readonly name: string;
  /** Defaults, or defaults with limits, by name. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** Named expressions as text. */
  readonly let?: Readonly<Record<string, string | number>>;
  /** Signals of the long side as text. */
  readonly long?: { readonly enter: string; readonly exit?: string };
  /** Signals of the short side as text. */
  readonly short?: { readonly enter: string; readonly exit?: string };
  /** Rules, one key each. */
  readonly risk?: readonly Readonly<Record<string, unknown>>[];
  /** The size, one key. */
  readonly size: Readonly<Record<string, string | number>>;
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
  const { name, params, long, short, risk, size } = strategy;
  const lets = Object.entries(strategy.let);
  const reserved = [...Object.keys(params), ...Object.keys(strategy.let)];
  const printer = new Printer({ lets, reserved });
  const text = (expression: Expression, known?: number): string | number =>
    expression.tag === "number" ? expression.value : printer.print(expression, known);
  const side = ({ enter, exit }: Side): { enter: string; exit?: string } => ({
    enter: String(text(enter)),
    ...(exit === undefined ? {} : { exit: String(text(exit)) }),
  });
  return {
    name,
    ...some("params", Object.entries(params).map(([key, param]) => [key, paramToJson(param)])),
    ...some("let", lets.map(([key, value], index) => [key, text(value, index)])),
    ...(long === undefined ? {} : { long: side(long) }),
    ...(short === undefined ? {} : { short: side(short) }),
    ...(risk.length === 0
      ? {}
      : { risk: risk.map((rule) => ruleToJson(rule, (value) => text(value))) }),
    size: { [size.type]: text(size.value) },
  } as StrategyJson;
}

function some(key: string, entries: readonly (readonly [string, unknown])[]): object {
  return entries.length === 0 ? {} : { [key]: Object.fromEntries(entries) };
}

function paramToJson(param: Param): unknown {
  const { tag: _tag, name: _name, ...limits } = param;
  return Object.keys(limits).length === 1 ? param.default : limits;
}

function ruleToJson(
  rule: Rule,
  text: (expression: Expression) => string | number,
): Readonly<Record<string, unknown>> {
  if (rule.type === "timeStop") return { timeStop: { bars: text(rule.bars) } };
  const { type, form, value }: LevelRule = rule;
  return { [type]: form === "fraction" ? text(value) : { [form]: text(value) } };
}
