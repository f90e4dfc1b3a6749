import { describe } from "../../../codegen/define/describe.ts";
import { strategy, type StrategyInput } from "../../../codegen/define/strategy.ts";
import { type Problem, throwProblems } from "../../../codegen/define/problem.ts";
import { readObject } from "../../../codegen/define/read_object.ts";
import type { Strategy } from "../../../codegen/define/types.ts";
import type { ListedOrder } from "../../portfolio/listed_orders.ts";
import type { PortfolioHandlers } from "../../portfolio/panel_rows.ts";
import type { Portfolio } from "../../portfolio/portfolio.ts";
import type { PortfolioResult } from "../../portfolio/result/portfolio_result.ts";
import type { PortfolioStrategyOptions } from "../../portfolio/strategy/strategy_run.ts";
import type { PortfolioWeights, PortfolioWeightsOptions } from "../../portfolio/weights_plan.ts";

/**
 * What drives a run over a panel, as the methods of `Portfolio` take it: code, target weights, a list of orders or a
 * strategy, each with its options beside it.
 */
export type PortfolioDriver =
  | PortfolioHandlers
  | ({ readonly weights: PortfolioWeights } & PortfolioWeightsOptions)
  | { readonly orders: readonly ListedOrder[] }
  | ({ readonly strategy: Strategy | StrategyInput } & PortfolioStrategyOptions);

/** Code that makes what drives a run from the parameters of one set; it is called for each run, so that state is fresh. */
export type PortfolioCode = (params: Readonly<Record<string, number>>) => PortfolioDriver;

/** What is swept: code or a strategy. */
export type PortfolioDefinition = PortfolioCode | Strategy | StrategyInput;

/**
 * Code for any definition: a strategy is one with the parameters of the set.
 *
 * @param options Rank and sides of a strategy.
 * @throws {DefinitionError} For a definition that is neither.
 */
export function codeOf(
  definition: unknown,
  options: Pick<PortfolioStrategyOptions, "rank" | "direction">,
): PortfolioCode {
  if (typeof definition === "function") return definition as PortfolioCode;
  const made = strategy(definition as StrategyInput);
  return (params) => ({ strategy: made, ...options, params });
}

const kinds = ["weights", "orders", "strategy"] as const;
const events = ["onStart", "onBar", "onFill", "onOrder", "onEnd"] as const;

/**
 * Runs an account by what code makes.
 *
 * @throws {DefinitionError} If it makes nothing that can drive a run. What the run throws is thrown too.
 */
export function drive(account: Portfolio, make: () => PortfolioDriver): PortfolioResult {
  const driver = make();
  const problems: Problem[] = [];
  const fields = readObject(driver, { path: "driver", problems });
  const found = kinds.filter((kind) => fields !== undefined && kind in driver);
  const handles = events.some((event) =>
    fields !== undefined && typeof (driver as PortfolioHandlers)[event] === "function"
  );
  if (fields !== undefined && found.length + Number(handles) !== 1) {
    const what = [...found, ...(handles ? ["code for events"] : [])].join(" and ");
    problems.push({
      path: "driver",
      message: `Expected one of ${kinds.join(", ")}, or code for events (${events.join(", ")}), ` +
        `but found ${what === "" ? describe(driver) : what}`,
    });
  }
  throwProblems("drive the portfolio by what the code gave", problems);
  if ("weights" in driver) {
    const { weights, ...options } = driver;
    return account.weights(weights, options);
  }
  if ("orders" in driver) return account.orders(driver.orders);
  if ("strategy" in driver) {
    const { strategy, ...options } = driver;
    return account.strategy(strategy, options);
  }
  // What is there drives the first run; a further one, at other costs, is given its own.
  let first: PortfolioHandlers | undefined = driver;
  return account.run(() => {
    const handlers = first ?? make() as PortfolioHandlers;
    first = undefined;
    return handlers;
  });
}
