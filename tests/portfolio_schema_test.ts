import { assert, assertEquals, assertThrows } from "@std/assert";
import Ajv from "npm:ajv@8.17.1/dist/2020.js";
import {
  DefinitionError,
  portfolio,
  type PortfolioResult,
  portfolioSettings,
  settings,
} from "../mod.ts";
import { Phases } from "../scripts/command/phases.ts";
import { writePortfolio } from "../scripts/portfolio/write_portfolio.ts";
import { portfolioConfigSchema } from "../scripts/schema/portfolio_config_schema.ts";
import { portfolioResultSchema } from "../scripts/schema/portfolio_result_schema.ts";
import { closesPanel } from "./portfolio_panel.ts";
import { leaves } from "./matrix/leaves.ts";
import { badSettings, goodSettings } from "./schema/definitions.ts";

const schemaFile = new URL("../scripts/schema/portfolio_result.schema.json", import.meta.url);

/** What `result.json` holds after the phases of the script. */
async function fileOf(result: PortfolioResult): Promise<Record<string, unknown>> {
  const phases = new Phases();
  for (const phase of ["read", "plan", "run", "statistics", "costs"]) {
    await phases.time(phase, () => {});
  }
  return JSON.parse(await writePortfolio(result, { out: undefined, format: "csv", phases }));
}

Deno.test("portfolio_result.schema.json is what scripts/make_schemas.ts writes", async () => {
  const schema = JSON.parse(await Deno.readTextFile(schemaFile));
  assertEquals(schema, JSON.parse(JSON.stringify(portfolioResultSchema())));
});

Deno.test("result.json of a portfolio matches its schema, with and without trades, bars and ruin", async () => {
  const validate = new Ajv.default({ strictTuples: false, allowUnionTypes: true })
    .compile(JSON.parse(await Deno.readTextFile(schemaFile)));
  const panel = closesPanel(["A", "B"], [[10, 20], [10, 20], [20, 10], [25, 12]]);
  const settings = {
    rules: [{ timeStop: 2 }, { trailingStop: { distance: 3, after: 0.1 } }],
    assets: { B: { multiplier: 2, lot: 1, commission: { perUnit: 1 } } },
    groups: { A: "one" },
    benchmark: "A",
  };
  const runs = [
    portfolio(panel, settings).weights(() => Float64Array.of(0.5, -0.5)),
    portfolio(panel, { cashPolicy: "unlimited" }).weights(() => Float64Array.of(-3, 0)),
    portfolio(closesPanel([], [])).onBar(() => {}),
    portfolio(panel, { maxPositions: 1, rank: "-close" })
      .strategy({ name: "own", long: { enter: "close > level" }, params: { level: 1 } }),
  ];
  assert(runs[1].output.ruinIndex >= 0);
  for (const run of runs) {
    assert(validate(await fileOf(run)), JSON.stringify(validate.errors));
  }
  assert(!validate({ ...await fileOf(runs[0]), other: 1 }));
});

const configFile = new URL("../scripts/schema/portfolio_config.schema.json", import.meta.url);
const acceptsConfig = new Ajv.default({ strictTuples: false, strictRequired: false })
  .compile(portfolioConfigSchema());
const symbols = { symbols: ["A", "B"], columns: new Map([["rate", new Float64Array()]]) };

Deno.test("portfolio_config.schema.json is what scripts/make_schemas.ts writes", async () => {
  const schema = JSON.parse(await Deno.readTextFile(configFile));
  assertEquals(schema, JSON.parse(JSON.stringify(portfolioConfigSchema())));
});

/** Settings that only portfolios have, and rules with numbers. */
const good: readonly object[] = [
  { orderPriority: "largestFirst", shortProceeds: "credit", maxPositions: 5, zone: "Asia/Tokyo" },
  { rules: [{ stopLoss: 0.1 }, { takeProfit: { riskMultiple: 2 } }, { timeStop: { bars: 3 } }] },
  { rules: [{ breakEven: { after: 0.02 } }, { scaleOut: [{ at: 0.1, fraction: 0.5 }] }] },
  { rules: [{ sessionEnd: "15:55" }, { stopLoss: { distance: "3 / 2" } }] },
  { assets: { A: { multiplier: 50, tick: 0.25, lot: 1, borrow: 0.02, rules: [] }, B: {} } },
  { assets: { A: { commission: { perUnit: 1 }, slippage: { percent: 0.001 } } } },
  { groups: { A: "tech", B: "energy" }, execution: { pyramid: 2, opposite: "close" } },
  { rank: "close / close[20]", maxPositions: 3 },
];
const bad: readonly object[] = [
  { orderPriority: "lifo" },
  { maxPositions: 1.5 },
  { rules: [{ stopLoss: "atr(14)" }] },
  { rules: [{ stopLoss: 0.1 }, { stopLoss: 0.2 }] },
  { rules: [{ stopLoss: 2 }] },
  { assets: { A: { multiplier: 0 } } },
  { assets: { A: { cash: 1 } } },
  { groups: { A: "" } },
  { groups: ["A"] },
  { rank: 1 },
  { simMode: "event" },
];

Deno.test("portfolioConfigSchema() accepts what portfolioSettings() accepts", () => {
  const all = [...good, ...Object.values(goodSettings).filter(isForPortfolios)];
  for (const written of all) {
    const made = JSON.stringify(written);
    portfolioSettings(written as object, symbols);
    assert(acceptsConfig(written), `${made}: ${JSON.stringify(acceptsConfig.errors)}`);
  }
  const { settings: resolved } = portfolio(closesPanel(["A"], []), { assets: { A: { lot: 1 } } })
    .onBar(() => {}).toJSON();
  assert(acceptsConfig(resolved), JSON.stringify(acceptsConfig.errors));
});

/** Whether settings name a column that the panel has. */
function isForPortfolios(written: unknown): boolean {
  return ["", "rate"].includes(settings(written as object).financing.funding);
}

Deno.test("portfolioConfigSchema() refuses what portfolioSettings() refuses", () => {
  for (const written of [...bad, ...Object.values(badSettings)]) {
    const made = JSON.stringify(written);
    assertThrows(() => portfolioSettings(written as object, symbols), DefinitionError, "", made);
    assert(!acceptsConfig(written), made);
  }
});

Deno.test("portfolioConfigSchema() has the defaults of portfolioSettings()", () => {
  const made = portfolioSettings({}, symbols);
  const { properties } = portfolioConfigSchema() as { properties: Record<string, never> };
  assertEquals(Object.keys(properties), Object.keys(made));
  for (const [path, standard] of leaves(made)) {
    if (["assets", "groups"].includes(path)) continue;
    const found = path.split(".").reduce<{ properties?: unknown; default?: unknown }>(
      (schema, key) => (schema.properties as Record<string, object>)[key],
      { properties },
    );
    assertEquals(found.default, standard, path);
  }
});
