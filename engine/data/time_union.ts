import type { Column } from "./bars.ts";
import { firstAtOrAfter } from "./slice.ts";

/**
 * Every time that is in any of several columns, once and in order.
 *
 * Times are looked for next to the one before them, as they follow each other in one asset's bars, or stay the same in
 * a table in order of time; elsewhere by bisection. Times that lie between those known are put aside and sorted at the
 * end, so that the cost is that of one sort at most.
 *
 * @param columns Finite times, in any order.
 * @returns The times.
 */
export function timeUnion(columns: readonly Column[]): Float64Array {
  const longest = columns.reduce((most, { length }) => Math.max(most, length), 0);
  // Beyond `known.count` times are Infinity, so that searches need no bound.
  const known: Growing = { values: new Float64Array(longest + 1).fill(Infinity), count: 0 };
  const between: Growing = { values: new Float64Array(16), count: 0 };
  for (const column of columns) addTimes(column, known, between);
  const times = known.values.subarray(0, known.count);
  if (between.count === 0) return times.slice();
  const added = between.values.subarray(0, between.count).sort();
  return merged(times, added);
}

interface Growing {
  values: Float64Array<ArrayBuffer>;
  count: number;
}

function addTimes(column: Column, known: Growing, between: Growing): void {
  let at = 0;
  for (let row = 0; row < column.length; row++) {
    const time = column[row];
    at = placeNear(known.values, at, time);
    if (known.values[at] === time) continue;
    if (at === known.count) append(known, time);
    else append(between, time);
  }
}

function append(list: Growing, time: number): void {
  // One place stays free behind the times known.
  if (list.count + 1 >= list.values.length) {
    const { values } = list;
    list.values = new Float64Array(2 * values.length).fill(Infinity);
    list.values.set(values);
  }
  list.values[list.count++] = time;
}

/**
 * Where a time is or would be in order.
 *
 * @param times Times in order.
 * @param near A place in `times`: where it may be, or just before that.
 * @param time The time.
 * @returns Index of the first that is not before it.
 */
export function placeNear(times: Float64Array, near: number, time: number): number {
  if (times[near] === time) return near;
  const next = near + 1;
  return next < times.length && times[next] === time ? next : firstAtOrAfter(times, time);
}

function merged(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const time = j === b.length || a[i] < b[j] ? a[i++] : b[j++];
    if (count === 0 || time > all[count - 1]) all[count++] = time;
  }
  return all.slice(0, count);
}
