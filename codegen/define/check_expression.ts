import { completeColumn, completeCustom, completeNumber, completeZone, own } from "./check_leaf.ts";
import type { Call, Expression, Param, ValueType } from "./expression.ts";
import { type ArgumentSpec, type FunctionSpec, isStatic, signature } from "./function_spec.ts";
import { functions } from "./functions.ts";
import { checkParam } from "./param.ts";
import { didYouMean, type Problem } from "./problem.ts";
import { refuseOutput } from "./check_output.ts";
import { describe } from "./describe.ts";
import { isStaticExpression, staticValue } from "./static.ts";
import { refuseStatic, staticArguments } from "./static_arguments.ts";
import { valueType } from "./value_type.ts";

/** Deepest nesting and largest number of nodes of one expression. */
export const limits = { depth: 100, nodes: 5000 } as const;

/** What checking an expression needs and gathers. */
export interface CheckContext {
  /** Where the expression stands in the definition. */
  readonly path: string;
  readonly problems: Problem[];
  /** Parameters seen so far, by name; one name has one specification. */
  readonly params: Map<string, Param>;
  /** Source text of a node that came from text. */
  readonly locate?: (node: Expression) => { snippet: string; place: number } | undefined;
}

interface Walk extends CheckContext {
  nodes: number;
  depth: number;
  readonly done: Map<unknown, { result: Expression | undefined; nodes: number }>;
}

/**
 * Checks an expression from a builder or the text parser and completes it: defaults filled in, own frozen nodes.
 *
 * Returns nothing if there are problems, which go to the context. `expected` is what it must yield, `any` of the two.
 */
export function checkExpression(
  raw: unknown,
  expected: ValueType | "any",
  context: CheckContext,
): Expression | undefined {
  const walk: Walk = { ...context, nodes: 0, depth: 0, done: new Map() };
  const result = complete(raw, walk);
  if (result === undefined) return undefined;
  const found = valueType(result);
  if (found === expected || expected === "any") return result;
  problem(walk, raw, expected === "boolean" ? wantCondition : wantNumber);
  return undefined;
}

const wantCondition = {
  message: "Expected a condition but found a number",
  remedy: "compare it, as in close > open",
};
const wantNumber = {
  message: "Expected a number but found a condition",
  remedy: "choose numbers by it, as in p ? 1 : 0",
};

function problem(walk: Walk, node: unknown, what: { message: string; remedy?: string }): void {
  const place = walk.locate?.(node as Expression);
  walk.problems.push({ path: walk.path, ...what, ...place });
}

function complete(raw: unknown, walk: Walk): Expression | undefined {
  const before = walk.done.get(raw);
  const start = walk.nodes;
  if (before !== undefined && typeof raw === "object") {
    walk.nodes += before.nodes;
    return walk.nodes > limits.nodes ? tooLarge(raw, walk) : before.result;
  }
  walk.nodes++;
  if (walk.nodes > limits.nodes) return tooLarge(raw, walk);
  if (walk.depth >= limits.depth) {
    problem(walk, raw, { message: `Expected at most ${limits.depth} levels of nesting` });
    walk.nodes = limits.nodes + 1;
    return undefined;
  }
  walk.depth++;
  const result = completeNode(raw, walk);
  walk.depth--;
  if (typeof raw === "object") walk.done.set(raw, { result, nodes: walk.nodes - start });
  return result;
}

function tooLarge(raw: unknown, walk: Walk): undefined {
  const message = `Expected at most ${limits.nodes} operators, names and numbers`;
  const last = walk.problems.at(-1);
  if (last?.path !== walk.path || !/^Expected at most/.test(last.message)) {
    problem(walk, raw, { message });
  }
  return undefined;
}

function completeNode(raw: unknown, walk: Walk): Expression | undefined {
  const report = (what: { message: string; remedy?: string }): void => problem(walk, raw, what);
  if (typeof raw === "number") return completeNumber(raw, report);
  if (typeof raw === "boolean") return Object.freeze({ tag: "boolean", value: raw });
  if (typeof raw !== "object" || raw === null) {
    problem(walk, raw, { message: `Expected an expression but found ${describe(raw)}` });
    return undefined;
  }
  const tag = own(raw, "tag");
  if (tag === "number") return completeNumber(own(raw, "value"), report);
  if (tag === "boolean" && typeof own(raw, "value") === "boolean") {
    return Object.freeze({ tag, value: own(raw, "value") as boolean });
  }
  if (tag === "column") return completeColumn(own(raw, "name"), report);
  if (tag === "custom") return completeCustom(raw, report);
  if (tag === "param") return completeParam(raw, walk);
  if (tag === "call") return completeCall(raw, walk);
  problem(walk, raw, { message: `Expected an expression but found ${describe(raw)}` });
  return undefined;
}

