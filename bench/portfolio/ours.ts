import type { Broker } from "../../engine/portfolio/broker.ts";
import type { Fill } from "../../engine/portfolio/orders.ts";
import type { PanelRows, PortfolioHandlers } from "../../engine/portfolio/panel_rows.ts";
import { type Portfolio, portfolio } from "../../engine/portfolio/portfolio.ts";
import { Ranker } from "../../engine/portfolio/ranker.ts";
import type { PortfolioResult } from "../../engine/portfolio/result/portfolio_result.ts";
import type { Panel } from "../../engine/data/panel.ts";
import type { SimMode } from "../../engine/run/result_fields.ts";
import { type PortfolioCase, restingStake, settingsOf } from "./cases.ts";

/** A run of a case by barjit, as often as wanted. */
export function oursOf(made: PortfolioCase, panel: Panel, simMode: SimMode): () => PortfolioResult {
  const { cash, leverage, commission, slippage, stopLoss, takeProfit } = settingsOf(made);
  const account = portfolio(panel, {
    cash,
    leverage,
    cashPolicy: "reject",
    commission: { percent: commission },
    slippage: { percent: slippage },
    rules: stopLoss === undefined || takeProfit === undefined ? [] : [{ stopLoss }, { takeProfit }],
    simMode,
  });
  switch (made.drive) {
    case "weights":
      return () => byWeights(account, made);
    case "code":
      return () => account.run(targetsByCode(made));
    case "resting":
      return () => account.run(restingByCode(made));
  }
}

function byWeights(
  account: Portfolio,
  { picks, every = 1, assets }: PortfolioCase,
): PortfolioResult {
  const ranker = new Ranker();
  const [scores, out] = [new Float64Array(assets), new Float64Array(assets)];
  return account.weights(
    (_, bars) => ranker.topBottom(bars.row("score", 0, scores), picks, picks, out),
    { every, buffer: 0.5 },
  );
}

function targetsByCode({ picks, every = 1, assets }: PortfolioCase): PortfolioHandlers {
  const ranker = new Ranker();
  const [scores, closes, out] = Array.from({ length: 3 }, () => new Float64Array(assets));
  return {
    onBar(broker, t, bars): void {
      if (t % every !== 0) return;
      const weights = ranker.topBottom(bars.row("score", 0, scores), picks, picks, out);
      bars.row("close", 0, closes);
      const { equity } = broker;
      for (let asset = 0; asset < assets; asset++) {
        const weight = weights[asset] / 2;
        if (weight === 0 && broker.position(asset).quantity === 0) continue;
        broker.orderTargetQuantity(asset, weight * equity / closes[asset]);
      }
    },
  };
}

/** A limit below and a stop above to buy, and where a position is held a stop below and a limit above to sell. */
function restingByCode({ assets, width = 0, pairs = 1 }: PortfolioCase): PortfolioHandlers {
  const wanted = new Uint8Array(assets).fill(1);
  const submit = (broker: Broker, asset: number, bars: PanelRows): void => {
    const held = broker.position(asset).quantity;
    const close = bars.close(asset);
    const side = held > 0 ? "sell" : "buy";
    const quantity = held > 0 ? held : restingStake / close;
    const common = { asset, side, quantity, oco: String(asset) } as const;
    const [below, above] = [close * (1 - width), close * (1 + width)];
    broker.order({ ...common, type: "limit", limit: held > 0 ? above : below });
    broker.order({ ...common, type: "stop", stop: held > 0 ? below : above });
  };
  return {
    onFill: (_, { asset }: Fill) => void (wanted[asset] = 1),
    onBar(broker, t, bars): void {
      for (let asset = 0; asset < assets; asset++) {
        if (wanted[asset] === 1) submit(broker, asset, bars);
        for (let pair = 1; t === 0 && pair < pairs; pair++) {
          broker.order({ asset, side: "buy", quantity: 1, type: "limit", limit: 1e-9 });
          broker.order({ asset, side: "buy", quantity: 1, type: "stop", stop: 1e9 });
        }
      }
      wanted.fill(0);
    },
  };
}
