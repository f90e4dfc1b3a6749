import type { PortfolioProgram } from "../../program/portfolio_program.ts";
import { type Code, js, lines, when } from "../code.ts";
import { reasonCode } from "../fill.ts";
import { hasVolume, type Steps, stepsOf } from "../steps/context.ts";
import { emitInside, emitJumps, hasPriceRules } from "../steps/rules.ts";
import { emitTakeIn } from "../steps/take_in.ts";
import { emitFillOrQueue, emitQueueExit, emitWholeExit } from "../steps/way_out.ts";
import { byRules, field, withAsset } from "./access.ts";

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

/** Exits that rules have queued fill at the open. */
export function emitQueuedExits(program: PortfolioProgram): Code {
  const { shape } = program;
  const steps = ruleSteps(program);
  const rules = hasPriceRules(steps) || shape.needs.timeStops;
  if (!rules || !steps.queuesExits) return js``;
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

/** Rules that the open has jumped, of positions held before it. */
export function emitJumpedRules(program: PortfolioProgram): Code {
  const steps = ruleSteps(program);
  if (!hasPriceRules(steps)) return js``;
  return emitEachHeld(
    js`if (${field("entryIndex")} === i) continue;
        const held = ${field("side")};
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

/** Time rules at the close. */
export function emitTimeStops(program: PortfolioProgram): Code {
  const { shape } = program;
  if (!shape.needs.timeStops) return js``;
  const steps = ruleSteps(program);
  const reason = js`${reasonCode("timeStop")}`;
  const [held, wanted] = [field("heldBars"), field("timeBars")];
  const queued = when(steps.queuesExits, () => js`${field("queuedExit")} === 0 && `);
  const out = shape.atClose
    ? js`if (${queued}${held} >= ${wanted}) {
        ${emitFillOrQueue({ base: js`cl`, reason, atClose: true }, steps)}
      }`
    : js`if (${held} >= ${wanted} - 1) ${emitQueueExit(reason, steps)}`;
  return js`// Time rules
    ${emitEachHeld(out, program)}`;
}
