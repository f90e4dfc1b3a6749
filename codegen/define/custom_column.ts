import type { CustomColumn, Expression } from "./expression.ts";
import { placesOf } from "./places.ts";
import type { Problem } from "./problem.ts";
import type { Strategy } from "./types.ts";

/** Every expression of a strategy: those that decide something, and the named ones. */
export function expressionsOf(
  strategy: Parameters<typeof placesOf>[0] & Pick<Strategy, "let">,
): Expression[] {
  return [
    ...placesOf(strategy).map(({ expression }) => expression),
    ...Object.values(strategy.let),
  ];
}

/** The custom columns that expressions read, each once. */
export function customColumns(expressions: readonly Expression[]): CustomColumn[] {
  const found = new Map<CustomColumn["fill"], Map<string, CustomColumn>>();
  const seen = new Set<Expression>();
  const visit = (node: Expression): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.tag === "call") node.args.forEach(visit);
    if (node.tag !== "custom") return;
    const named = found.get(node.fill) ?? new Map<string, CustomColumn>();
    found.set(node.fill, named.set(node.name, node));
  };
  expressions.forEach(visit);
  return [...found.values()].flatMap((named) => [...named.values()]);
}

/** Notes names that stand for several functions: messages and reports name columns. */
export function refuseSharedNames(expressions: readonly Expression[], problems: Problem[]): void {
  const names = customColumns(expressions).map(({ name }) => name);
  const shared = names.filter((name, index) => names.indexOf(name) < index);
  for (const name of new Set(shared)) {
    const message = `Expected one function for column ${JSON.stringify(name)} but found several`;
    const remedy = "make the column once and use it in all places";
    problems.push({ path: `column ${name.slice(0, 60)}`, message, remedy });
  }
}
