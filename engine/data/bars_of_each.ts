import type { Bars, Column } from "./bars.ts";
import { makeBars } from "./make_bars.ts";
import type { Panel } from "./panel.ts";

/** Assets that are taken out together, and moments: the values of a tile stay in the cache until all have been read. */
const tile = 16;
const block = 128;

/** The bars of each asset of a panel as `barsOf` gives them, by index; only those of a few assets are there at once. */
export function* barsOfEach(panel: Panel): Generator<Bars> {
  const { symbols, assets, time } = panel;
  for (let first = 0; first < assets; first += tile) {
    const end = Math.min(assets, first + tile);
    const counts = countsOf(panel, first, end);
    const take = (column: Column, perMoment: number): Float64Array[] =>
      taken(panel, { first, counts, column, perMoment });
    const times = take(time, 1);
    const columns = [...panel.columns].map(([name, column]) =>
      [name, take(column, assets)] as const
    );
    for (let asset = first; asset < end; asset++) {
      const at = asset - first;
      const own = columns.map(([name, lists]): [string, Column] => [name, lists[at]]);
      yield makeBars({ symbol: symbols[asset], time: times[at], columns: new Map(own) });
    }
  }
}

function countsOf(
  { assets, length, present }: Panel,
  first: number,
  end: number,
): Int32Array {
  const counts = new Int32Array(end - first);
  for (let t = 0; t < length; t++) {
    for (let asset = first; asset < end; asset++) {
      counts[asset - first] += present[t * assets + asset];
    }
  }
  return counts;
}

/** The values of a column where the assets have a bar, a list each; a column may have one value a moment for all. */
function taken(
  { assets, length, present }: Panel,
  { first, counts, column, perMoment }: {
    readonly first: number;
    readonly counts: Int32Array;
    readonly column: Column;
    readonly perMoment: number;
  },
): Float64Array[] {
  const lists = Array.from(counts, (count) => new Float64Array(count));
  const next = new Int32Array(counts.length);
  const step = perMoment === 1 ? 0 : 1;
  for (let from = 0; from < length; from += block) {
    const to = Math.min(length, from + block);
    for (let at = 0; at < counts.length; at++) {
      const list = lists[at];
      const asset = first + at;
      let row = next[at];
      for (let t = from; t < to; t++) {
        if (present[t * assets + asset] === 1) list[row++] = column[t * perMoment + step * asset];
      }
      next[at] = row;
    }
  }
  return lists;
}
