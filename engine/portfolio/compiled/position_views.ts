import { levelForms } from "../../../codegen/emit/own_level.ts";
import type { PositionView } from "../broker.ts";
import { lastClose, type RunState } from "./state.ts";

/** A live view of what is held of each asset. */
export function positionViews(run: RunState): readonly PositionView[] {
  const { panel: { symbols } } = run;
  const barsBetween = barCounter(run);
  return symbols.map((symbol, asset) => positionView(run, { asset, symbol, barsBetween }));
}

type BarCounter = (asset: number, from: number, to: number) => number;

function positionView(
  run: RunState,
  { asset, symbol, barsBetween }: {
    readonly asset: number;
    readonly symbol: string;
    readonly barsBetween: BarCounter;
  },
): PositionView {
  const { account, multipliers } = run;
  const { quantity, entryPrice, entryIndex, entryFee, heldFinancing } = account;
  const isFlat = (): boolean => quantity[asset] === 0;
  return Object.freeze<PositionView>({
    asset,
    symbol,
    get quantity() {
      return quantity[asset];
    },
    get average() {
      return isFlat() ? NaN : entryPrice[asset];
    },
    get value() {
      return isFlat() ? 0 : quantity[asset] * lastClose(run, asset) * multipliers[asset];
    },
    get pnl() {
      if (isFlat()) return 0;
      const move = lastClose(run, asset) - entryPrice[asset];
      return quantity[asset] * move * multipliers[asset] - entryFee[asset] - heldFinancing[asset];
    },
    get entryIndex() {
      return isFlat() ? -1 : entryIndex[asset];
    },
    get barsHeld() {
      return isFlat() ? -1 : barsBetween(asset, entryIndex[asset], run.now);
    },
    get stop() {
      return isFlat() ? NaN : stopInForce(run, asset);
    },
    get target() {
      return !isFlat() && account.takeForm[asset] !== levelForms.none ? account.target[asset] : NaN;
    },
  });
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
