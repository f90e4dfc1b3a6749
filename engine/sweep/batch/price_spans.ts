import { spanLevels } from "../../../codegen/emit/names.ts";
import type { Bars, Column } from "../../data/bars.ts";

/** Highest high and lowest low of spans of a chunk: of 1 bar from each of its bars on, then of 2, of 4 and so on. */
export class PriceSpans {
  readonly tops: Column;
  readonly bottoms: Column;
  readonly #chunk: number;

  /** Room for chunks of `chunk` bars; 0: none, where spans are not looked at. */
  constructor(chunk: number) {
    this.#chunk = chunk;
    this.tops = new Float64Array(spanLevels * chunk);
    this.bottoms = new Float64Array(spanLevels * chunk);
  }

  /** Fills the spans that lie within the bars from `from` to before `to`. */
  compute({ high, low }: Pick<Bars, "high" | "low">, from: number, to: number): void {
    if (this.#chunk === 0) return;
    const count = to - from;
    this.tops.set(high.subarray(from, to));
    this.bottoms.set(low.subarray(from, to));
    for (let level = 1; level < spanLevels; level++) {
      this.#double(level, count);
    }
  }

  /** Joins spans of one length, `count` bars in all, to those of twice the length. */
  #double(level: number, count: number): void {
    const { tops, bottoms } = this;
    const before = (level - 1) * this.#chunk;
    const half = 1 << level - 1;
    const last = before + count - 2 * half;
    const shift = this.#chunk;
    for (let place = before; place <= last; place++) {
      const top1 = tops[place];
      const top2 = tops[place + half];
      tops[place + shift] = top1 > top2 ? top1 : top2;
      const bottom1 = bottoms[place];
      const bottom2 = bottoms[place + half];
      bottoms[place + shift] = bottom1 < bottom2 ? bottom1 : bottom2;
    }
  }
}
