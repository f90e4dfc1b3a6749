import { assert, assertEquals } from "@std/assert";
import { settings, type SettingsInput } from "../codegen/define/settings.ts";
import { backtest } from "../engine/run/backtest.ts";
import { problemsOf } from "./hostile/quick.ts";
import { handBars } from "./matrix/bars.ts";

function wrong(input: unknown): string[] {
  return problemsOf(() => settings(input as SettingsInput), Deno.inspect(input))
    .map(({ path }) => path);
}

Deno.test("settings() reads what costs, quantities, financing and execution may be", () => {
  const input: SettingsInput = {
    minQuantity: 0.5,
    maxQuantity: 100,
    tick: 0.01,
    commission: { maximum: 20, tiers: [{ upTo: 1e4, percent: 0.002 }, { upTo: 1e6, percent: 0 }] },
    slippage: { spread: 0.02, ticks: 1.5, impact: 0.1 },
    financing: { borrow: 0.03, interest: 0.01, marginInterest: 0.05, funding: "rate" },
    execution: {
      pyramid: 3,
      cooldownAfter: "loss",
      maxTradesPerDay: 2,
      zone: "America/New_York",
    },
  };
  const made = settings(input);
  for (const [group, values] of Object.entries(input)) {
    const read = made[group as keyof typeof made];
    assertEquals(typeof values === "object" ? { ...read as object, ...values } : values, read);
  }
  assertEquals(settings(JSON.parse(JSON.stringify(made))), made);
  assert(Object.isFrozen(made.commission.tiers) && Object.isFrozen(made.commission.tiers[0]));
  assert(Object.isFrozen(made.financing));
});

Deno.test("settings() refuses numbers out of bounds", () => {
  assertEquals(wrong({ minQuantity: -1, maxQuantity: "1", tick: NaN }), [
    "minQuantity",
    "maxQuantity",
    "tick",
  ]);
  assertEquals(wrong({ financing: { borrow: -1, interest: -1, marginInterest: null, rate: 1 } }), [
    "financing",
    "financing.borrow",
    "financing.interest",
    "financing.marginInterest",
  ]);
  for (const pyramid of [-1, 0.5, 1e6 + 1, "1"]) {
    assertEquals(wrong({ execution: { pyramid } }), ["execution.pyramid"]);
  }
  for (const funding of [3, null, true, "x".repeat(201)]) {
    assertEquals(wrong({ financing: { funding } }), ["financing.funding"]);
  }
  assertEquals(wrong({ execution: { zone: "Mars", cooldownAfter: "win", maxTradesPerDay: 0.5 } }), [
    "execution.cooldownAfter",
    "execution.maxTradesPerDay",
    "execution.zone",
  ]);
});

Deno.test("tiers have two numbers each, and grow", () => {
  const tiers = (...tiers: readonly unknown[]): string[] => wrong({ commission: { tiers } });
  const path = "commission.tiers";
  assertEquals(wrong({ commission: { tiers: { upTo: 1, percent: 1 } } }), [path]);
  assertEquals(wrong({ commission: { tiers: new Array(1e8) } }), [path]);
  assertEquals(tiers(3, [], { upTo: 1 }), [`${path}[0]`, `${path}[1]`, `${path}[2].percent`]);
  assertEquals(tiers({ upTo: 0, percent: -1 }), [`${path}[0].upTo`, `${path}[0].percent`]);
  assertEquals(tiers({ upTo: 2, percent: 0 }, { upTo: 2, percent: 0 }), [`${path}[1].upTo`]);
  assertEquals(tiers({ upTo: 2, percent: 0, fixed: 1 }), [`${path}[0]`]);
});

Deno.test("settings that cannot stand together are refused with a remedy", () => {
  const together: readonly (readonly [path: string, input: SettingsInput])[] = [
    ["slippage.ticks", { slippage: { ticks: 1 } }],
    ["maxQuantity", { minQuantity: 2, maxQuantity: 1 }],
    ["commission.maximum", { commission: { minimum: 2, maximum: 1 } }],
    ["commission.percent", { commission: { percent: 0.1, tiers: [{ upTo: 1, percent: 0 }] } }],
  ];
  for (const [path, input] of together) {
    const [problem] = problemsOf(() => settings(input), path);
    assertEquals(problem.path, path);
    assert(problem.remedy !== undefined);
  }
});

Deno.test("backtest() refuses bars without the column of funding rates", () => {
  const hold = { name: "hold", long: { enter: true } };
  const run = (): unknown => backtest(hold, handBars, { financing: { funding: "fundin" } });
  assertEquals(problemsOf(run).map(({ path }) => path), ["financing.funding"]);
});
