import { assert, assertEquals, assertMatch } from "@std/assert";
import { computeStatistics } from "../engine/stats/compute.ts";
import { statistics, statisticSections } from "../engine/stats/registry.ts";
import { barsOf, outputOf, settingsOf } from "./stats_runs.ts";

Deno.test("statistics lists exactly what computeStatistics() measures, in its order", () => {
  const { values } = computeStatistics(outputOf({}), barsOf([]), settingsOf());
  assertEquals([...statistics.keys()] as string[], Object.keys(values));
});

Deno.test("statistics has unique keys in snake_case, labels and summaries", () => {
  const all = [...statistics.values()];
  assertEquals(new Set(all.map(({ key }) => key)).size, all.length);
  assertEquals(new Set(all.map(({ label }) => label)).size, all.length);
  for (const { name, key, summary } of all) {
    assertMatch(key, /^[a-z]+(_[a-z]+)*$/);
    assertEquals(key.replaceAll("_", ""), name.toLowerCase());
    assertMatch(summary, /^[A-Z].*\.$/);
  }
});

Deno.test("statisticSections holds every statistic once", () => {
  const names = statisticSections.flatMap((section) => section.statistics.map(({ name }) => name));
  assertEquals(names as string[], [...statistics.keys()]);
  assert(statisticSections.every(({ title }) => title !== ""));
});
