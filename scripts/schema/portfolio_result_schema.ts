import { settingsSchema } from "../../codegen/define/schema/config_schema.ts";
import { draft, objectOf, type Schema } from "../../codegen/define/schema/schema.ts";
import {
  orderPriorities,
  orderStatuses,
  portfolioReasons,
} from "../../engine/portfolio/order_codes.ts";
import {
  closed,
  count,
  hash,
  memorySchema,
  milliseconds,
  number,
  numberOrNull,
  programSchema,
  ruin,
  statisticsSchema,
  text,
  time,
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
      data: closed({
        symbols: { type: "array", items: text },
        bars: count,
        first: time,
        last: time,
        priceOnly: {
          type: "boolean",
          description: "Whether open, high and low are copies of the close.",
        },
        digest: { ...hash, description: "Equal for equal panels." },
      }),
      run: closed({ simMode: { enum: ["batch", "event"] } }),
      settings: portfolioSettingsSchema(),
      statistics: statisticsSchema(),
      undefined: undefinedSchema(),
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
      assets: { type: "array", description: "Those that were traded.", items: assetSchema() },
      counts: closed({
        ambiguous_bars: count,
        ambiguous_stake: number,
        reduced_orders: count,
        orders: numbersOf(orderStatuses, count),
        rejected: numbersOf(portfolioReasons, count),
      }),
      ruin,
      ...programSchema(),
      timings: {
        description: "Milliseconds. start: until the program is loaded; write: of the other files.",
        ...closed(
          Object.fromEntries(
            ["start", "read", "plan", "run", "statistics", "result", "write"]
              .map((phase) => [phase, milliseconds]),
          ),
          ["write"],
        ),
      },
      memory: memorySchema(),
    }),
  };
}

function portfolioSettingsSchema(): Schema {
  const { properties } = settingsSchema() as {
    readonly properties: Readonly<Record<string, Schema>>;
  };
  const { commission, slippage, tick, lot } = properties;
  const rules = {
    type: "array",
    description: "As strategies have them, with numbers only.",
    items: { type: "object" },
  };
  return closed({
    ...properties,
    orderPriority: { enum: orderPriorities },
    shortProceeds: { enum: ["margin", "credit"] },
    maxPositions: { ...count, description: "Positions that may be open at once; 0: any number." },
    zone: { ...text, description: "IANA time zone whose dates end day orders." },
    rules,
    assets: {
      type: "object",
      description: "What differs, by symbol.",
      additionalProperties: objectOf({
        multiplier: { ...number, exclusiveMinimum: 0 },
        tick,
        lot,
        commission,
        slippage,
        borrow: { ...number, minimum: 0 },
        rules,
      }),
    },
  });
}

function assetSchema(): Schema {
  return closed({
    symbol: text,
    bars: count,
    trades: count,
    wins: count,
    pnl: numberOrNull,
    fees: numberOrNull,
    slippage: numberOrNull,
    financing: numberOrNull,
    traded: numberOrNull,
    contribution: numberOrNull,
    share: numberOrNull,
  });
}

function numbersOf(
  names: readonly string[],
  kind: Schema,
): { readonly [key: string]: unknown } {
  return closed(Object.fromEntries(names.map((name) => [name, kind])));
}
