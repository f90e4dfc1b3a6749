import type { Panel } from "../../engine/data/panel.ts";
import { Ranker } from "../../engine/portfolio/ranker.ts";
import { type PortfolioCase, restingStake, settingsOf } from "./cases.ts";
import { runPlain } from "./plain_objects.ts";
import type {
  PlainAccount,
  PlainBar,
  PlainBars,
  PlainHandlers,
  PlainResult,
} from "./plain_types.ts";

/** Weights of the best and the worst scores, by index of the asset. */
type Pick = (scores: Float64Array) => Float64Array;

/** A run of a case by the plain engine, as often as wanted; with `sorts` the scores are sorted with a comparator. */
export function plainOf(
  made: PortfolioCase,
  panel: Panel,
  { sorts = false }: { readonly sorts?: boolean } = {},
): () => PlainResult {
  const feed = plainFeed(panel);
  const settings = settingsOf(made);
  const pick = (): Pick => sorts ? sorting(made) : ranking(made);
  switch (made.drive) {
    case "weights":
    case "code":
      return () => runPlain(feed, targets(made, panel, pick()), settings);
    case "resting":
      return () => runPlain(feed, resting(made, panel), settings);
  }
}

/** An object for each bar, made before anything is timed. */
function plainFeed({ symbols, assets, length, ...panel }: Panel): readonly PlainBars[] {
  const { open, high, low, close, columns } = panel;
  const score = columns.get("score")!;
  return Array.from(
    { length },
    (_, t) =>
      new Map(symbols.map((symbol, asset): [string, PlainBar] => {
        const at = t * assets + asset;
        const prices = { open: open[at], high: high[at], low: low[at], close: close[at] };
        return [symbol, { ...prices, score: score[at] }];
      })),
  );
}

function ranking({ picks, assets }: PortfolioCase): Pick {
  const ranker = new Ranker();
  const out = new Float64Array(assets);
  return (scores) => ranker.topBottom(scores, picks, picks, out);
}

function sorting({ picks, assets }: PortfolioCase): Pick {
  return (scores) => {
    const order = Array.from(scores, (_, asset) => asset).sort((a, b) => scores[b] - scores[a]);
    const out = new Float64Array(assets);
    for (let k = 0; k < picks; k++) {
      out[order[k]] = 1 / picks;
      out[order[assets - 1 - k]] = -1 / picks;
    }
    return out;
  };
}

function targets(
  { drive, every = 1, assets }: PortfolioCase,
  { symbols, columns }: Panel,
  pick: Pick,
): PlainHandlers {
  const scores = columns.get("score")!;
  return {
    onBar(broker, t, bars): void {
      if (t % every !== 0) return;
      const weights = pick(scores.subarray(t * assets, (t + 1) * assets));
      symbols.forEach((symbol, asset) => {
        const weight = weights[asset] / 2;
        if (weight === 0 && !broker.positions.has(symbol)) return;
        const target = drive === "weights"
          ? { targetPercent: weight }
          : { targetQuantity: weight * broker.equity / bars.get(symbol)!.close };
        broker.order({ symbol, type: "market", ...target });
      });
    },
  };
}

function resting({ width = 0, pairs = 1 }: PortfolioCase, { symbols }: Panel): PlainHandlers {
  const wanted = new Set(symbols);
  const submit = (broker: PlainAccount, symbol: string, { close }: PlainBar): void => {
    const held = broker.positions.get(symbol)?.quantity ?? 0;
    const side = held > 0 ? "sell" : "buy";
    const quantity = held > 0 ? held : restingStake / close;
    const common = { symbol, side, quantity, oco: symbol } as const;
    const [below, above] = [close * (1 - width), close * (1 + width)];
    broker.order({ ...common, type: "limit", price: held > 0 ? above : below });
    broker.order({ ...common, type: "stop", price: held > 0 ? below : above });
  };
  return {
    onFill: (_, { symbol }) => void wanted.add(symbol),
    onBar(broker, t, bars): void {
      for (const symbol of symbols) {
        if (wanted.has(symbol)) submit(broker, symbol, bars.get(symbol)!);
        for (let pair = 1; t === 0 && pair < pairs; pair++) {
          broker.order({ symbol, side: "buy", quantity: 1, type: "limit", price: 1e-9 });
          broker.order({ symbol, side: "buy", quantity: 1, type: "stop", price: 1e9 });
        }
      }
      wanted.clear();
    },
  };
}
