import type { Program } from "../../program/program.ts";
import { reasonCode } from "../fill.ts";
import { type Code, join, js, when } from "../code.ts";
import { isSessionOver } from "../entry.ts";
import { withPrices } from "../frame.ts";
import type { Access } from "../names.ts";
import { countRefused } from "../size.ts";
import {
  emitArrivalAtOpen,
  emitArrivalExpiry,
  emitArrivalOnClose,
  emitArrivals,
  waitsForPrice,
} from "./arrivals.ts";
import { hasVolume, type Steps, stepsOf } from "./context.ts";
import { closes, emitStepDecisions } from "./decisions.ts";
import { emitFinancing } from "./financing.ts";
import { emitLeaveAtOpen, emitLeaveExpiry, emitLeaveInside, emitLeaveOnClose } from "./leaving.ts";
import { emitInside, emitJumps } from "./rules.ts";
import { emitTakeIn } from "./take_in.ts";
import { emitWayOut, emitWholeExit, marksReversals, reversalBit } from "./way_out.ts";

/** One bar in the order of section 4 of the semantics, for shapes in which more can happen than the quiet loops look for. */
export function emitStepBar(program: Program, at: Access): Code {
  const steps = stepsOf(program, at);
  const { shape } = program;
  const atOpen = js`${emitJumps(steps)}
      ${emitLeaveAtOpen(steps)}`;
  const inside = js`${emitInside(steps)}
      ${emitLeaveInside(steps)}`;
  const session = shape.session !== undefined;
  // A close on which an order of an earlier bar has filled is read no further if orders fill at once.
  const once = closes(steps) && shape.atClose;
  return withPrices(js`${emitFinancing(steps)}
      ${when(steps.queuesExits, () => emitQueuedExit(steps))}
      ${when(session, () => emitNewDate(steps))}
      ${
    waitsForPrice(steps) ? emitArrivals({ atOpen, inside }, steps) : js`${atOpen}
      ${emitArrivalAtOpen(steps)}
      ${inside}`
  }
      ${emitLeaveExpiry(steps)}
      ${emitArrivalExpiry(steps)}
      ${emitTakeIn(steps)}
      ${when(once, () => js`const fillsBefore = ${at.fills};`)}
      ${emitLeaveOnClose(steps)}
      ${emitArrivalOnClose(steps)}
      ${when(once, () => js`const done = ${at.fills} !== fillsBefore;`)}
      ${when(session, () => emitSessionEnd(steps))}
      ${emitStepDecisions(steps)}
      ${emitStepMark(steps)}`);
}

/** Whether nothing is held, queued or waiting. */
export function isIdle(program: Program, at: Access): Code {
  const { queuesExits, queuesEntries, waits } = stepsOf(program, at);
  const words = [
    at.side,
    ...(queuesExits ? [at.queuedExit] : []),
    ...(queuesEntries ? [at.queuedEntry] : []),
    ...(waits ? [at.waiting] : []),
  ];
  return join(words.map((word) => js`${word} === 0`), js` && `);
}

/** The exit that was queued fills at the open. */
function emitQueuedExit(steps: Steps): Code {
  const { shape, at } = steps;
  const marks = marksReversals(shape);
  return js`// Queued exit
    if (${at.queuedExit} !== 0${shape.slippage.impact ? js` && ${hasVolume(shape)}` : js``}) {
      ${when(marks, () => js`const ends = (${at.queuedExit} & ${reversalBit}) === 0;`)}
      const reason = ${marks ? js`(${at.queuedExit} & ${reversalBit - 1})` : at.queuedExit} - 1;
      ${at.queuedExit} = 0;
      ${
    emitWholeExit(
      { base: js`op`, reason: js`reason`, ...(marks ? { ends: js`ends` } : {}) },
      steps,
    )
  }
    }`;
}

/** A session that the bar before did not end is over at the first open of another date. */
function emitNewDate(steps: Steps): Code {
  const { at } = steps;
  const date = (index: Code): Code => js`Math.floor(sessionTime[${index}] / 86400000)`;
  return js`// New date
    if (${at.side} !== 0 && ${date(js`i`)} !== ${date(js`i - 1`)}) {
      ${emitWayOut({ base: js`op`, reason: js`${reasonCode("sessionEnd")}` }, steps)}
    }`;
}

function emitSessionEnd(steps: Steps): Code {
  const { at } = steps;
  return js`// Session end
    if (${at.side} !== 0 && ${isSessionOver}) {
      ${emitWayOut({ base: js`cl`, reason: js`${reasonCode("sessionEnd")}`, atClose: true }, steps)}
    }`;
}

/** Marks the account at the close; equity at or below zero ends trading. */
function emitStepMark(steps: Steps): Code {
  const { at } = steps;
  const out = {
    base: js`cl`,
    reason: js`${reasonCode("liquidation")}`,
    atClose: true,
    always: true,
  };
  return js`// Mark
    let value = ${at.cash} + ${at.quantity} * cl;
    if (value <= 0 && ${at.ruinIndex} < 0) {
      // Ruin
      ${emitDropAll("liquidation", steps)}
      if (${at.side} !== 0) {
        ${emitWholeExit(out, steps)}
        value = ${at.cash};
      }
      ${at.ruinIndex} = i;
      ${at.readyIndex} = ${2 ** 31 - 1};
    }
    equity[i] = value;`;
}

/** Cancels whatever is queued or waits. */
export function emitDropAll(reason: "liquidation" | "endOfData", steps: Steps): Code {
  const { at, queuesExits, queuesEntries, waits, leaves } = steps;
  const words = [
    ...(queuesExits ? [at.queuedExit] : []),
    ...(queuesEntries ? [at.queuedEntry] : []),
    ...(waits ? [at.waiting] : []),
    ...(leaves ? [at.leaving] : []),
  ];
  if (words.length === 0) return js``;
  const count = join(words.map((word) => js`(${word} !== 0 ? 1 : 0)`), js` + `);
  return js`${countRefused(reason, count)}
      ${words.map((word) => js`${word} = 0;`)}`;
}
