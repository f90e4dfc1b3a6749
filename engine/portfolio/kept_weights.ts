import { growColumn } from "./growing.ts";

/** Where the weights of a bar lie. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** Weights of bars as they were, the zeros left out: most strategies hold few of the assets. */
export class KeptWeights {
  #assets: Int32Array = new Int32Array(1024);
  #weights: Float64Array = new Float64Array(1024);
  #count = 0;
  readonly #places = new Map<number, Place>();
  #out: Float64Array = new Float64Array(0);

  /** Keeps a copy of the weights of a bar. */
  keep(bar: number, weights: Float64Array): void {
    const from = this.#count;
    const most = from + weights.length;
    if (most > this.#assets.length) {
      const room = Math.max(2 * this.#assets.length, most);
      this.#assets = growColumn(this.#assets, room);
      this.#weights = growColumn(this.#weights, room);
    }
    const [assets, kept] = [this.#assets, this.#weights];
    let count = from;
    for (let asset = 0; asset < weights.length; asset++) {
      const weight = weights[asset];
      if (Object.is(weight, 0)) continue;
      assets[count] = asset;
      kept[count++] = weight;
    }
    this.#count = count;
    this.#places.set(bar, { from, to: count });
    if (this.#out.length === 0) this.#out = new Float64Array(weights.length);
  }

  /** The weights of a bar, until the next call; undefined where none are kept. */
  at(bar: number): Float64Array | undefined {
    const place = this.#places.get(bar);
    if (place === undefined) return undefined;
    const out = this.#out.fill(0);
    for (let at = place.from; at < place.to; at++) out[this.#assets[at]] = this.#weights[at];
    return out;
  }
}
