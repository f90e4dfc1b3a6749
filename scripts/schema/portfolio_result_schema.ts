import { draft, type Schema } from "../../codegen/define/schema/schema.ts";
import { orderStatuses, portfolioReasons } from "../../engine/portfolio/order_codes.ts";
import { completePortfolioSettings, ruleDefs } from "./portfolio_config_schema.ts";
import {
  closed,
  costsSchema,
  count,
  hash,
  memorySchema,
  milliseconds,
  number,
  numberOrNull,
  panelPartSchema,
  programSchema,
  ruin,
  statisticsSchema,
  strategyRunSchema,
  symbolSchema,
  text,
  undefinedSchema,
} from "./result_parts.ts";

/** The JSON schema of the `result.json` of a run over many assets. */
export function portfolioResultSchema(): Schema {
  return {
    $schema: draft,
    $id: "urn:barjit:portfolio-result:1",
    title: "result.json of a run over many assets",
    description: "Money in account currency, times in milliseconds since the epoch (UTC).",
    ...closed({
      schemaVersion: { const: 1, description: "Changes with the meaning of the fields." },
      data: panelPartSchema(),
      strategy: strategyRunSchema(
        "The strategy that drove it; null: weights, a list of orders or code did.",
      ),
      run: closed({
        simMode: { enum: ["batch", "event"] },
        benchmark: symbolSchema,
        digest: {
          ...hash,
          description:
            "Equal for runs whose equity, trades, fills and orders are equal in every bit.",
        },
      }),
      settings: completePortfolioSettings(),
      statistics: statisticsSchema(),
      undefined: undefinedSchema(),
      costs: costsSchema("; of code that cannot be run again by 1 only"),
      attribution: {
        description:
          "From what prices brought to what is left: gross less the costs, plus interest.",
        ...numbersOf(["gross", "fees", "slippage", "financing", "interest", "net"], number),
      },
      exposure: {
        description: "Shares of equity; null where there is no such number.",
        ...numbersOf(
          ["mean_long", "mean_short", "mean_gross", "mean_net", "max_gross"],
          numberOrNull,
        ),
      },
      correlation: {
        ...numberOrNull,
        description: "Mean correlation of what each two positions made; null of fewer than two.",
      },
      assets: {
        type: "array",
        description: "Those that were traded.",
        items: closed({ symbol: text, bars: count, ...rowSchema() }),
      },
      groups: {
        type: "array",
        description: "Sums over the assets of each group; empty: those without one.",
        items: closed({ group: text, assets: count, ...rowSchema() }),
      },
      counts: closed({
        ambiguous_bars: count,
        ambiguous_stake: number,
        reduced_orders: count,
        partly_filled: count,
        orders: numbersOf(orderStatuses, count),
        rejected: numbersOf(portfolioReasons, count),
      }),
      ruin,
      ...programSchema(),
      timings: {
        description: "Milliseconds. start: until the program is loaded; write: of the other files.",
        ...closed(
          Object.fromEntries(
            ["start", "read", "plan", "run", "statistics", "costs", "result", "write"]
              .map((phase) => [phase, milliseconds]),
          ),
          ["write"],
        ),
      },
      memory: memorySchema(),
    }),
    $defs: ruleDefs(),
  };
}

function rowSchema(): Readonly<Record<string, Schema>> {
  return {
    trades: count,
    wins: count,
    pnl: numberOrNull,
    fees: numberOrNull,
    slippage: numberOrNull,
    financing: numberOrNull,
    traded: numberOrNull,
    turnover: numberOrNull,
    mean_gross: numberOrNull,
    mean_net: numberOrNull,
    contribution: numberOrNull,
    share: numberOrNull,
  };
}

function numbersOf(
  names: readonly string[],
  kind: Schema,
): { readonly [key: string]: unknown } {
  return closed(Object.fromEntries(names.map((name) => [name, kind])));
}
