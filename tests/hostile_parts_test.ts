import { assertEquals } from "@std/assert";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { problemsOf } from "./hostile/quick.ts";
import { hostileWords } from "./hostile/words.ts";

/** A strategy from anything at all. */
function make(part: object): Strategy {
  return strategy({ name: "x", long: { enter: true }, ...part } as never);
}
/** An object with an own property of any name, beside others. */
function own(key: string, value: unknown, others: object = {}): object {
  return { ...others, ...Object.fromEntries([[key, value]]) };
}

const part = { at: 0.1, fraction: 0.5 };
const kelly = { fraction: 0.5, least: 0.1 };
const tier = { upTo: 1, percent: 0 };

/** Makers of definitions and settings with anything in each place that is no expression alone. */
const places: Readonly<Record<string, (value: unknown) => unknown>> = {
  "long.entry": (entry) => make({ long: { enter: true, entry } }),
  "long.exitOrder": (exitOrder) => make({ long: { enter: true, exit: true, exitOrder } }),
  "long.entry.type": (type) => make({ long: { enter: true, entry: { type, price: 1 } } }),
  "risk[0].scaleOut": (scaleOut) => make({ risk: [{ scaleOut }] }),
  "risk[0].scaleOut[0]": (one) => make({ risk: [{ scaleOut: [one] }] }),
  "risk[0].scaleOut[0].at": (at) => make({ risk: [{ scaleOut: [{ ...part, at }] }] }),
  "risk[0].breakEven": (breakEven) => make({ risk: [{ breakEven }] }),
  "risk[0].breakEven.after": (after) => make({ risk: [{ breakEven: { after } }] }),
  "risk[0].breakEven.offset": (offset) => make({ risk: [{ breakEven: { after: 0.1, offset } }] }),
  "risk[0].trailingStop.after": (after) => make({ risk: [{ trailingStop: { price: 1, after } }] }),
  "risk[0].sessionEnd": (sessionEnd) => make({ risk: [{ sessionEnd }] }),
  "risk[0].sessionEnd.time": (time) => make({ risk: [{ sessionEnd: { time } }] }),
  "risk[0].sessionEnd.zone": (zone) => make({ risk: [{ sessionEnd: { time: "09:30", zone } }] }),
  "size.volatilityTarget": (volatilityTarget) => make({ size: { volatilityTarget } }),
  "size.kelly": (kelly) => make({ size: { kelly } }),
  "size.kelly.trades": (trades) => make({ size: { kelly: { ...kelly, trades } } }),
  "filter": (filter) => make({ filter }),
  "filter.from": (from) => make({ filter: { from } }),
  "filter.weekdays": (weekdays) => make({ filter: { weekdays } }),
  "filter.weekdays[0]": (day) => make({ filter: { weekdays: [day] } }),
  "filter.hours": (hours) => make({ filter: { hours } }),
  "filter.hours[1]": (time) => make({ filter: { hours: ["09:30", time] } }),
  "filter.zone": (zone) => make({ filter: { from: "2010-01-01", zone } }),
  "commission.tiers": (tiers) => settings({ commission: { tiers: tiers as never } }),
  "commission.tiers[0]": (one) => settings({ commission: { tiers: [one as never] } }),
  "commission.tiers[0].upTo": (upTo) =>
    settings({ commission: { tiers: [{ ...tier, upTo: upTo as never }] } }),
  "financing": (financing) => settings({ financing: financing as never }),
  "financing.interest": (interest) => settings({ financing: { interest: interest as never } }),
  "execution.zone": (zone) => settings({ execution: { zone: zone as never } }),
  "execution.pyramid": (pyramid) => settings({ execution: { pyramid: pyramid as never } }),
};

const noData: readonly unknown[] = [
  (): boolean => true,
  Symbol("x"),
  1n,
  new Proxy(() => true, {}),
  null,
  NaN,
  -Infinity,
  new Array(1e8),
  ["09:30"],
];

Deno.test("every part of a definition refuses what is no data, with a path inside it", () => {
  for (const [place, put] of Object.entries(places)) {
    for (const thing of noData) {
      const what = `${place} of ${Deno.inspect(thing)}`;
      const inside = problemsOf(() => put(thing), what).every(({ path }) => path.startsWith(place));
      assertEquals(inside, true, what);
    }
  }
});

Deno.test("every part of a definition refuses hostile keys and words", () => {
  const objects: Readonly<Record<string, object>> = {
    "long.entry": { type: "limit", price: 1 },
    "risk[0].scaleOut[0]": part,
    "risk[0].scaleOut[0].at": { distance: 1 },
    "risk[0].breakEven": { after: 0.1 },
    "risk[0].breakEven.after": { fraction: 0.1 },
    "risk[0].sessionEnd": { time: "09:30" },
    "size.kelly": kelly,
    "filter": { from: "2010-01-01" },
    "commission.tiers[0]": tier,
    "financing": {},
  };
  const texts = ["long.entry.type", "risk[0].sessionEnd", "filter.from", "filter.weekdays[0]"];
  const zones = ["risk[0].sessionEnd.zone", "filter.zone", "execution.zone", "filter.hours[1]"];
  for (const word of hostileWords) {
    for (const [place, others] of Object.entries(objects)) {
      problemsOf(() => places[place](own(word, 1, others)), `${place} with ${word}`);
    }
    for (const place of [...texts, ...zones]) {
      problemsOf(() => places[place](word), `${place} of ${word}`);
    }
  }
});

Deno.test("every part of a definition reads own properties only", () => {
  const inherited: Readonly<Record<string, object>> = {
    "long.entry": { type: "marketOnClose" },
    "risk[0].scaleOut[0]": part,
    "risk[0].scaleOut[0].at": { distance: 1 },
    "risk[0].breakEven": { after: 0.1 },
    "risk[0].breakEven.after": { fraction: 0.1 },
    "risk[0].sessionEnd": { time: "09:30" },
    "size.kelly": kelly,
    "filter": { from: "2010-01-01" },
    "commission.tiers[0]": tier,
  };
  for (const [place, own] of Object.entries(inherited)) {
    places[place](own);
    problemsOf(() => places[place](Object.create(own)), place);
  }
});

Deno.test("a part whose value is undefined is not dropped where it must be there", () => {
  const written: readonly object[] = [
    { long: { enter: true, entry: { type: undefined } } },
    { long: { enter: true, entry: { type: "limit", price: undefined } } },
    { risk: [{ breakEven: undefined }] },
    { risk: [{ breakEven: { after: undefined } }] },
    { risk: [{ trailingStop: { price: undefined, after: 0.1 } }] },
    { risk: [{ scaleOut: [undefined] }] },
    { risk: [{ scaleOut: [{ at: { distance: undefined }, fraction: 1 }] }] },
    { risk: [{ sessionEnd: { time: undefined } }] },
    { size: { kelly: { ...kelly, least: undefined } } },
    { filter: { from: undefined } },
    { filter: { weekdays: [undefined] } },
  ];
  for (const wrong of written) problemsOf(() => make(wrong), Deno.inspect(wrong, { depth: 9 }));
});

Deno.test("lists may change after the strategy and the settings are made", () => {
  const written = { filter: { weekdays: [2, 1], hours: ["09:30", "16:00"] } };
  const made = make(written);
  const tiers = [{ ...tier }];
  const resolved = settings({ commission: { tiers } });
  written.filter.weekdays.push(3);
  written.filter.hours[0] = "00:00";
  tiers[0].percent = 9;
  assertEquals(made.filter, { weekdays: [1, 2], hours: [570, 960], zone: "UTC" });
  assertEquals(resolved.commission.tiers, [tier]);
});
