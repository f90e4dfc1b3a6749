import type { PortfolioShape } from "../../program/portfolio_program.ts";
import { type Code, join, js, name, when } from "../code.ts";
import { toGrid } from "../cost.ts";
import { ownLevel } from "../own_level.ts";
import { refuse } from "../size.ts";
import type { Steps } from "../steps/context.ts";
import { declareStop, gridStop } from "../steps/stops.ts";
import { emitEven } from "../steps/take_in.ts";
import { field } from "./access.ts";
import { bracket, kept, type OwnRule } from "./own_rules.ts";

/** Rules of the order take the place of the position's, and levels follow the average; where one would be met at once, nothing changes. */
export function emitRebase(rules: readonly OwnRule[], shape: PortfolioShape, steps: Steps): Code {
  const { at, holder } = steps;
  const has = (rule: OwnRule): boolean => rules.includes(rule);
  const trails = has("trail");
  const saved: readonly Code[] = [
    at.entryPrice,
    ...rules.flatMap((rule) => [kept[rule], field(`${rule}Form`), field(`${rule}By`)]),
    ...(rules.length > 0 ? [at.risk] : []),
    ...(trails ? [at.best] : []),
    ...(shape.trailAfter === undefined ? [] : [field("trailAfterForm"), at.trailOn]),
    ...(shape.breakEven === undefined ? [] : [at.even]),
  ];
  const old = (index: number): Code => name(`old${index}`);
  const bring = (rule: OwnRule): Code =>
    js`if (${bracket(rule, "Form")} !== 0) {
        ${field(`${rule}Form`)} = ${bracket(rule, "Form")};
        ${field(`${rule}By`)} = ${bracket(rule, "By")};
        ${when(rule === "trail", () => emitNewTrail(shape, steps))}
      }`;
  const replaced = [
    ...(has("stop") ? [js`${bracket("stop", "Form")} !== 0`] : []),
    ...(trails ? [js`${bracket("trail", "Form")} !== 0`] : []),
  ];
  const stops = has("stop") || trails || shape.breakEven !== undefined;
  const target = ownLevel(
    field("takeForm"),
    field("takeBy"),
    js`average`,
    js`${at.side} > 0`,
    at.risk,
  );
  const met = [
    ...(stops ? [holder.atOrAbove(js`level`, js`fill`)] : []),
    ...(has("take") ? [js`!(${holder.above(at.target, js`fill`)})`] : []),
  ];
  if (met.length === 0) return js`${at.entryPrice} = average;`;
  return js`${saved.map((code, index) => js`const ${old(index)} = ${code};`)}
      ${rules.map(bring)}
      ${at.entryPrice} = average;
      ${
    when(has("stop"), () =>
      js`${at.stop} = ${
        ownLevel(field("stopForm"), field("stopBy"), js`average`, js`${at.side} < 0`)
      };
      ${
        when(shape.tick, () => gridStop(at.stop, steps))
      }`)
  }
      ${
    when(shape.breakEven !== undefined, () =>
      js`if (${at.evenOn} !== 0) {
        ${emitEven(steps)}
      }`)
  }
      {
        ${when(stops, () => declareStop(steps, false))}
        ${
    when(replaced.length > 0, () =>
      js`if ((${
        join(replaced, js` || `)
      }) && level - level === 0) ${at.risk} = ${at.side} * (average - level);`)
  }
        ${
    when(has("take"), () =>
      js`${at.target} = ${target};
        ${when(shape.tick, () => toGrid(at.target, holder.sign))}`)
  }
        if (${join(met, js` || `)}) {
          ${saved.map((code, index) => js`${code} = ${old(index)};`)}
          ${refuse("levelBeyondEntry")}
        }
      }`;
}

/** A new trail starts from the price of the addition. */
function emitNewTrail(shape: PortfolioShape, steps: Steps): Code {
  const { at } = steps;
  const level = ownLevel(field("trailForm"), field("trailBy"), js`fill`, js`${at.side} < 0`);
  return js`${at.best} = fill;
        ${at.trail} = ${level};
        ${when(shape.tick, () => gridStop(at.trail, steps))}
        ${
    when(shape.trailAfter !== undefined, () =>
      js`${field("trailAfterForm")} = 0;
        ${at.trailOn} = 1;`)
  }`;
}
