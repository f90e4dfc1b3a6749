import type { PortfolioProgram } from "../../program/portfolio_program.ts";
import type { StateSlot } from "../../program/program.ts";
import { type Code, js, layOut, lines, name, when } from "../code.ts";
import { asMoney } from "../cost.ts";
import { emitRareColumns, reasonCode } from "../fill.ts";
import { emitFunction, type Frame } from "../frame.ts";
import { outWords } from "../names.ts";
import { levelFunction } from "../own_level.ts";
import { kernelState } from "../state.ts";
import { hasPriceRules } from "../steps/rules.ts";
import { emitWholeExit } from "../steps/way_out.ts";
import { arrayWord, assetColumns, byRules, field, withAsset } from "./access.ts";
import { emitPortfolioFinancing } from "./financing.ts";
import { orderReason } from "./legs.ts";
import { orderColumns, portfolioLogColumns } from "./order_columns.ts";
import { emitAtClose, emitMarketOrders, emitOnCloseOrders, emitRestingOrders } from "./orders.ts";
import {
  emitFollow,
  emitInsideRules,
  emitJumpedRules,
  emitQueuedExits,
  emitTimeStops,
  ruleSteps,
} from "./rules.ts";

/** State of a portfolio beside that of the account. */
const portfolioState: readonly StateSlot[] = [
  { word: "assets", whole: true, initial: 0 },
  { word: "heldValue", whole: false, initial: 0 },
  { word: "grossValue", whole: false, initial: 0 },
  { word: "shortValue", whole: false, initial: 0 },
  { word: "pickedCount", whole: true, initial: 0 },
  { word: "restingCount", whole: true, initial: 0 },
  { word: "closingCount", whole: true, initial: 0 },
  { word: "positions", whole: true, initial: 0 },
  { word: "mostPositions", whole: true, initial: 0 },
  { word: "refusedPositions", whole: true, initial: 0 },
];

/** Columns of the rules that positions of each asset open with: whole numbers or not. */
export const ruleColumns = [
  ["ruleStopForm", true],
  ["ruleStopBy", false],
  ["ruleTakeForm", true],
  ["ruleTakeBy", false],
  ["ruleTrailForm", true],
  ["ruleTrailBy", false],
  ["ruleTrailAfterForm", true],
  ["ruleTrailAfterBy", false],
  ["ruleEvenForm", true],
  ["ruleEvenBy", false],
  ["ruleEvenOffset", false],
  ["ruleTimeBars", false],
] as const;

/** State of a portfolio kernel. */
export function portfolioKernelState(program: PortfolioProgram): StateSlot[] {
  return [...kernelState(program), ...portfolioState];
}

/** The functions of a bar, in order, and that of the end of the data; those that have nothing to do are not there. */
export function emitPortfolio(program: PortfolioProgram): string {
  const { shape } = program;
  const jumps = emitJumpedRules(program);
  const rules = emitInsideRules(program);
  const closes = shape.needs.onClose || shape.needs.timeStops;
  const bodies: readonly (readonly [word: string, body: Code])[] = [
    ["early", lines([emitPortfolioFinancing(program), emitQueuedExits(program)])],
    ["atOpen", emitMarketOrders(jumps, program)],
    ["inside", emitRestingOrders(rules, program)],
    [
      "toClose",
      lines([
        emitFollow(program),
        when(closes, () => emitValues(program)),
        emitOnCloseOrders(program),
        emitTimeStops(program),
      ]),
    ],
    ["atClose", when(shape.atClose, () => js`${emitValues(program)}\n${emitAtClose(program)}`)],
    ["mark", emitMark(program)],
  ];
  const there = bodies.filter(([, body]) => body.text.trim() !== "");
  const functions = [
    ...there.map(([word, body]) => emitFunction(frame(program, word), js`${start}\n${body}`, js``)),
    emitFunction(frame(program, "finish"), emitEndOfData(program), js``),
  ];
  const names = js`${
    [...there.map(([word]) => name(word)), name("finish")].map((word) => js`${word},`)
  }`;
  const texts = [
    ...(hasPriceRules(ruleSteps(program)) || shape.breakEven !== undefined
      ? [layOut(levelFunction)]
      : []),
    ...functions,
    layOut(js`return {\n${names}\n};`),
  ];
  return `"use strict";\n${texts.join("\n")}`;
}

const start = js`const i = from | 0;
    const row = i * assets;`;

