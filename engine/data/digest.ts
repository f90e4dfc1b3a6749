import type { Bars, Column } from "./bars.ts";
import type { Panel } from "./panel.ts";

// High words of doubles. Which NaN is stored is up to the machine, so every one counts as the plain one.
const infinity = 0x7ff00000;
const plainNaN = 0x7ff80000;

/**
 * Fingerprint of the data: equal for bars whose times and columns, user columns with their names, are equal bit for bit,
 * and practically never otherwise. The symbol and the order of user columns do not count; every NaN is the same. It is
 * the same on every machine with little-endian doubles, which all that Deno runs on are. Not for security.
 *
 * The rounds are those of MurmurHash3 (Austin Appleby, public domain), its 128-bit form cut to two lanes.
 *
 * @param bars The bars.
 * @returns Sixteen hex digits.
 *
 * @example
 * ```ts
 * import { assertEquals, assertNotEquals } from "@std/assert";
 * import { barsFrom } from "./bars_from.ts";
 * const closes = (last: number) =>
 *   digestBars(barsFrom({ time: [0, 1], close: [10, last] }, { priceOnly: true }));
 * assertEquals(closes(11), closes(11));
 * assertNotEquals(closes(11), closes(12));
 * ```
 */
export function digestBars(bars: Bars): string {
  const lanes = new Int32Array(2);
  addWords(lanes, Int32Array.of(bars.length, 0));
  addColumns(lanes, bars);
  return finish(lanes);
}

/**
 * Fingerprint of a panel, as `digestBars` makes it of bars: equal for panels whose symbols, in order, times and columns
 * are equal.
 *
 * @param panel The panel.
 * @returns Sixteen hex digits.
 *
 * @example
 * ```ts
 * import { assertEquals, assertNotEquals } from "@std/assert";
 * import { panelFromArrays } from "./panel_from_arrays.ts";
 * const closes = (...symbols: string[]) =>
 *   digestPanel(panelFromArrays({ symbols, time: [0], close: [10, 50], priceOnly: true }));
 * assertEquals(closes("AAPL", "MSFT"), closes("AAPL", "MSFT"));
 * assertNotEquals(closes("AAPL", "MSFT"), closes("MSFT", "AAPL"));
 * ```
 */
export function digestPanel(panel: Panel): string {
  const lanes = new Int32Array(2);
  addWords(lanes, Int32Array.of(panel.length, panel.assets));
  for (const symbol of panel.symbols) addWords(lanes, wordsOfName(symbol));
  addColumns(lanes, panel);
  return finish(lanes);
}

/**
 * Fingerprint of named numbers, such as the columns of a result: equal for equal names, lengths and bits in the same order.
 *
 * @returns Sixteen hex digits.
 */
export function digestNumbers(
  named: Iterable<readonly [name: string, values: ArrayLike<number>]>,
): string {
  const lanes = new Int32Array(2);
  for (const [name, values] of named) {
    addWords(lanes, wordsOfName(name));
    addWords(lanes, Int32Array.of(values.length, 0));
    addWords(lanes, wordsOf(values instanceof Float64Array ? values : Float64Array.from(values)));
  }
  return finish(lanes);
}

function addColumns(lanes: Int32Array, { time, columns }: Pick<Bars, "time" | "columns">): void {
  addWords(lanes, wordsOf(time));
  for (const [name, column] of [...columns].sort(([a], [b]) => a < b ? -1 : 1)) {
    addWords(lanes, wordsOfName(name));
    addWords(lanes, wordsOf(column));
  }
}

// The word after the name keeps it apart from what follows.
function wordsOfName(name: string): Int32Array {
  return Int32Array.from([...name, ""].flatMap((c) => [c.codePointAt(0) ?? 0, 0]));
}

function wordsOf(column: Column): Int32Array {
  return new Int32Array(column.buffer, column.byteOffset, 2 * column.length);
}

function addWords(lanes: Int32Array, words: Int32Array): void {
  let [a, b] = lanes;
  for (let i = 0; i < words.length; i += 2) {
    let low = words[i];
    let high = words[i + 1];
    const size = high & 0x7fffffff;
    if (size > infinity || (size === infinity && low !== 0)) {
      low = 0;
      high = plainNaN;
    }
    low = Math.imul(low, 0x239b961b);
    a ^= Math.imul((low << 15) | (low >>> 17), 0xab0e9789);
    a = (Math.imul(((a << 19) | (a >>> 13)) + b, 5) + 0x561ccd1b) | 0;
    high = Math.imul(high, 0xab0e9789);
    b ^= Math.imul((high << 16) | (high >>> 16), 0x38b34ae5);
    b = (Math.imul(((b << 17) | (b >>> 15)) + a, 5) + 0x0bcaa747) | 0;
  }
  lanes[0] = a;
  lanes[1] = b;
}

function finish([first, second]: Int32Array): string {
  let a = first + second;
  let b = second + a;
  a = avalanche(a);
  b = avalanche(b);
  a += b;
  b += a;
  return hex(a) + hex(b);
}

function avalanche(word: number): number {
  const a = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return b ^ (b >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
