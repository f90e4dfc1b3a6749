import { assert, assertEquals, assertThrows } from "@std/assert";
import { DefinitionError } from "../codegen/define/problem.ts";
import { grid } from "../engine/sweep/grid/grid.ts";
import { logRange, range } from "../engine/sweep/grid/ranges.ts";

/** What is wrong, one text a problem. */
function problemsOf(make: () => unknown): string[] {
  const error: DefinitionError = assertThrows(make, DefinitionError);
  return error.problems.map(({ path, message }) => `${path}: ${message}`);
}

Deno.test("grid() has every combination that fulfils the conditions, the last axis the fastest", () => {
  const sets = grid({ fast: { range: [1, 3] }, slow: [2, 3] }, { where: ["fast < slow"] });
  assertEquals(sets.names, ["fast", "slow"]);
  assertEquals([...sets.matrix], [1, 2, 1, 3, 2, 3]);
  assertEquals([sets.count, sets.at(2)], [3, { fast: 2, slow: 3 }]);
  assertEquals(sets.values, [[1, 2], [2, 3]]);
});

Deno.test("range() and logRange() have both ends and no rounding noise", () => {
  assertEquals(range(0.1, 0.7, 0.1), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  assertEquals(range(1, 2, 0.4), [1, 1.4, 1.8]);
  assertEquals(logRange(0.01, 10, 4), [0.01, 0.1, 1, 10]);
  assertEquals(problemsOf(() => range(1, 2, 0)).length, 1);
  assertEquals(problemsOf(() => logRange(0, 2, 3)).length, 1);
});

Deno.test("grid() draws different sets, the same for a seed", () => {
  const axes = { n: { integer: [1, 20] }, level: { logUniform: [0.01, 1] }, side: [1, 2] } as const;
  const draw = (seed: number) => grid(axes, { samples: 50, seed, where: "n < 15" });
  const [one, again, other] = [draw(1), draw(1), draw(2)];
  assertEquals(one.matrix, again.matrix);
  assert(one.matrix.some((value, index) => value !== other.matrix[index]));
  assertEquals(one.count, 50);
  for (let set = 0; set < one.count; set++) {
    const { n, level, side } = one.at(set);
    assert(Number.isInteger(n) && n >= 1 && n < 15, `n ${n}`);
    assert(level >= 0.01 && level <= 1 && (side === 1 || side === 2), `${level} ${side}`);
  }
});

Deno.test("grid() draws no more sets than there are", () => {
  assertEquals(grid({ n: { integer: [1, 3] } }, { samples: 10 }).count, 3);
});

Deno.test("grid() tells everything that is wrong at once", () => {
  const wrong = {
    a: [],
    b: [1, 1],
    c: { range: [1, 2, -1] },
    d: { between: [1, 2] },
    e: "1:2",
    g: [NaN],
  };
  const found = problemsOf(() => grid(wrong as never, { samples: 0 }));
  assertEquals(found.length, 7, found.join("\n"));
  assertEquals(problemsOf(() => grid({ f: { uniform: [0, 1] } })), [
    "grid.f: Expected values but found uniform, which is drawn from",
  ]);
  assertEquals(problemsOf(() => grid({})), [
    "grid: Expected at least one parameter but found none",
  ]);
});

Deno.test("grid() refuses conditions over anything but its parameters", () => {
  assertEquals(problemsOf(() => grid({ fast: [1] }, { where: "fast < slow" })), [
    'where: Expected a condition over the parameters of the grid (fast) but found "slow"',
  ]);
  assertEquals(problemsOf(() => grid({ fast: [1] }, { where: "fast + 1" })).length, 1);
});

Deno.test("grid() takes conditions over settings, alone and with parameters", () => {
  const axes = {
    ["setting_1"]: [1, 2],
    "settings.commission.percent": [0, 0.5],
    "settings.cash": [3],
  };
  const held = (where: string | string[]): number[][] => {
    const sets = grid(axes, { where });
    return Array.from({ length: sets.count }, (_, set) => Object.values(sets.at(set)));
  };
  assertEquals(held("settings.commission.percent > 0"), [[1, 0.5, 3], [2, 0.5, 3]]);
  assertEquals(
    held("setting_1 * settings.cash > 3 && settings.commission.percent != setting_1 - 1.5"),
    [[2, 0, 3]],
  );
  assertEquals(held(["settings.cash == 3", "setting_1 == 1"]), [[1, 0, 3], [1, 0.5, 3]]);
  const drawn = grid({ n: { integer: [1, 99] }, "settings.cash": { integer: [1, 99] } }, {
    where: "n < settings.cash",
    samples: 20,
  });
  for (let set = 0; set < drawn.count; set++) {
    const { n, "settings.cash": cash } = drawn.at(set);
    assert(n < cash);
  }
});

Deno.test("grid() says which setting a condition may mean", () => {
  const refused = (where: string): string => {
    const make = () => grid({ fast: [1], "settings.commission.percent": [0] }, { where });
    const { problems: [{ message, remedy }] }: DefinitionError = assertThrows(
      make,
      DefinitionError,
    );
    return `${message.replace(/.*but found/, "found")}; ${remedy}`;
  };
  const meant = 'did you mean "settings.commission.percent"?';
  assertEquals(
    refused("settings.comission.percent > 0"),
    `found "settings.comission.percent"; ${meant}`,
  );
  assertEquals(refused("commission.percent > 0"), `found "commission.percent"; ${meant}`);
  assertEquals(refused("settings.cash > 0"), 'found "settings.cash"; undefined');
  assertEquals(refused("fest > 0"), 'found "fest"; did you mean "fast"?');
  assertEquals(refused("setting_1 > 0"), 'found "setting_1"; undefined');
});

Deno.test("grid() refuses to be empty or enormous", () => {
  assertEquals(problemsOf(() => grid({ n: [1, 2] }, { where: "n > 2" })), [
    "where: Expected at least one set but none of 2 fulfils the conditions",
  ]);
  const many = range(1, 2000);
  assertEquals(problemsOf(() => grid({ a: many, b: many })), [
    "grid: Expected at most 1,000,000 sets but found 4,000,000",
  ]);
  assertEquals(grid({ a: many, b: many }, { where: "a == b" }).count, 2000);
});
