import { configSchema } from "../../codegen/define/schema/config_schema.ts";
import { gainSchema, ruleSchema, rulesSchema } from "../../codegen/define/schema/rule_schema.ts";
import {
  complete,
  draft,
  numberWithin,
  objectOf,
  type Schema,
} from "../../codegen/define/schema/schema.ts";
import {
  longestGroup,
  portfolioChoices,
  portfolioNumbers,
} from "../../engine/portfolio/portfolio_settings.ts";

type Described = { readonly [key: string]: unknown };
type Properties = Readonly<Record<string, Described>>;

/**
 * The JSON Schema of the settings of a portfolio, as a config file holds them: what `portfolio()` takes. Which symbols and
 * columns there are, and whether a time zone exists, only a run can say.
 */
export function portfolioConfigSchema(): Described {
  return {
    $schema: draft,
    $id: "urn:barjit:portfolio-config:1",
    title: "Settings of a run over many assets",
    description:
      "How weights, orders or a strategy are run in one account; everything may be left out.",
    ...objectOf(properties()) as Described,
    $defs: ruleDefs(),
  };
}

/** The schema of complete settings, as a result holds them; it refers to `ruleDefs`. */
export function completePortfolioSettings(): Schema {
  const { assets, ...rest } = properties();
  // What is left out of an asset is the account's; what it has stands as a whole.
  const { additionalProperties } = assets as { additionalProperties: { properties: Properties } };
  const own = Object.entries(additionalProperties.properties)
    .map(([key, schema]) => [key, complete(schema)]);
  const asset = { ...additionalProperties, properties: Object.fromEntries(own) };
  return complete(objectOf({ ...rest, assets: { ...assets, additionalProperties: asset } }));
}

/** Rules with numbers only. */
export function ruleDefs(): Readonly<Record<string, Schema>> {
  return {
    rule: ruleSchema(),
    gain: gainSchema(),
    text: {
      description: "Text of numbers only, such as 0.1 / 3.",
      type: "string",
      pattern: "^[\\d\\s.eE+*/()-]+$",
    },
    seriesNode: false,
    staticNode: false,
  };
}

function properties(): Properties {
  const { properties: account } = configSchema() as { readonly properties: Properties };
  const { commission, slippage, tick, lot, financing } = account;
  const { borrow } = financing.properties as Properties;
  const rules = { ...rulesSchema(), description: "Rules of every position, with numbers only." };
  const participation = {
    description:
      "Share of a bar's volume that all fills of an asset on it may take together; 0: no limit.",
    ...numberWithin(portfolioNumbers.participation),
    default: portfolioNumbers.participation.default,
  };
  const [orderPriority] = portfolioChoices.orderPriority;
  const [shortProceeds] = portfolioChoices.shortProceeds;
  return {
    ...account,
    orderPriority: {
      description: "Which market orders of one open fill first.",
      enum: portfolioChoices.orderPriority,
      default: orderPriority,
    },
    shortProceeds: {
      description: "Whether what a short sale brings in can be spent on longs (credit) or not.",
      enum: portfolioChoices.shortProceeds,
      default: shortProceeds,
    },
    maxPositions: {
      description: "Positions that may be open at once; 0: any number.",
      ...numberWithin(portfolioNumbers.maxPositions),
      default: portfolioNumbers.maxPositions.default,
    },
    participation,
    zone: {
      description:
        "IANA time zone whose dates end day orders and weeks; also execution.zone where that is left out.",
      type: "string",
      default: "UTC",
    },
    rules: { ...rules, default: [] },
    assets: {
      description: "What differs, by symbol; what is left out is that of the account.",
      type: "object",
      additionalProperties: objectOf({
        multiplier: {
          description: "Money that one unit makes of a price of 1.",
          ...numberWithin(portfolioNumbers.multiplier),
          default: portfolioNumbers.multiplier.default,
        },
        tick: withoutDefault(tick),
        lot: withoutDefault(lot),
        commission,
        slippage,
        borrow: withoutDefault(borrow),
        participation: withoutDefault(participation),
        rules: {
          ...rules,
          description: "Each takes the place of the account's rule of its type.",
        },
      }),
    },
    groups: {
      description: "Name of the group of an asset, such as its sector, by symbol.",
      type: "object",
      additionalProperties: {
        type: "string",
        minLength: 1,
        maxLength: longestGroup,
        pattern: "\\S",
      },
    },
    rank: {
      description:
        "Of a strategy: entries come first for which the value of this text is highest; by index where it is empty.",
      type: "string",
      default: "",
    },
  };
}

/** What is left out of an asset is that of the account. */
function withoutDefault({ default: _, ...schema }: Described): Described {
  return schema;
}
