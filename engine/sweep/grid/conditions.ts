import type { Expression, Param } from "../../../codegen/define/expression.ts";
import { refuseName } from "../../../codegen/define/names.ts";
import type { Problem } from "../../../codegen/define/problem.ts";
import { report } from "../../../codegen/define/read_object.ts";
import { readExpression } from "../../../codegen/define/scope.ts";
import { isStaticExpression } from "../../../codegen/define/static.ts";
import { meantName } from "./meant_name.ts";

/** Reads conditions over the parameters and settings that a grid names; their nodes have these names. */
export function readConditions(
  input: unknown,
  names: readonly string[],
  problems: Problem[],
): readonly Expression[] {
  if (input === undefined) return [];
  const conditions = Array.isArray(input) ? input : [input];
  const declared = new Map(
    names.filter((name) => refuseName(name) === undefined).map((name) => [name, node(name)]),
  );
  const settings = settingNodes(names);
  const lets = new Map(settings.map(({ name, param }) => [name, param]));
  const back = new Map(settings.map(({ name, param }) => [param.name, name]));
  return conditions.flatMap((condition, index) => {
    const path = conditions.length === 1 ? "where" : `where[${index}]`;
    const reading = { path, problems, declared, lets, dotted: true, params: new Map() };
    const expression = readExpression(condition, reading, "boolean");
    if (expression === undefined) return [];
    const known = typeof condition === "string" ? [...declared.keys(), ...back.keys()] : names;
    const strange = isStaticExpression(expression)
      ? [...reading.params.keys()].filter((name) => !known.includes(name))
      : [columnNames(expression)[0]];
    strange.forEach((name) => {
      const found = name === undefined ? "a series" : JSON.stringify(name);
      report(
        reading,
        `Expected a condition over the parameters of the grid (${
          names.join(", ")
        }) but found ${found}`,
        meantName(name ?? "", names).remedy,
      );
    });
    return [renamed(expression, back)];
  });
}

function node(name: string): Param {
  return { tag: "param", name, default: 1 };
}

/** Nodes for names with dots, which no parameter has: each under a plain name that the grid does not have. */
function settingNodes(names: readonly string[]): { name: string; param: Param }[] {
  let stem = "setting_";
  while (names.some((name) => name.startsWith(stem))) stem += "_";
  return names.flatMap((name, axis) =>
    name.includes(".") ? [{ name, param: node(`${stem}${axis}`) }] : []
  );
}

function renamed(expression: Expression, names: ReadonlyMap<string, string>): Expression {
  if (expression.tag === "call") {
    return { ...expression, args: expression.args.map((arg) => renamed(arg, names)) };
  }
  if (expression.tag !== "param") return expression;
  return { ...expression, name: names.get(expression.name) ?? expression.name };
}

/** The columns that an expression reads: names that are no parameters. */
function columnNames(expression: Expression): string[] {
  if (expression.tag === "call") return expression.args.flatMap(columnNames);
  return expression.tag === "column" ? [expression.name] : [];
}
