import type { PortfolioProgram, PortfolioShape } from "../../program/portfolio_program.ts";
import { type Code, js, lines, when } from "../code.ts";
import { reasonCode } from "../fill.ts";
import { hasVolume, type Steps, stepsOf } from "../steps/context.ts";
import { emitInside, emitJumps, hasPriceRules } from "../steps/rules.ts";
import { emitTakeIn } from "../steps/take_in.ts";
import { emitFillOrQueue, emitQueueExit, emitWholeExit } from "../steps/way_out.ts";
import { byRules, field, withAsset } from "./access.ts";
import { emitNewDate, emitSessionEnd } from "./sessions.ts";

/** What rules see: nothing of an asset waits that their exits would have to cancel. */
export function ruleSteps(program: PortfolioProgram): Steps {
  const steps = stepsOf(program, byRules(program.shape));
  return { ...steps, waits: false, queuesEntries: false, leaves: false };
}

/** Code for each asset that is held and has a bar, ascending. */
export function emitEachHeld(body: Code, program: PortfolioProgram): Code {
  return js`for (let a = 0; a < assets; a++) {
      if (${field("quantity")} === 0) continue;
      ${withAsset(js`if (op !== op) continue;\n${body}`, program)}
    }`;
}

/** Whether rules can leave an exit for the next open. */
export function canQueue(steps: Steps, { needs }: PortfolioShape): boolean {
  const rules = hasPriceRules(steps) || needs.timeStops || needs.sessions;
  return rules && steps.queuesExits;
}

/** Exits that rules have queued fill at the open. */
export function emitQueuedExits(program: PortfolioProgram): Code {
  const { shape } = program;
  const steps = ruleSteps(program);
  if (!canQueue(steps, shape)) return js``;
  const queued = field("queuedExit");
  return js`// Queued exits
    ${
    emitEachHeld(
      js`if (${queued} !== 0${when(shape.slippage.impact, () => js` && ${hasVolume(shape)}`)}) {
        const reason = ${queued} - 1;
        const held = ${field("side")};
        ${queued} = 0;
        ${emitWholeExit({ base: js`op`, reason: js`reason` }, steps)}
        if (pickedCount > 0) host.cancelAdditions(a, held, i);
      }`,
      program,
    )
  }`;
}

/** Sessions that have ended before the bar, and rules that the open has jumped, of positions held before it. */
export function emitJumpedRules(program: PortfolioProgram): Code {
  const steps = ruleSteps(program);
  const { sessions } = program.shape.needs;
  if (!hasPriceRules(steps) && !sessions) return js``;
  return emitEachHeld(
    js`if (${field("entryIndex")} === i) continue;
        const held = ${field("side")};
        ${when(sessions, () => emitNewDate(steps))}
        ${emitJumps(steps)}
        if (${field("side")} === 0 && pickedCount > 0) host.cancelAdditions(a, held, i);`,
    program,
  );
}

/** Rules inside the bar. */
export function emitInsideRules(program: PortfolioProgram): Code {
  const steps = ruleSteps(program);
  return hasPriceRules(steps) ? emitEachHeld(emitInside(steps), program) : js``;
}

/** Water marks, trails and gains take in the bar; bars held are counted. */
export function emitFollow(program: PortfolioProgram): Code {
  const { shape } = program;
  const steps = { ...ruleSteps(program), waits: shape.needs.resting };
  const body = lines([
    when(
      shape.needs.timeStops,
      () => js`if (${field("entryIndex")} !== i) ${field("heldBars")}++;`,
    ),
    emitTakeIn(steps),
  ]);
  return body.text === "" ? body : emitEachHeld(body, program);
}

/** Sessions that end with the bar, and time rules, at the close. */
export function emitLateRules(program: PortfolioProgram): Code {
  const { needs } = program.shape;
  if (!needs.timeStops && !needs.sessions) return js``;
  const steps = ruleSteps(program);
  return js`// Session ends and time rules
    ${
    emitEachHeld(
      js`${when(needs.sessions, () => emitSessionEnd(steps))}
      ${
        when(needs.sessions && needs.timeStops, () => js`if (${field("quantity")} === 0) continue;`)
      }
      ${when(needs.timeStops, () => emitTimeStop(steps, program))}`,
      program,
    )
  }`;
}

function emitTimeStop(steps: Steps, { shape }: PortfolioProgram): Code {
  const reason = js`${reasonCode("timeStop")}`;
  const [held, wanted] = [field("heldBars"), field("timeBars")];
  const queued = when(steps.queuesExits, () => js`${field("queuedExit")} === 0 && `);
  const out = shape.atClose
    ? js`if (${queued}${held} >= ${wanted}) {
        ${emitFillOrQueue({ base: js`cl`, reason, atClose: true }, steps)}
      }`
    : js`if (${queued}${held} >= ${wanted} - 1) ${emitQueueExit(reason, steps)}`;
  return out;
}
