import { type Code, join, js, when } from "../code.ts";
import { dueBar, emitFlagsOfBar } from "../decide.ts";
import { reasonCode } from "../fill.ts";
import { bySide, type SideWords } from "../side.ts";
import { enterBits, moments, signalBits } from "../names.ts";
import { countRefused } from "../size.ts";
import { emitArrive } from "./arrivals.ts";
import type { Steps } from "./context.ts";
import { exitOf } from "./leaving.ts";
import { emitSubmitEntry, emitSubmitExit } from "./submit.ts";
import { emitCancelWaits, emitWayOut, marksReversals, reversalBit } from "./way_out.ts";

/** Time rules and signals at the close: what goes out, what is submitted, what is cancelled. */
export function emitStepDecisions(steps: Steps): Code {
  const { program, shape, at, leaves } = steps;
  const holding = bySide(shape, at.side, (words) => emitHolding(words, steps));
  const body = js`const entering = i >= ${at.readyIndex} ? flags & ${enterBits(shape)} : 0;
      let out = 0;
      let direction = 0;
      ${when(leaves, () => js`let leave = false;`)}
      if (${at.side} === 0) {
        ${emitFlat(steps)}
      } else {
        ${holding}
      }
      ${when(shape.atClose, () => js`let arriving = 0;`)}
      ${emitOut(steps)}
      ${
    when(leaves, () =>
      js`// Exit order
      if (leave) {
        ${emitSubmitExit(steps)}
      }`)
  }
      // Entry order
      if (direction !== 0) {
        ${emitSubmitEntry(steps)}
      }
      ${when(shape.atClose, () => emitInAtClose(steps))}`;
  const conditions = [
    ...(shape.slippage.impact ? [js`${at.queuedExit} === 0`] : []),
    ...(shape.atClose && closes(steps) ? [js`!done`] : []),
  ];
  return js`// Time rules and signals
    ${emitFlagsOfBar(program)}
    ${
    conditions.length === 0 ? body : js`if (${join(conditions, js` && `)}) {
      ${body}
    }`
  }`;
}

/** Whether orders on the close may have filled before signals are read. */
export function closes({ shape }: Steps): boolean {
  return [shape.longEntry, shape.shortEntry, shape.longExit, shape.shortExit]
    .some((order) => order?.type === "marketOnClose");
}

/** Words of the entries that an earlier close has submitted and that have not filled. */
function pending({ shape, at, waits, queuesEntries }: Steps): Code[] {
  return [
    ...(waits ? [at.waiting] : []),
    ...(shape.slippage.impact && queuesEntries ? [at.queuedEntry] : []),
  ];
}

function emitFlat(steps: Steps): Code {
  const { shape } = steps;
  const side = shape.long && shape.short
    ? js`(entering & ${signalBits.longEnter}) !== 0 ? 1 : -1`
    : shape.long
    ? js`1`
    : js`-1`;
  const fresh = js`if (entering !== 0) direction = ${side};`;
  const words = pending(steps);
  if (words.length === 0) return fresh;
  const drop = js`${words.map((word) => js`${word} = 0;`)}
            ${countRefused("cancelled", js`1`)}`;
  const own = bySide(shape, js`pending`, ({ isLong }) => {
    const exit = isLong ? signalBits.longExit : signalBits.shortExit;
    const other = isLong ? signalBits.shortEnter : signalBits.longEnter;
    const turn = shape.long && shape.short
      ? js`if ((entering & ${other}) !== 0) {
            ${drop}
            direction = ${isLong ? js`-1` : js`1`};
          } else `
      : js``;
    return js`${turn}if ((flags & ${exit}) !== 0) {
            ${drop}
          }`;
  });
  return js`const pending = ${join(words, js` + `)};
        if (pending === 0) {
          ${fresh}
        } else {
          ${own}
        }`;
}

function emitHolding(words: SideWords, steps: Steps): Code {
  const { shape, at, leaves } = steps;
  const long = words.isLong;
  const exit = long ? signalBits.longExit : signalBits.shortExit;
  const opposite = long ? signalBits.shortEnter : signalBits.longEnter;
  const same = long ? signalBits.longEnter : signalBits.shortEnter;
  const reads = shape.opposite !== "ignore" && (long ? shape.short : shape.long);
  const due = js`i >= ${dueBar(shape, at)}`;
  const waiting = exitOf(shape, long);
  const signal = js`${reasonCode("signal") + 1}`;
  const timeStop = js`${reasonCode("timeStop") + 1}`;
  const timed = (reason: Code): Code => shape.time ? js`due ? ${timeStop} : ${reason}` : reason;
  const turn = shape.opposite === "reverse"
    ? js`out = ${timed(js`${reasonCode("reverse") + 1}`)};
          direction = ${long ? js`-1` : js`1`};`
    : js`out = ${timed(signal)};`;
  const branches = [
    ...(reads ? [{ when: js`(entering & ${opposite}) !== 0`, then: turn }] : []),
    ...(shape.time ? [{ when: js`due`, then: js`out = ${timeStop};` }] : []),
    {
      when: js`(flags & ${exit}) !== 0`,
      then: waiting === undefined
        ? js`out = ${signal};`
        : js`if (${at.leaving} === 0) leave = true;`,
    },
    ...(shape.pyramid
      ? [{
        when: join([
          js`(entering & ${same}) !== 0`,
          js`${at.additions} < maxAdditions`,
          ...pending(steps).map((word) => js`${word} === 0`),
          ...(leaves ? [js`${at.leaving} === 0`] : []),
        ], js` && `),
        then: js`direction = ${words.sign};`,
      }]
      : []),
  ];
  const chain = branches.map((branch) =>
    js`if (${branch.when}) {
          ${branch.then}
        }`
  );
  return js`${when(shape.time, () => js`const due = ${due};`)}
        ${join(chain, js` else `)}`;
}

/** The market exit: at this close, or queued. */
function emitOut(steps: Steps): Code {
  const { shape, at } = steps;
  const turns = marksReversals(shape);
  if (!shape.atClose) {
    return js`// Market exit
      if (out !== 0) {
        ${emitCancelWaits(steps)}
        ${at.queuedExit} = ${turns ? js`direction === 0 ? out : out | ${reversalBit}` : js`out`};
      }`;
  }
  return js`// Exit at this close
      if (out !== 0) {
        ${
    emitWayOut({
      base: js`cl`,
      reason: js`out - 1`,
      atClose: true,
      ends: js`direction === 0`,
    }, steps)
  }
      }`;
}

/** The market entry at this close; without a volume it is queued. */
function emitInAtClose(steps: Steps): Code {
  const { shape, at } = steps;
  const { impact } = shape.slippage;
  const last = shape.closeAtEnd ? js`if (i === lastIndex) arriving = 0;` : js``;
  const late = when(
    impact,
    () =>
      js`if (arriving !== 0 && (!(volume[i] > 0) || (${at.side} !== 0 && ${at.side} !== arriving))) {
        ${at.queuedEntry} = arriving;
        arriving = 0;
      }`,
  );
  return js`// Entry at this close
      ${last}
      ${late}
      ${emitArrive({ steps, base: js`cl`, limit: false, moment: js`${moments.atClose}` })}`;
}
