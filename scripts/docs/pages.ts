import {
  functionSection,
  ruleSection,
  type Section,
  settingSection,
  sizeSection,
  statisticTables,
} from "../registries/sections.ts";
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
        "# Rules, sizes and settings",
        'A level written as a number is a fraction; `{ "distance": … }` is a distance in price and\n' +
        '`{ "price": … }` the price itself. Exactly: [Levels](semantics.md#levels),\n' +
        "[Size](semantics.md#6-size), [Costs](semantics.md#7-costs).",
        part(ruleSection()),
        part(sizeSection()),
        "A definition without a size buys for all of the equity.",
        part(settingSection()),
      ]),
    },
    {
      name: "statistics.md",
      text: page([
        "# Statistics",
        "What `result.statistics` holds; files have the names in snake_case. Money is in account currency,\n" +
        "times are milliseconds since the epoch (UTC), fractions are not percent. A statistic that is not\n" +
        "defined is NaN in code. How returns are sampled: [Statistics](semantics.md#9-statistics).",
        "_Computed_ says what a statistic takes: _streamed_ ones one pass over bars or trades as they come,\n" +
        "_sampled_ ones one over the returns of the samples, _sorted_ ones values that are kept and sorted. A\n" +
        "run that keeps nothing but metrics, neither a column of equity nor the trades, can have the first\n" +
        "two kinds and never the third: that is _Metrics only_.",
        ...statisticTables().map(part),
      ]),
    },
  ];
}

function part({ title, columns, rows }: Section): string {
  return `## ${title}\n\n${markdownTable(columns, rows)}`;
}

/** Parts of a page, and where its tables come from. */
function page([title, ...parts]: readonly string[]): string {
  const origin = "<!-- Written by `deno task docs` from the registries in the source -->";
  return [title, origin, ...parts].join("\n\n") + "\n";
}
