import { customColumns, expressionsOf, refuseSharedNames } from "./custom_column.ts";
import { describe } from "./describe.ts";
import type { Expression, Param } from "./expression.ts";
import { type FilterInput, readFilter } from "./filter.ts";
import { hashText } from "./hash.ts";
import { strategyToJson } from "./json.ts";
import { refuseName } from "./names.ts";
import { checkParam, type ParamOptions } from "./param.ts";
import { type Problem, throwProblems } from "./problem.ts";
import { inside, readObject, report } from "./read_object.ts";
import { placesOf } from "./places.ts";
import { readRules, type RuleInput } from "./rules.ts";
import { type ExpressionInput, readExpression, type StrategyReading } from "./scope.ts";
import { readSide, type SideInput } from "./side.ts";
import { readSize, type SizeInput } from "./sizes.ts";
import type { Filter, Rule, Side, Size, Strategy } from "./types.ts";

/** A strategy as written, by builders or as JSON. */
export interface StrategyInput {
  /** Name for reports. */
  readonly name: string;
  /** Parameters that text may name: a default, or a default with limits. */
  readonly params?: Readonly<
    Record<string, number | (ParamOptions & { readonly default: number })>
  >;
  /** Named expressions that later text may name. */
  readonly let?: Readonly<Record<string, ExpressionInput>>;
  /** Signals of the long side. */
  readonly long?: SideInput;
  /** Signals of the short side. */
  readonly short?: SideInput;
  /** Rules, at most one of each type. */
  readonly risk?: readonly RuleInput[];
  /** All of the equity where it is left out. */
  readonly size?: SizeInput;
  /** Bars on which enters are read; all if left out. */
  readonly filter?: FilterInput;
}

const made = new WeakSet<object>();
const keys = ["name", "params", "let", "long", "short", "risk", "size", "filter"];

/**
 * A checked, frozen strategy. Builders, expression text and JSON give the same value for the same meaning.
 *
 * @param input The definition; or a strategy already made, which is returned as it is.
 * @throws {DefinitionError} With every problem at once, each with its path and, where there is one, a remedy.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const trend = strategy({
 *   name: "trend",
 *   params: { fast: 20, slow: 50 },
 *   long: { enter: "crossOver(sma(close, fast), sma(close, slow))" },
 *   risk: [{ stopLoss: 0.05 }],
 * });
 * assertEquals(Object.keys(trend.params), ["fast", "slow"]);
 * assertEquals(strategy(JSON.parse(JSON.stringify(trend))).hash, trend.hash);
 * ```
 */
export function strategy(input: StrategyInput | Strategy): Strategy {
  if (made.has(input)) return input as Strategy;
  const problems: Problem[] = [];
  const result = readStrategy(input, problems);
  throwProblems(`make strategy ${describeName(input)}`, problems);
  made.add(result!);
  return result!;
}

function describeName(input: unknown): string {
  const name = typeof input === "object" && input !== null && Object.hasOwn(input, "name")
    ? (input as { name: unknown }).name
    : undefined;
  return typeof name === "string" ? JSON.stringify(name.slice(0, 60)) : "without a name";
}

function readStrategy(input: unknown, problems: Problem[]): Strategy | undefined {
  const root = { path: "", problems };
  const fields = readObject(input, root, keys);
  if (fields === undefined) return undefined;
  const declared = readParams(fields.get("params"), { ...root, path: "params" });
  const lets = new Map<string, Expression>();
  const reading: StrategyReading = { ...root, declared, lets, params: new Map(declared) };
  const name = readName(fields.get("name"), inside(reading, "name"));
  readLets(fields.get("let"), { ...reading, path: "let" }, lets);
  const long = readSide(fields.get("long"), inside(reading, "long"));
  const short = readSide(fields.get("short"), inside(reading, "short"));
  const size = readSize(fields.get("size"), inside(reading, "size"));
  const risk = Object.freeze(readRules(fields.get("risk"), inside(reading, "risk"), { size }));
  const filter = readFilter(fields.get("filter"), inside(reading, "filter"));
  if (fields.get("long") === undefined && fields.get("short") === undefined) {
    report(
      root,
      "Expected a long or a short side but found neither",
      'write "long": { "enter": … }',
    );
  }
  if (problems.length > 0 || size === undefined) return undefined;
  const parts = { long, short, risk, size, filter };
  const used = usedParams(parts, lets);
  refuseUnused(declared, used, problems);
  refuseSharedNames(expressionsOf({ ...parts, let: Object.fromEntries(lets) }), problems);
  return problems.length > 0 ? undefined : freeze(name, { lets, used, parts });
}

