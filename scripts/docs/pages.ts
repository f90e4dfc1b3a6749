import {
  filterSection,
  functionSection,
  orderSection,
  refusalSection,
  ruleSection,
  type Section,
  settingSection,
  sizeSection,
  statisticTables,
} from "../registries/sections.ts";
import {
  orderFieldSection,
  orderTypeSection,
  portfolioReasonSection,
  portfolioSettingSection,
} from "../registries/portfolio_sections.ts";
import { markdownTable } from "./markdown_table.ts";

/** A page of the documentation. */
export interface Page {
  /** File below `docs/`. */
  readonly name: string;
  readonly text: string;
}

/** The pages that say what the registries hold. */
export function pages(): Page[] {
  return [
    {
      name: "indicators.md",
      text: page([
        "# Indicators and operators",
        "What an expression may be made of. An argument with `=` may be left out. Of an indicator with\n" +
        "several outputs one is named, as in `macd(close).signal`. Formulas and look-backs:\n" +
        "[Indicators](semantics.md#3-indicators); what the operators make of NaN:\n" +
        "[Expressions](semantics.md#2-expressions).",
        part(functionSection("Indicators", "indicator")),
        part(functionSection("Operators", "operator")),
        "A function of time reads the bar's `time` off the clock and calendar of a time zone, an IANA name in\n" +
        'quotes: `hour("America/New_York")`.',
        part(functionSection("Time", "time")),
      ]),
    },
    {
      name: "rules.md",
      text: page([
        "# Rules, sizes, orders and settings",
        'A level or gain written as a number is a fraction; `{ "distance": … }` is a distance in price,\n' +
        '`{ "price": … }` the price itself, and `{ "riskMultiple": … }` a multiple of the distance from entry\n' +
        "to stop, for which there must be a `stopLoss`, or a `trailingStop` without `after`. Exactly:\n" +
        "[Levels](semantics.md#levels), [Orders](semantics.md#orders), [Size](semantics.md#6-size),\n" +
        "[Costs](semantics.md#7-costs), [Financing](semantics.md#8-financing).",
        part(ruleSection()),
        "```json\n" + ruleExample + "\n```",
        part(sizeSection()),
        "A definition without a size buys for all of the equity; one that is a plain number or text buys that\n" +
        "many units. `riskOfEquity` needs a stop as `riskMultiple` does.",
        part(orderSection()),
        'A side has them as `entry` and `exitOrder`: `{ "type": "limit", "price": "low", "expires": 5 }`.',
        part(refusalSection()),
        part(filterSection()),
        part(settingSection()),
      ]),
    },
    {
      name: "portfolio_settings.md",
      text: page([
        "# Settings and orders of runs over many assets",
        "What `portfolio(panel, settings)` takes and a config file of `scripts/portfolio.ts` holds, with\n" +
        "`SYMBOL` for the symbols of the panel. Without a default is what an asset has of the account. Rules\n" +
        "are those of [rules.md](rules.md#rules), with numbers only. Exactly: [portfolio.md](portfolio.md).",
        part(portfolioSettingSection()),
        part(orderTypeSection()),
        part(orderFieldSection()),
        part(portfolioReasonSection()),
      ]),
    },
    {
      name: "statistics.md",
      text: page([
        "# Statistics",
        "What `result.statistics` holds; files have the names in snake_case. Money is in account currency,\n" +
        "times are milliseconds since the epoch (UTC), fractions are not percent. A statistic that is not\n" +
        "defined is NaN in code. How returns are sampled: [Statistics](semantics.md#10-statistics).",
        "_Computed_ says what a statistic takes: _streamed_ ones one pass over bars or trades as they come,\n" +
        "_sampled_ ones one over the returns of the samples, _sorted_ ones values that are kept and sorted. A\n" +
        "run that keeps nothing but metrics, neither a column of equity nor the trades, can have the first\n" +
        "two kinds and never the third: that is _Metrics only_.",
        ...statisticTables().map(part),
      ]),
    },
  ];
}

/** Rules in every form that the table cannot show. */
const ruleExample = `{
  "risk": [
    { "stopLoss": { "distance": "2 * atr(14)" } },
    { "takeProfit": { "riskMultiple": 3 } },
    { "trailingStop": { "fraction": 0.03, "after": { "riskMultiple": 1 } } },
    { "breakEven": { "after": 0.02, "offset": 0.001 } },
    { "scaleOut": [{ "at": 0.05, "fraction": 0.5 }, { "at": 0.1, "fraction": 0.25 }] },
    { "timeStop": 20 },
    { "sessionEnd": { "time": "15:55", "zone": "America/New_York" } }
  ]
}`;

function part({ title, columns, rows }: Section): string {
  return `## ${title}\n\n${markdownTable(columns, rows)}`;
}

/** Parts of a page, and where its tables come from. */
function page([title, ...parts]: readonly string[]): string {
  const origin = "<!-- Written by `deno task docs` from the registries in the source -->";
  return [title, origin, ...parts].join("\n\n") + "\n";
}
