import type { PortfolioProgram } from "../../program/portfolio_program.ts";
import type { StateSlot } from "../../program/program.ts";
import { type Code, js, layOut, lines, name, when } from "../code.ts";
import { asMoney } from "../cost.ts";
import { emitFunction, type Frame } from "../frame.ts";
import { outWords } from "../names.ts";
import { levelFunction } from "../own_level.ts";
import { kernelState } from "../state.ts";
import { hasPriceRules } from "../steps/rules.ts";
import { arrayWord, assetColumns, field, withAsset } from "./access.ts";
import { emitCloseAll, emitEndOfData } from "./end_of_data.ts";
import { emitPortfolioFinancing } from "./financing.ts";
import { orderReason } from "./legs.ts";
import { orderColumns, portfolioLogColumns } from "./order_columns.ts";
import { emitAtClose, emitMarketOrders, emitOnCloseOrders, emitRestingOrders } from "./orders.ts";
import {
  emitFollow,
  emitInsideRules,
  emitJumpedRules,
  emitLateRules,
  emitQueuedExits,
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
  ["rulePartStart", true],
  ["rulePartCount", true],
  ["rulePartForm", true],
  ["rulePartsClose", true],
  ["ruleSessionAt", false],
  ["ruleSessionZone", true],
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
  const closes = shape.needs.onClose || shape.needs.timeStops || shape.needs.sessions;
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
        emitLateRules(program),
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
      ["partAt", "partAt"],
      ["partFraction", "partFraction"],
      ["zones", "zones"],
      ["dayTime", "dayTime"],
      ["host", "host"],
      ...assetColumns.map(([column], index) => [arrayWord(column), "assets", index] as const),
      ...ruleColumns.map(([column], index) => [column, "rules", index] as const),
      ...orderColumns.map(([column], index) => [column, "orders", index] as const),
    ],
    out: [...outWords, ...portfolioLogColumns],
  };
}