function completeParam(raw: object, walk: Walk): Expression | undefined {
  const param = checkParam(raw, (message) => problem(walk, raw, { message }));
  if (param === undefined) return undefined;
  const known = walk.params.get(param.name);
  if (known === undefined) walk.params.set(param.name, param);
  else if (JSON.stringify(known) !== JSON.stringify(param)) {
    const message = `Expected one meaning of param "${param.name}" but found two`;
    problem(walk, raw, { message, remedy: "declare it once and use it in both places" });
    return undefined;
  }
  return known ?? param;
}

function completeCall(raw: object, walk: Walk): Expression | undefined {
  const name = own(raw, "name");
  const args = own(raw, "args");
  const spec = typeof name === "string" ? functions.get(name) : undefined;
  if (spec === undefined || !Array.isArray(args)) {
    const near = typeof name === "string"
      ? didYouMean(name, [...functions.keys()].filter((known) => /^\w+$/.test(known)))
      : {};
    problem(walk, raw, {
      message: `Expected a known function but found ${describe(name)}`,
      ...near,
    });
    return undefined;
  }
  const given = completeArguments(raw, args, { spec, walk });
  const output = own(raw, "output");
  const wrong = refuseOutput(spec, output);
  if (wrong !== undefined) problem(walk, raw, wrong);
  if (wrong !== undefined || given === undefined) return undefined;
  return Object.freeze<Call>({
    tag: "call",
    name: spec.name,
    args: Object.freeze(given),
    ...(typeof output === "string" ? { output } : {}),
  });
}

interface CallSite {
  readonly spec: FunctionSpec;
  readonly walk: Walk;
}

function completeArguments(
  raw: object,
  args: readonly unknown[],
  site: CallSite,
): Expression[] | undefined {
  const { spec, walk } = site;
  const least = spec.args.filter((arg) => arg.default === undefined).length;
  if (args.length < least || args.length > spec.args.length) {
    const wanted = least === spec.args.length ? `${least}` : `${least} to ${spec.args.length}`;
    const message = `Expected ${wanted} arguments of ${spec.name} but found ${args.length}`;
    problem(walk, raw, { message, remedy: `write ${signature(spec)}` });
    return undefined;
  }
  const given = spec.args.map((arg, index) =>
    completeArgument(args[index] ?? arg.default, raw, { ...site, arg })
  );
  if (given.includes(undefined)) return undefined;
  const complete = given as Expression[];
  return checkTogether(raw, complete, site) ? complete : undefined;
}

function completeArgument(
  raw: unknown,
  call: object,
  { spec, walk, arg }: CallSite & { readonly arg: ArgumentSpec },
): Expression | undefined {
  const at = walk.locate?.(raw as Expression) === undefined ? call : raw;
  const what = `${arg.name} of ${spec.name}`;
  if (arg.type === "zone") return completeZone(raw, what, (refused) => problem(walk, at, refused));
  const value = complete(raw, walk);
  if (value === undefined) return undefined;
  if (isStatic(arg.type)) {
    const message = refuseStatic(value, arg.type);
    if (message === undefined) return value;
    problem(walk, at, { message: message.replace("@", what), ...lookAheadRemedy(value, arg) });
    return undefined;
  }
  if (arg.type === "any" || valueType(value) === arg.type) return value;
  const wrong = arg.type === "boolean" ? wantCondition : wantNumber;
  problem(walk, at, { ...wrong, message: `${wrong.message} as ${what}` });
  return undefined;
}

function lookAheadRemedy(value: Expression, arg: ArgumentSpec): { remedy?: string } {
  if (arg.type !== "lag" || !isStaticExpression(value)) return {};
  return staticValue(value, new Map()) < 0 ? { remedy: "a negative lag looks ahead" } : {};
}

function checkTogether(
  raw: object,
  args: readonly Expression[],
  { spec, walk }: CallSite,
): boolean {
  if (spec.returns === "any" && valueType(args[1]) !== valueType(args[2])) {
    problem(walk, raw, { message: "Expected two numbers or two conditions to choose from" });
    return false;
  }
  if (spec.refuse === undefined) return true;
  const message = spec.refuse(staticArguments(spec, args, new Map()));
  if (message !== undefined) problem(walk, raw, { message: `${message} in ${spec.name}` });
  return message === undefined;
}
