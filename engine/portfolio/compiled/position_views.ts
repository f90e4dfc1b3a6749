import { levelForms } from "../../../codegen/emit/own_level.ts";
import type { PositionView } from "../broker.ts";
import { lastClose, type RunState } from "./state.ts";

/** A live view of what is held of each asset. */
export function positionViews(run: RunState): readonly PositionView[] {
  const barsBetween = barCounter(run);
  return run.panel.symbols.map((symbol, asset) =>
    Object.freeze(new LiveView(run, { asset, symbol, barsBetween }))
  );
}

type BarCounter = (asset: number, from: number, to: number) => number;

/** One class for all views: code that reads them in a loop would be slow with getters of each. */
class LiveView implements PositionView {
  readonly asset: number;
  readonly symbol: string;
  readonly #run: RunState;
  readonly #held: Float64Array;
  readonly #barsBetween: BarCounter;

  constructor(
    run: RunState,
    { asset, symbol, barsBetween }: {
      readonly asset: number;
      readonly symbol: string;
      readonly barsBetween: BarCounter;
    },
  ) {
    this.asset = asset;
    this.symbol = symbol;
    this.#run = run;
    this.#held = run.account.quantity as Float64Array;
    this.#barsBetween = barsBetween;
  }

  get quantity(): number {
    return this.#held[this.asset];
  }

  get average(): number {
    return this.quantity === 0 ? NaN : this.#run.account.entryPrice[this.asset];
  }

  get value(): number {
    const { asset, quantity } = this;
    return quantity === 0 ? 0 : quantity * lastClose(this.#run, asset) * this.#multiplier;
  }

  get pnl(): number {
    const { asset, quantity } = this;
    if (quantity === 0) return 0;
    const { entryPrice, entryFee, heldFinancing } = this.#run.account;
    const move = lastClose(this.#run, asset) - entryPrice[asset];
    return quantity * move * this.#multiplier - entryFee[asset] - heldFinancing[asset];
  }

  get entryIndex(): number {
    return this.quantity === 0 ? -1 : this.#run.account.entryIndex[this.asset];
  }

  get barsHeld(): number {
    const { entryIndex } = this;
    return entryIndex < 0 ? -1 : this.#barsBetween(this.asset, entryIndex, this.#run.now);
  }

  get stop(): number {
    return this.quantity === 0 ? NaN : stopInForce(this.#run, this.asset);
  }

  get target(): number {
    const { takeForm, target } = this.#run.account;
    const isSet = this.quantity !== 0 && takeForm[this.asset] !== levelForms.none;
    return isSet ? target[this.asset] : NaN;
  }

  get #multiplier(): number {
    return this.#run.multipliers[this.asset];
  }
}

/** The tightest of the stops of a position that are in force; NaN without. */
function stopInForce({ account }: RunState, asset: number): number {
  const { stopForm, trailForm, trailAfterForm, trailOn, evenForm, evenOn } = account;
  const none = levelForms.none;
  const trails = trailForm[asset] !== none &&
    (trailAfterForm[asset] === none || trailOn[asset] !== 0);
  const levels = [
    ...(stopForm[asset] === none ? [] : [account.stop[asset]]),
    ...(evenForm[asset] === none || evenOn[asset] === 0 ? [] : [account.even[asset]]),
    ...(trails ? [account.trail[asset]] : []),
  ];
  if (levels.length === 0) return NaN;
  return account.quantity[asset] > 0 ? Math.max(...levels) : Math.min(...levels);
}

/** Counts the bars that an asset has, once for all. */
function barCounter({ panel: { present, assets, length } }: RunState): BarCounter {
  let counts: Int32Array | undefined;
  return (asset, from, to) => {
    if (counts === undefined) {
      counts = new Int32Array(length * assets);
      for (let at = 0; at < counts.length; at++) {
        counts[at] = present[at] + (at < assets ? 0 : counts[at - assets]);
      }
    }
    return counts[to * assets + asset] - counts[from * assets + asset];
  };
}
