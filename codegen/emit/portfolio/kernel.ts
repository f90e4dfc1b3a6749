import type { Program, StateSlot } from "../../program/program.ts";
import { type Code, js, lines, when } from "../code.ts";
import { declareFill } from "../cost.ts";
import { emitExit, emitRareColumns, reasonCode } from "../fill.ts";
import { emitFunction, type Frame } from "../frame.ts";
import { outWords } from "../names.ts";
import { countRefused } from "../size.ts";
import { kernelState } from "../state.ts";
import { type Steps, stepsOf } from "../steps/context.ts";
import { opposite } from "../steps/stops.ts";
import { arrayWord, assetColumns, byOrder, perAsset } from "./access.ts";
import { emitPortfolioFinancing } from "./financing.ts";
import { emitMarketOrders } from "./market.ts";
import { orderColumns, orderStatus, portfolioLogColumns } from "./order_columns.ts";
import { orderReasons } from "../../define/reasons.ts";

/** State of a portfolio beside that of the account. */
const portfolioState: readonly StateSlot[] = [
  { word: "assets", whole: true, initial: 0 },
  { word: "heldValue", whole: false, initial: 0 },
  { word: "grossValue", whole: false, initial: 0 },
  { word: "marketCount", whole: true, initial: 0 },
  { word: "positions", whole: true, initial: 0 },
  { word: "mostPositions", whole: true, initial: 0 },
  { word: "refusedPositions", whole: true, initial: 0 },
];

/** State of a portfolio kernel. */
export function portfolioKernelState(program: Program): StateSlot[] {
  return [...kernelState(program), ...portfolioState];
}

/** The functions of a bar: what happens before user code, and the mark after it; and the end of the data. */
export function emitPortfolio(program: Program): string {
  const orders = stepsOf(program, byOrder);
  const others = stepsOf(program, perAsset);
  const before = js`${start}
    ${emitPortfolioFinancing(others)}
    ${emitMarketOrders(orders)}`;
  const functions = [
    emitFunction(frame(program, "before"), before, js``),
    emitFunction(frame(program, "mark"), emitMark(others), js``),
    emitFunction(frame(program, "finish"), emitEndOfData(others), js``),
  ];
  return `"use strict";\n${functions.join("\n")}\nreturn { before, mark, finish };`;
}

const start = js`const i = from | 0;
    const row = i * assets;`;

/** Marks every asset at its last close; equity at or below zero ends trading. */
function emitMark(steps: Steps): Code {
  const { at } = steps;
  return js`${start}
    let value = ${at.cash};
    heldValue = 0;
    grossValue = 0;
    for (let a = 0; a < assets; a++) {
      const cl = close[row + a];
      if (cl === cl) valuePrice[a] = cl;
      if (${at.quantity} === 0) continue;
      const worth = ${at.quantity} * valuePrice[a];
      assetValue[a] = worth;
      heldValue += worth;
      grossValue += Math.abs(worth);
      value += worth;
    }
    if (value <= 0 && ${at.ruinIndex} < 0) {
      // Ruin
      ${emitCancelAll("liquidation")}
      ${emitCloseAll("liquidation", steps)}
      value = ${at.cash};
      ${at.ruinIndex} = i;
    }
    equity[i] = value;`;
}

/** Cancels every order. */
function emitCancelAll(reason: "liquidation" | "endOfData"): Code {
  return js`${countRefused(reason, js`marketCount`)}
      for (let j = 0; j < marketCount; j++) {
        orderStatus[market[j]] = ${orderStatus.cancelled};
        orderReason[market[j]] = ${orderReasons.indexOf(reason)};
        orderEnd[market[j]] = i;
      }
      marketCount = 0;`;
}

/** Closes every position at its last close. */
function emitCloseAll(reason: "liquidation" | "endOfData", steps: Steps): Code {
  const { shape, at, holder } = steps;
  const exit = { base: js`base`, fill: js`fill`, reason: js`${reasonCode(reason)}`, atClose: true };
  return js`for (let a = 0; a < assets; a++) {
        if (${at.quantity} === 0) continue;
        const base = valuePrice[a];
        ${declareFill({ base: js`base`, direction: opposite(holder.sign) }, shape)}
        ${emitExit(exit, shape, at)}
        tradeAsset[trades - 1] = a;
        fillAsset[fills - 1] = a;
        assetValue[a] = 0;
      }
      positions = 0;
      heldValue = 0;
      grossValue = 0;`;
}

/** What is left at the end of the data: orders, and positions, closed or marked. */
function emitEndOfData(steps: Steps): Code {
  const { shape, at } = steps;
  const fees = shape.commission.any;
  const marks = js`for (let a = 0; a < assets; a++) {
      if (${at.quantity} === 0) continue;
      const cl = valuePrice[a];
      tradeSide[trades] = ${at.side};
      tradeQuantity[trades] = Math.abs(${at.quantity});
      tradeEntryIndex[trades] = ${at.entryIndex};
      tradeEntryPrice[trades] = ${at.entryPrice};
      tradeExitIndex[trades] = -1;
      tradeExitPrice[trades] = cl;
      tradePnl[trades] = ${at.quantity} * (cl - ${at.entryPrice})${
    fees ? js` - ${at.entryFee}` : js``
  }${shape.financing.any ? js` - ${at.heldFinancing}` : js``};
      ${
    lines([
      when(fees, () => js`tradeFees[trades] = ${at.entryFee};`),
      when(
        shape.slippage.any || shape.tick,
        () => js`tradeSlippage[trades] = ${at.entrySlippage};`,
      ),
    ])
  }
      tradeReason[trades] = -1;
      ${emitRareColumns({}, shape, at)}
      tradeAsset[trades] = a;
      trades++;
    }`;
  return js`const i = to - 1 | 0;
    ${emitCancelAll("endOfData")}
    ${
    shape.closeAtEnd
      ? js`${emitCloseAll("endOfData", steps)}
    equity[i] = ${at.cash};`
      : marks
  }`;
}

function frame(program: Program, name: string): Frame {
  return {
    name,
    columns: program.columns,
    numbers: program.numbers,
    state: portfolioKernelState(program),
    events: [
      ["market", "market"],
      ["valuePrice", "valuePrice"],
      ["assetValue", "assetValue"],
      ...assetColumns.map(([word], index) => [arrayWord(word), "assets", index] as const),
      ...orderColumns.map(([word], index) => [word, "orders", index] as const),
    ],
    out: [...outWords, ...portfolioLogColumns],
  };
}
