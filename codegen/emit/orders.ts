import type { Program } from "../program/program.ts";
import { type Code, js, when } from "./code.ts";
import { slipped } from "./cost.ts";
import { dueBar, emitDecisions, holdingBits } from "./decide.ts";
import { emitEntry } from "./entry.ts";
import { closing, emitCooldown, emitExit, reasonCode } from "./fill.ts";
import { emitDropQueue } from "./finish.ts";
import { emitFunction, withPrices } from "./frame.ts";
import { longSide, shortSide } from "./side.ts";
import { type Access, enterBits } from "./names.ts";
import { ordersFrame } from "./orders_frame.ts";
import { emitQuietHolding } from "./quiet.ts";
import { emitMarks, emitRules } from "./rules.ts";
import { emitNextSignal } from "./signal_list.ts";
import { emitStepBar, isIdle } from "./steps/bar.ts";
import { emitStepQuiet } from "./steps/quiet.ts";
import { isStepwise } from "./stepwise.ts";
import { accessOf, emitHeld } from "./zone_access.ts";
import { emitZoneHolding } from "./zone_holding.ts";
import { keptSize, keptWants } from "./wants.ts";

/**
 * The second pass over a chunk: orders, rules, fills and marks.
 *
 * Quiet stretches, on which only marks and equity change, have a loop for each state; every other bar goes through one
 * step that follows the order of events.
 */
export function emitOrders(program: Program): string {
  const { shape } = program;
  const at = accessOf(program);
  const held = isStepwise(shape) ? emitStepQuiet(program, at) : emitQuiet(program, at);
  const body = js`let i = from | 0;
    const end = to | 0;
    ${
    when(program.listed, () =>
      js`let next = 0;
    let nextEnter = 0;
    ${when(shape.long && held.text !== "", () => js`let nextLong = 0;`)}
    ${when(shape.short && held.text !== "", () => js`let nextShort = 0;`)}`)
  }
    while (i < end) {
      ${when(isStepwise(shape), () => emitIdle(program, at))}
      ${held}
      // One bar on which something may happen
      ${
    isStepwise(shape)
      ? emitStepBar(program, at)
      : withPrices(js`${shape.atClose ? js`` : emitOpen(program, at)}
      ${emitRules(shape, at)}
      ${emitMarks(shape, at)}
      ${when(program.zoned === true, () => emitHeld(at))}
      ${emitDecisions(program, at)}
      ${emitMark(program, at)}`)
  }
      i++;
    }`;
  return emitFunction(ordersFrame(program, "orders"), body, js``);
}

function emitQuiet(program: Program, at: Access): Code {
  const { shape, listed } = program;
  const holding = [
    ...(shape.long ? [longSide] : []),
    ...(shape.short ? [shortSide] : []),
  ].map((side) => {
    const pointer = side.isLong ? js`nextLong` : js`nextShort`;
    const condition = shape.long && shape.short ? js`${at.side} ${side.above} 0` : js`true`;
    const due = dueBar(shape, at);
    return {
      condition,
      body: js`${
        listed
          ? emitNextSignal(pointer, holdingBits(side, shape))
          : js`${shape.time ? js`let` : js`const`} quiet = end;`
      }
      ${when(shape.time, () => js`if (${due} < quiet) quiet = ${due};`)}
      ${
        program.zoned
          ? emitZoneHolding(side, program, at)
          : emitQuietHolding({ side, flags: listed ? 0 : holdingBits(side, shape) }, shape, at)
      }`,
    };
  });
  const [first, second] = holding;
  const held = second === undefined
    ? js`else {
        ${first.body}
      }`
    : js`else if (${first.condition}) {
        ${first.body}
      } else {
        ${second.body}
      }`;
  const quiet = js`if (${at.side} === 0) {
        ${emitFlatBars(program, at)}
      } ${held}
      if (i >= end) break;`;
  if (shape.atClose) return quiet;
  return js`if (${at.queuedExit} === 0 && ${at.queuedEntry} === 0) {
      ${quiet}
    }`;
}

/** Bars without a position: nothing changes before the next enter. */
function emitFlatBars({ listed, shape, zoned }: Program, at: Access): Code {
  return js`// Flat: nothing changes before the next enter
        ${
    listed
      ? js`${emitNextSignal(js`nextEnter`, enterBits(shape))}
        ${when(!zoned, () => js`equity.fill(${at.cash}, i, quiet);`)}
        i = quiet;`
      : js`for (; i < end && (signalFlags[i - from] & ${
        enterBits(shape)
      }) === 0; i++) equity[i] = ${at.cash};`
  }`;
}

/** Bars on which nothing is held, queued or waiting, and cash earns nothing. */
function emitIdle(program: Program, at: Access): Code {
  const { interest, marginInterest } = program.shape.financing;
  if (interest || marginInterest) return js``;
  return js`if (${isIdle(program, at)}) {
        ${emitFlatBars(program, at)}
        if (i >= end) break;
      }`;
}

/** Orders of the bar before fill at the open: exits, then entries. */
function emitOpen(program: Program, at: Access): Code {
  const { shape } = program;
  const exit = emitExit(
    { base: js`op`, fill: js`fill`, reason: js`${at.queuedExit} - 1` },
    shape,
    at,
  );
  const entry = emitEntry(
    {
      direction: at.queuedEntry,
      base: js`op`,
      levels: keptWants(program, at),
      size: keptSize(program, at),
    },
    shape,
    at,
  );
  return js`if (${at.queuedExit} !== 0) {
      // Queued exit
      const fill = ${slipped(js`op`, closing(shape, at), shape)};
      ${exit}
      ${emitCooldown(shape, at, js`${at.queuedEntry} === 0`)}
      ${at.queuedExit} = 0;
    }
    if (${at.queuedEntry} !== 0) {
      // Queued entry
      ${entry}
      ${at.queuedEntry} = 0;
    }`;
}

/** Marks the account at the close; equity at or below zero ends trading. */
function emitMark({ shape, zoned }: Program, at: Access): Code {
  const liquidation = emitExit(
    {
      base: js`cl`,
      fill: js`fill`,
      reason: js`${reasonCode("liquidation")}`,
    },
    shape,
    at,
  );
  return js`// Mark
    let value = ${at.cash} + ${at.quantity} * cl;
    if (value <= 0 && ${at.ruinIndex} < 0) {
      // Ruin
      if (${at.side} !== 0) {
        const fill = ${slipped(js`cl`, closing(shape, at), shape)};
        ${liquidation}
        value = ${at.cash};
      }
      ${shape.atClose ? js`` : emitDropQueue("liquidation", at)}
      ${at.ruinIndex} = i;
      ${at.readyIndex} = ${2 ** 31 - 1};
    }
    ${when(!zoned, () => js`equity[i] = value;`)}`;
}
