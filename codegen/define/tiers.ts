import { describe } from "./describe.ts";
import { inside, type Reading, readNumber, readObject, report } from "./read_object.ts";
import type { Tier } from "./types.ts";

/** Bounds of the numbers of a tier. */
export const tierNumbers = {
  upTo: { default: 0, above: 0 },
  percent: { default: 0, min: 0 },
} as const;

/** Most tiers that a commission may have. */
export const mostTiers = 100;

/** Reads the tiers of a commission; none where they are left out. */
export function readTiers(value: unknown, reading: Reading): readonly Tier[] {
  if (value === undefined) return Object.freeze([]);
  if (!Array.isArray(value) || value.length > mostTiers) {
    const found = Array.isArray(value) ? value.length : describe(value);
    report(reading, `Expected a list of at most ${mostTiers} tiers but found ${found}`);
    return Object.freeze([]);
  }
  const tiers = [...value].map((item, index) => readTier(item, inside(reading, index)));
  tiers.forEach((tier, index) => {
    const before = tiers[index - 1];
    if (tier === undefined || before === undefined || tier.upTo > before.upTo) return;
    const message = `Expected a number > ${before.upTo}, that before it, but found ${tier.upTo}`;
    report(inside(inside(reading, index), "upTo"), message, "write the smallest first");
  });
  return Object.freeze(tiers.filter((tier) => tier !== undefined));
}

function readTier(value: unknown, reading: Reading): Tier | undefined {
  const before = reading.problems.length;
  const entries = readObject(value, reading, Object.keys(tierNumbers));
  if (entries === undefined) return undefined;
  const number = (key: keyof typeof tierNumbers): number => {
    const place = inside(reading, key);
    if (!entries.has(key)) report(place, "Expected a number but found none");
    return readNumber(entries.get(key), place, tierNumbers[key]);
  };
  const tier = { upTo: number("upTo"), percent: number("percent") };
  return reading.problems.length > before ? undefined : Object.freeze(tier);
}