function readName(value: unknown, reading: StrategyReading): string {
  if (typeof value === "string" && value.trim() !== "" && value.length <= 100) return value;
  report(reading, `Expected a name of 1 to 100 characters but found ${describe(value)}`);
  return "";
}

function readParams(
  value: unknown,
  reading: { path: string; problems: Problem[] },
): Map<string, Param> {
  const params = new Map<string, Param>();
  if (value === undefined) return params;
  for (const [name, written] of readObject(value, reading) ?? []) {
    const place = inside(reading, name);
    const options = typeof written === "number" ? { default: written } : readObject(written, place);
    if (options === undefined) continue;
    const fields = options instanceof Map ? Object.fromEntries(options) : options;
    const param = checkParam(
      { ...fields, tag: "param", name },
      (message) => report(place, message),
    );
    if (param !== undefined) params.set(name, param);
  }
  return params;
}

/** Reads the named expressions in order; each may use those before it. */
function readLets(value: unknown, reading: StrategyReading, lets: Map<string, Expression>): void {
  if (value === undefined) return;
  for (const [name, written] of readObject(value, reading) ?? []) {
    const place = inside(reading, name);
    const refused = refuseName(name) ??
      (reading.declared.has(name) ? `Expected a free name but "${name}" is a param` : undefined);
    if (refused !== undefined) report(place, refused);
    const expression = readExpression(written, place, "any");
    if (expression !== undefined) lets.set(name, expression);
  }
}

interface Parts {
  readonly long: Side | undefined;
  readonly short: Side | undefined;
  readonly risk: readonly Rule[];
  readonly size: Size;
  readonly filter: Filter | undefined;
}

function usedParams(parts: Parts, lets: ReadonlyMap<string, Expression>): Map<string, Param> {
  const used = new Map<string, Param>();
  const seen = new Set<Expression>();
  const visit = (expression: Expression): void => {
    if (seen.has(expression)) return;
    seen.add(expression);
    if (expression.tag === "param") used.set(expression.name, expression);
    if (expression.tag === "call") expression.args.forEach(visit);
  };
  [...placesOf(parts).map(({ expression }) => expression), ...lets.values()].forEach(visit);
  return used;
}

function refuseUnused(
  declared: ReadonlyMap<string, Param>,
  used: ReadonlyMap<string, Param>,
  problems: Problem[],
): void {
  for (const name of declared.keys()) {
    if (used.has(name)) continue;
    const message = "Expected the param to be used but no expression names it";
    problems.push({ path: `params.${name}`, message, remedy: "use it or leave it out" });
  }
}

/** Rules in one order, for their order means nothing. */
function sortedByType(rules: readonly Rule[]): Rule[] {
  return [...rules].sort((a, b) => (a.type < b.type ? -1 : 1));
}

function freeze(
  name: string,
  { lets, used, parts }: {
    readonly lets: ReadonlyMap<string, Expression>;
    readonly used: ReadonlyMap<string, Param>;
    readonly parts: Parts;
  },
): Strategy {
  const { long, short, risk, size, filter } = parts;
  const params = [...used].sort(([a], [b]) => (a < b ? -1 : 1));
  // A function has no text that says what it does: the hash covers its name and says that there is more.
  const code = customColumns(placesOf(parts).map(({ expression }) => expression)).length > 0
    ? "+code"
    : "";
  const meaning = [
    long,
    short,
    sortedByType(risk),
    size,
    ...(filter === undefined ? [] : [filter]),
  ];
  const strategy = {
    name,
    params: Object.freeze(Object.fromEntries(params)),
    let: Object.freeze(Object.fromEntries(lets)),
    ...(long === undefined ? {} : { long }),
    ...(short === undefined ? {} : { short }),
    risk,
    size,
    ...(filter === undefined ? {} : { filter }),
    hash: hashText(JSON.stringify(meaning)) + code,
  };
  Object.defineProperty(strategy, "toJSON", { value: () => strategyToJson(strategy) });
  return Object.freeze(strategy);
}