/** Values every position at its last close, before something fills at this one. */
function emitValues(program: PortfolioProgram): Code {
  const { shape } = program;
  return js`// Values
    heldValue = 0;
    grossValue = 0;
    ${when(shape.credit, () => js`shortValue = 0;`)}
    for (let a = 0; a < assets; a++) {
      ${withAsset(emitWorth(program, js``), program)}
    }`;
}

/** The value of a position at its last close, in the sums. */
function emitWorth({ shape }: PortfolioProgram, then: Code): Code {
  return js`if (cl === cl) valuePrice[a] = cl;
      if (${field("quantity")} === 0) continue;
      const worth = ${field("quantity")} * valuePrice[a]${asMoney(shape)};
      assetValue[a] = worth;
      heldValue += worth;
      grossValue += Math.abs(worth);
      ${when(shape.credit, () => js`if (worth < 0) shortValue += -worth;`)}
      ${then}`;
}

/** Marks every asset at its last close; equity at or below zero ends trading. */
function emitMark(program: PortfolioProgram): Code {
  return js`let value = cash;
    heldValue = 0;
    grossValue = 0;
    ${when(program.shape.credit, () => js`shortValue = 0;`)}
    for (let a = 0; a < assets; a++) {
      ${withAsset(emitWorth(program, js`value += worth;`), program)}
    }
    if (value <= 0 && ruinIndex < 0) {
      // Ruin
      host.cancelEvery(${orderReason("liquidation")}, i);
      ${emitCloseAll("liquidation", program)}
      value = cash;
      ruinIndex = i;
    }
    equity[i] = value;`;
}

/** Closes every position at its last close. */
function emitCloseAll(reason: "liquidation" | "endOfData", program: PortfolioProgram): Code {
  const steps = ruleSteps(program);
  const exit = {
    base: js`price`,
    reason: js`${reasonCode(reason)}`,
    atClose: true,
    always: true,
  };
  const rules = hasPriceRules(steps) || program.shape.needs.timeStops;
  return js`for (let a = 0; a < assets; a++) {
        ${when(rules && steps.queuesExits, () => js`${field("queuedExit")} = 0;`)}
        if (${field("quantity")} === 0) continue;
        ${
    withAsset(
      js`const price = valuePrice[a];
        ${emitWholeExit(exit, steps)}`,
      program,
    )
  }
      }
      heldValue = 0;
      grossValue = 0;`;
}

/** What is left at the end of the data: orders, and positions, closed or marked. */
function emitEndOfData(program: PortfolioProgram): Code {
  return js`const i = to - 1 | 0;
    const row = i * assets;
    ${
    program.shape.closeAtEnd
      ? js`${emitCloseAll("endOfData", program)}
    equity[i] = cash;`
      : emitOpenTrades(program)
  }`;
}

/** The rows of positions that are still open, by asset. */
function emitOpenTrades(program: PortfolioProgram): Code {
  const { shape } = program;
  const at = byRules(shape);
  const fees = shape.commission.any;
  return js`for (let a = 0; a < assets; a++) {
      if (${at.quantity} === 0) continue;
      ${
    withAsset(
      js`const price = valuePrice[a];
      tradeSide[trades] = ${at.side};
      tradeQuantity[trades] = Math.abs(${at.quantity});
      tradeEntryIndex[trades] = ${at.entryIndex};
      tradeEntryPrice[trades] = ${at.entryPrice};
      tradeExitIndex[trades] = -1;
      tradeExitPrice[trades] = price;
      tradePnl[trades] = ${at.quantity} * (price - ${at.entryPrice})${asMoney(shape)}${
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
      trades++;`,
      program,
    )
  }
    }`;
}

function frame(program: PortfolioProgram, word: string): Frame {
  return {
    name: word,
    columns: program.columns,
    aliases: [["fundingRate", program.columns.length - 1]],
    numbers: program.numbers,
    state: portfolioKernelState(program),
    events: [
      ["picked", "picked"],
      ["resting", "resting"],
      ["closing", "closing"],
      ["valuePrice", "valuePrice"],
      ["assetValue", "assetValue"],
      ["ownNumbers", "ownNumbers"],
      ["host", "host"],
      ...assetColumns.map(([column], index) => [arrayWord(column), "assets", index] as const),
      ...ruleColumns.map(([column], index) => [column, "rules", index] as const),
      ...orderColumns.map(([column], index) => [column, "orders", index] as const),
    ],
    out: [...outWords, ...portfolioLogColumns],
  };
}
