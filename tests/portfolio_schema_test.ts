import { assert, assertEquals } from "@std/assert";
import Ajv from "npm:ajv@8.17.1/dist/2020.js";
import { portfolio, type PortfolioResult } from "../mod.ts";
import { Phases } from "../scripts/command/phases.ts";
import { writePortfolio } from "../scripts/portfolio/write_portfolio.ts";
import { portfolioResultSchema } from "../scripts/schema/portfolio_result_schema.ts";
import { closesPanel } from "./portfolio_panel.ts";

const schemaFile = new URL("../scripts/schema/portfolio_result.schema.json", import.meta.url);

/** What `result.json` holds after the phases of the script. */
async function fileOf(result: PortfolioResult): Promise<Record<string, unknown>> {
  const phases = new Phases();
  for (const phase of ["read", "plan", "run", "statistics"]) await phases.time(phase, () => {});
  return JSON.parse(await writePortfolio(result, { out: undefined, phases }));
}

Deno.test("portfolio_result.schema.json is what scripts/make_schemas.ts writes", async () => {
  const schema = JSON.parse(await Deno.readTextFile(schemaFile));
  assertEquals(schema, JSON.parse(JSON.stringify(portfolioResultSchema())));
});

Deno.test("result.json of a portfolio matches its schema, with and without trades, bars and ruin", async () => {
  const validate = new Ajv.default({ strictTuples: false, allowUnionTypes: true })
    .compile(JSON.parse(await Deno.readTextFile(schemaFile)));
  const panel = closesPanel(["A", "B"], [[10, 20], [10, 20], [20, 10], [25, 12]]);
  const settings = { rules: [{ timeStop: 2 }], assets: { B: { multiplier: 2, lot: 1 } } };
  const runs = [
    portfolio(panel, settings).weights(() => Float64Array.of(0.5, -0.5)),
    portfolio(panel, { cashPolicy: "unlimited" }).weights(() => Float64Array.of(-3, 0)),
    portfolio(closesPanel([], [])).onBar(() => {}),
  ];
  assert(runs[1].output.ruinIndex >= 0);
  for (const run of runs) {
    assert(validate(await fileOf(run)), JSON.stringify(validate.errors));
  }
  assert(!validate({ ...await fileOf(runs[0]), other: 1 }));
});
