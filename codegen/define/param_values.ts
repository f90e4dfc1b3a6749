import type { Param } from "./expression.ts";
import { refuseParamValue } from "./param.ts";
import { didYouMean, type Problem, throwProblems } from "./problem.ts";
import { readObject } from "./read_object.ts";
import type { ParamValues } from "./static.ts";
import { strategyChecks } from "./static_checks.ts";
import type { Strategy } from "./types.ts";

/**
 * The value of every parameter of a strategy for one run, checked with all that depends on it: lengths, levels, size.
 *
 * @param given Values by name; a parameter that is left out has its default.
 * @throws {DefinitionError} With every problem at once.
 */
export function paramValues(
  strategy: Strategy,
  given: Readonly<Record<string, number>> = {},
): ParamValues {
  const problems: Problem[] = [];
  const attempted = `run strategy ${JSON.stringify(strategy.name)} with these params`;
  readObject(given, { path: "params", problems });
  throwProblems(attempted, problems);
  const params = Object.values(strategy.params);
  const values = valuesOf(params, given, { of: "the strategy", problems });
  if (problems.length === 0) {
    for (const { find } of strategyChecks(strategy)) problems.push(...find(values));
  }
  throwProblems(attempted, problems);
  return values;
}

/** The value of every parameter, given or its default; notes what is given in vain and what cannot be used. */
export function valuesOf(
  params: readonly Param[],
  given: Readonly<Record<string, number>>,
  { of, problems }: { readonly of: string; readonly problems: Problem[] },
): ParamValues {
  const names = params.map(({ name }) => name);
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const wanted = names.length === 0 ? "none" : names.join(", ");
    const message = `Expected a param of ${of} (${wanted}) but found ${JSON.stringify(name)}`;
    problems.push({ path: `params.${name}`, message, ...didYouMean(name, names) });
  }
  const values = new Map<string, number>();
  for (const param of params) {
    const value = Object.hasOwn(given, param.name) ? given[param.name] : param.default;
    const refused = refuseParamValue(param, value);
    if (refused !== undefined) problems.push({ path: `params.${param.name}`, message: refused });
    values.set(param.name, value);
  }
  return values;
}
