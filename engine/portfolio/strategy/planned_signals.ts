import type { Side } from "../../../codegen/define/types.ts";
import type { SeriesOf } from "./series.ts";

/** Which way a position points: 1 long, -1 short. */
export type SideSign = 1 | -1;

/** The signals of a strategy on the bars of an asset, four bits each. */
export class PlannedSignals {
  readonly #bits: Uint8Array;

  /** Reads both sides on every bar; a side that is left out has no signals. */
  constructor(
    sides: Readonly<Record<SideSign, Side | undefined>>,
    series: SeriesOf,
    { bars }: { readonly bars: number },
  ) {
    this.#bits = new Uint8Array(bars);
    for (const side of [1, -1] as const) {
      for (const name of ["enter", "exit"] as const) {
        const expression = sides[side]?.[name];
        if (expression === undefined) continue;
        const value = series(expression);
        const bit = bitOf(side, name);
        for (let bar = 0; bar < bars; bar++) {
          if (value(bar) === 1) this.#bits[bar] |= bit;
        }
      }
    }
  }

  /** Whether any signal is true at the close of a bar. */
  any(bar: number): boolean {
    return this.#bits[bar] !== 0;
  }

  /** Whether a signal is true at the close of a bar. */
  has(side: SideSign, name: "enter" | "exit", bar: number): boolean {
    return (this.#bits[bar] & bitOf(side, name)) !== 0;
  }
}

function bitOf(side: SideSign, name: "enter" | "exit"): number {
  const first = name === "enter" ? 1 : 2;
  return side === 1 ? first : 4 * first;
}
