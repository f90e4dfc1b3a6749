import { assertEquals, assertThrows } from "@std/assert";
import { DefinitionError, portfolio, type Problem, settings } from "../mod.ts";
import { closesPanel } from "./portfolio_panel.ts";

const panel = closesPanel(["AAPL", "ES"], [[10, 100], [11, 101]]);

/** Path and message of every problem of some settings. */
function problemsOf(input: unknown): string[] {
  const error = assertThrows(() => portfolio(panel, input as object), DefinitionError);
  return error.problems.map(({ path, message, remedy }: Problem) =>
    `${path}: ${message}${remedy === undefined ? "" : `; ${remedy}`}`
  );
}

Deno.test("portfolio() takes all settings of a run with their defaults, and those of its own", () => {
  const made = portfolio(panel, { cash: 5000, zone: "America/New_York" }).settings;
  const { statistics, execution, ...rest } = settings({ cash: 5000 });
  assertEquals({ ...made, assets: {}, groups: {} }, {
    ...rest,
    statistics,
    execution: { ...execution, zone: "America/New_York" },
    orderPriority: "exitsFirst",
    shortProceeds: "margin",
    maxPositions: 0,
    participation: 0,
    zone: "America/New_York",
    rules: [],
    assets: {},
    groups: {},
    rank: "",
  });
});

Deno.test("portfolio() keeps of an asset what was given, so that the rest is the account's", () => {
  const { assets } = portfolio(panel, {
    assets: { ES: { multiplier: 50, commission: { perUnit: 2 }, rules: [{ stopLoss: 0.1 }] } },
  }).settings;
  assertEquals(Object.keys(assets), ["ES"]);
  assertEquals(Object.keys(assets.ES), ["multiplier", "commission", "rules"]);
  assertEquals(assets.ES.commission?.perUnit, 2);
  assertEquals(assets.ES.commission?.percent, 0);
});

Deno.test("portfolio() tells every problem of its settings at once, with its path", () => {
  assertEquals(
    problemsOf({
      cash: -1,
      orderPriorty: "fifo",
      shortProceeds: "cash",
      maxPositions: 1.5,
      rules: [{ stopLoss: "atr(14)" }],
      assets: { AAPK: {}, ES: { multiplier: 0, tik: 1, slippage: { ticks: 1 } } },
      rank: 1,
      financing: { funding: "rate" },
      groups: { ES: "", AAPLE: "tech" },
    }),
    [
      'definition: Expected one of cash, leverage, cashPolicy, lot, minQuantity, maxQuantity, tick, commission, slippage, financing, execution, statistics, orderPriority, shortProceeds, maxPositions, participation, zone, rules, assets, groups, rank but found "orderPriorty"; did you mean "orderPriority"?',
      "cash: Expected a finite number > 0 but found -1",
      'shortProceeds: Expected one of "margin", "credit" but found "cash"',
      "maxPositions: Expected a whole number >= 0 but found 1.5",
      "rules[0].stopLoss: Expected a number but found a series",
      'assets.AAPK: Expected a symbol of the panel (AAPL, ES) but found "AAPK"; did you mean "AAPL"?',
      'assets.ES: Expected one of multiplier, tick, lot, commission, slippage, borrow, participation, rules but found "tik"; did you mean "tick"?',
      "assets.ES.multiplier: Expected a finite number > 0 but found 0",
      'groups.ES: Expected the name of a group, of 1 to 100 characters, but found ""',
      'groups.AAPLE: Expected a symbol of the panel (AAPL, ES) but found "AAPLE"; did you mean "AAPL"?',
      "rank: Expected the text of an expression but found 1",
      'financing.funding: Expected a column of the panel but found "rate"',
      "assets.ES.slippage.ticks: Expected 0 without a tick but found 1; set tick to the smallest step of a price",
    ],
  );
});

Deno.test("portfolio() wants a tick for every asset that slips by ticks", () => {
  const slippage = { ticks: 1 };
  assertEquals(problemsOf({ slippage, assets: { ES: { tick: 0.25 } } }), [
    "slippage.ticks: Expected 0, as AAPL has no tick, but found 1; set tick to the smallest step of a price",
  ]);
  portfolio(panel, { slippage, assets: { ES: { tick: 0.25 }, AAPL: { tick: 0.01 } } });
});

Deno.test("portfolio() takes rules that name a parameter for no numbers", () => {
  assertEquals(problemsOf({ rules: [{ timeStop: { bars: "length" } }] }).length, 1);
});

Deno.test("portfolio() limits participation only where a bar has a volume, and to a share", () => {
  const limited = { participation: 0.1 };
  const remedy = "nothing would ever fill";
  assertEquals(problemsOf(limited), [
    `participation: Expected 0, as no bar of the panel has a volume, but found 0.1; ${remedy}`,
  ]);
  assertEquals(problemsOf({ assets: { ES: limited } }), [
    `assets.ES.participation: Expected 0, as no bar of the panel has a volume, but found 0.1; ${remedy}`,
  ]);
  assertEquals(problemsOf({ participation: 25, assets: { ES: { participation: -0.1 } } }), [
    "participation: Expected a finite number >= 0 and <= 1 but found 25",
    "assets.ES.participation: Expected a finite number >= 0 and <= 1 but found -0.1",
  ]);
  const columns = new Map(panel.columns).set("volume", Float64Array.of(0, 0, 5, NaN));
  const { settings: made } = portfolio({ ...panel, columns }, {
    ...limited,
    assets: { ES: { participation: 0 } },
  });
  assertEquals([made.participation, made.assets.ES.participation], [0.1, 0]);
});
