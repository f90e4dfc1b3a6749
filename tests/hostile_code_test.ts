import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { add, close, column, crossOver, gt } from "../codegen/define/builders.ts";
import { hour } from "../codegen/define/clock_builders.ts";
import { DefinitionError } from "../codegen/define/problem.ts";
import { showCode } from "../codegen/compile.ts";
import { sma } from "../codegen/define/indicator_builders.ts";
import { param } from "../codegen/define/param.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import type { Bars } from "../engine/data/bars.ts";
import { runReference } from "../engine/reference/mod.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import { firstDifference } from "../engine/run/difference.ts";
import { arbitrarySettings } from "./fuzz/settings.ts";
import { arbitraryStrategy } from "./fuzz/strategies.ts";
import { hostileWords, identifiers } from "./hostile/words.ts";
import { seededBars } from "./matrix/bars.ts";

const plain = settings();

/** A strategy with a column, twice a column, a param and a let of these names. */
function named(names: { readonly name: string; readonly inner: string }): Strategy {
  const { name, inner } = names;
  const own = column(name);
  return strategy({
    name,
    let: Object.fromEntries([[`${inner}2`, sma(close, 3)]]),
    long: { enter: crossOver(own, sma(own, param(inner, 3))), exit: gt(add(own, 1), close) },
    risk: [{ trailingStop: { price: own } }],
    size: { value: own },
  });
}

Deno.test("no name that a user chooses changes the generated source", () => {
  const wanted = showCode(named({ name: "plain", inner: "n" }), plain);
  for (const name of hostileWords) {
    for (const inner of identifiers) {
      assertEquals(showCode(named({ name, inner }), plain), wanted, JSON.stringify([name, inner]));
    }
  }
});

Deno.test("a column of any name runs as any other", () => {
  const bars = seededBars(60, 5);
  const withColumn = (name: string): Bars => {
    const given = Float64Array.from(bars.close, (price, t) => price + (t % 7) - 3);
    return { ...bars, columns: new Map([...bars.columns, [name, given]]) };
  };
  const wanted = runCompiled(named({ name: "plain", inner: "n" }), withColumn("plain"), {
    settings: plain,
  });
  assert(wanted.trades.count > 0);
  for (const name of hostileWords) {
    const made = named({ name, inner: "n" });
    const own = withColumn(name);
    const found = runCompiled(made, own, { settings: plain, chunk: 7 });
    assertEquals(firstDifference(found, wanted), undefined, JSON.stringify(name));
    const reference = runReference(made, own, { settings: plain });
    assertEquals(firstDifference(found, reference), undefined, JSON.stringify(name));
  }
});

Deno.test("no name of a custom column changes the generated source, and no text passes for a zone", () => {
  const custom = (name: string): string => {
    const own = column(name, (_bars, out) => void out.fill(1));
    return showCode(strategy({ name: "x", long: { enter: gt(add(own, 1), close) } }), plain);
  };
  const wanted = custom("plain");
  for (const name of hostileWords) {
    assertEquals(custom(name), wanted, JSON.stringify(name));
    const definition = { name: "x", long: { enter: gt(hour(name), 1) } };
    assertThrows(() => strategy(definition), DefinitionError, "Expected a time zone");
    const text = { name: "x", long: { enter: `hour(${JSON.stringify(name)}) > 1` } };
    assertThrows(() => strategy(text), DefinitionError, "Expected a time zone");
  }
});

/** Words of JavaScript that the compiler writes. */
const keywords =
  "break const else false for function if let NaN Infinity return true use strict while";
const members =
  "Math abs bars ceil copyWithin count events exp fill flags floor history length log max min rings " +
  "round sign sqrt trailLevels trunc values";
const fixed =
  "base best cash cl close columns conflict count direction end entry equity fee fill fills " +
  "flags from hi high i least level lo longEnter longExit lots low most next nextEnter nextLong " +
  "highest highestMore lowest lowestLess reached reachedLess reachedMore near holding lastBlock " +
  "nextShort old op open orders out own ownTrail p power quantity quiet raised reason s seen " +
  "shift shortEnter shortExit side signals state to units value volume w whole finish warmEnd " +
  "ambiguous newStop newTarget newTrail a b e step " +
  // Orders, additions and parts.
  "additions added arriving average byLimit capped due entering firstStop found gain gainCertain " +
  "gainMet gainTouched goal inside k largest leave limit nearest newRisk ofVolume other part pending price " +
  "reach risk share sold stake steps " +
  // Days, sessions and what holding costs.
  "borrowed date dayTime done earned ends free funded funding gained interest local moment " +
  "paid positionPnl rate tick tiers time today weekday years " +
  // Kelly's formula.
  "asked fraction losses lost wins won";
const known = new Set(`${keywords} ${members} ${fixed}`.split(" "));

/** Numbers, state and outputs: words in camel case that start with one of these. */
const families =
  /^(bar|trade|fill|signal|fee|slip|steady|history|hold|cooldown|leverage|lot|last|stopLoss|takeProfit|trailingStop|trailSeries|size|longE|shortE|entry|wanted|queued|ready|ruin|ambiguous|reduced|stop|target|trail|waiting|leaving|refused|opened|even|held|rest|row|parts|kelly|filter|session|max|min|borrow|margin|interest|first)[A-Za-z]*\d*$/;

/** Nodes and numbers of the program: a kind and a count, perhaps with a part of it. */
const counted = /^[a-z][A-Za-z]*\d+[A-Za-z]*$/;

Deno.test("identifiers of the generated source are words of the compiler", () => {
  const strange = new Set<string>();
  const run = fc.tuple(arbitraryStrategy, arbitrarySettings);
  for (const [made, input] of fc.sample(run, { numRuns: 300, seed: 1 })) {
    const source = showCode(made, settings(input)).replaceAll(/\/\/.*$/gm, "");
    for (const [word] of source.matchAll(/[\p{L}\p{Nl}$_][\p{L}\p{Nd}\p{Mn}\p{Pc}$]*/gu)) {
      if (!known.has(word) && !families.test(word) && !counted.test(word)) strange.add(word);
    }
  }
  // A new word of the compiler is entered above; a word of the user's would be a hole.
  assertEquals([...strange], []);
});

Deno.test("the generated source is ASCII, with one string and comments of letters only", () => {
  const run = fc.tuple(arbitraryStrategy, arbitrarySettings);
  for (const [made, input] of fc.sample(run, { numRuns: 300, seed: 2 })) {
    const source = showCode(made, settings(input));
    assert(/^[\n\x20-\x7e]*$/.test(source), "other characters");
    assertEquals(source.match(/["'`\\]/g), ['"', '"'], "quotes");
    assert(!source.includes("/*"), "a comment of several lines");
    const comments = [...source.matchAll(/\/\/(.*)$/gm)].map(([, comment]) => comment);
    assert(/^# sourceURL=barjit\/kernel-[0-9a-f]{16}\.js$/.test(comments.pop()!));
    for (const comment of comments) assert(/^ [A-Za-z:,; -]+$/.test(comment), comment);
  }
});
