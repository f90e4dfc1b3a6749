import type { PortfolioShape } from "../../program/portfolio_program.ts";
import { type Code, join, js, lines, name, when } from "../code.ts";
import { toGrid } from "../cost.ts";
import type { OwnLevels } from "../entry.ts";
import type { OwnField } from "../names.ts";
import { ownLevel } from "../own_level.ts";
import { refuse } from "../size.ts";
import type { Steps } from "../steps/context.ts";
import { declareStop, gridStop } from "../steps/stops.ts";
import { emitEven } from "../steps/take_in.ts";
import { field } from "./access.ts";

type OwnRule = "stop" | "take" | "trail";

/** Words of the new level of each rule. */
const fresh = { stop: js`newStop`, take: js`newTarget`, trail: js`newTrail` } as const;

/** The columns of the bracket of an order, by rule. */
const bracketWords = { stop: "orderStop", take: "orderTake", trail: "orderFollow" } as const;

function bracket(rule: OwnRule, what: "Form" | "By"): Code {
  return js`${name(`${bracketWords[rule]}${what}`)}[order]`;
}

/** A number of the rules that positions of the asset open with. */
function ofAsset(word: string): Code {
  return js`${name(`rule${word[0].toUpperCase()}${word.slice(1)}`)}[a]`;
}

/** What sets the levels of a position from the bracket of its order, the rules of its asset or those of the account. */
export function ownLevels(shape: PortfolioShape, steps: Steps): OwnLevels | undefined {
  const { stop, take, trail, breakEven, needs } = shape;
  if (!needs.timeStops && (stop ?? take ?? trail ?? breakEven) === undefined) return undefined;
  const rules = [
    ...(stop === undefined ? [] : ["stop" as const]),
    ...(trail === undefined ? [] : ["trail" as const]),
    ...(take === undefined ? [] : ["take" as const]),
  ];
  return {
    first: (again) => emitFirst(rules, { shape, again }),
    keep: emitKeep(rules, shape),
    rebase: emitRebase(rules, shape, steps),
  };
}

function word(rule: OwnRule, what: "Form" | "By"): Code {
  return name(`${rule}${what}`);
}

/** Levels at the fill of a new position in the direction `arriving`. */
function emitFirst(
  rules: readonly OwnRule[],
  { shape, again }: { readonly shape: PortfolioShape; readonly again: boolean },
): Code {
  if (rules.length === 0) return js``;
  const has = (rule: OwnRule): boolean => rules.includes(rule);
  const declare = rules.map((rule) =>
    js`const brings${name(rule)} = ${bracket(rule, "Form")} !== 0;
      const ${word(rule, "Form")} = brings${name(rule)} ? ${bracket(rule, "Form")} : ${
      ofAsset(`${rule}Form`)
    };
      const ${word(rule, "By")} = brings${name(rule)} ? ${bracket(rule, "By")} : ${
      ofAsset(`${rule}By`)
    };
      let ${fresh[rule]} = 0;`
  );
  const after = when(
    shape.trailAfter !== undefined,
    () => js`const trailAfterForm = bringstrail ? 0 : ${ofAsset("trailAfterForm")};`,
  );
  const stopAt = (rule: "stop" | "trail"): Code =>
    js`${fresh[rule]} = ${
      ownLevel(word(rule, "Form"), word(rule, "By"), js`fill`, js`arriving < 0`)
    };
      ${when(shape.tick, () => toGrid(fresh[rule], js`-arriving`))}`;
  const first = has("stop") ? fresh.stop : js`-arriving * Infinity`;
  const inForce = shape.trailAfter === undefined ? js`` : js`trailAfterForm === 0 && `;
  const risk = js`let first = ${first};
      ${
    when(
      has("trail"),
      () => js`if (${inForce}(${fresh.trail} - first) * arriving > 0) first = ${fresh.trail};`,
    )
  }
      newRisk = first - first === 0 ? arriving * (fill - first) : NaN;
      ${when(shape.needs.atFill, () => js`firstStop = first - first === 0 ? first : NaN;`)}`;
  const undefinedLevels = join(
    rules.map((rule) => js`(${word(rule, "Form")} !== 0 && ${fresh[rule]} - ${fresh[rule]} !== 0)`),
    js` || `,
  );
  const beyond = join(
    rules.map((rule) =>
      js`(${fresh[rule]} - fill) * arriving ${rule === "take" ? js`<=` : js`>=`} 0`
    ),
    js` || `,
  );
  return js`// Levels
      ${when(!again, () => js`${lines(declare)}\n${after}\nlet newRisk = NaN;`)}
      ${
    lines([
      when(has("stop"), () => stopAt("stop")),
      when(has("trail"), () => stopAt("trail")),
    ])
  }
      {
        ${risk}
      }
      ${
    when(has("take"), () =>
      js`${fresh.take} = ${
        ownLevel(js`takeForm`, js`takeBy`, js`fill`, js`arriving > 0`, js`newRisk`)
      };
      ${
        when(shape.tick, () => toGrid(fresh.take, js`arriving`))
      }`)
  }
      if (${undefinedLevels}) ${refuse("levelUndefined")}
      if (${beyond}) ${refuse("levelBeyondEntry")}`;
}

/** Where the level of each rule is kept. */
const kept = { stop: field("stop"), take: field("target"), trail: field("trail") } as const;

function emitKeep(rules: readonly OwnRule[], shape: PortfolioShape): Code {
  const own = (key: OwnField): Code => field(key);
  return lines([
    ...rules.map((rule) =>
      js`${kept[rule]} = ${fresh[rule]};
      ${own(`${rule}Form`)} = ${word(rule, "Form")};
      ${own(`${rule}By`)} = ${word(rule, "By")};`
    ),
    js`${field("risk")} = ${rules.length > 0 ? js`newRisk` : js`NaN`};`,
    when(
      shape.trail !== undefined || shape.breakEven !== undefined,
      () => js`${field("best")} = fill;`,
    ),
    when(shape.trailAfter !== undefined, () =>
      js`${own("trailAfterForm")} = trailAfterForm;
      ${own("trailAfterBy")} = ${ofAsset("trailAfterBy")};
      ${field("trailOn")} = trailForm !== 0 && trailAfterForm === 0 ? 1 : 0;`),
    when(shape.breakEven !== undefined, () =>
      js`${field("evenOn")} = 0;
      ${own("evenForm")} = ${ofAsset("evenForm")};
      ${own("evenBy")} = ${ofAsset("evenBy")};
      ${field("evenOffset")} = ${ofAsset("evenOffset")};`),
    when(shape.needs.timeStops, () => js`${field("timeBars")} = ${ofAsset("timeBars")};`),
  ]);
}

/** Rules of the order take the place of the position's, and levels follow the average; where one would be met at once, nothing changes. */
function emitRebase(rules: readonly OwnRule[], shape: PortfolioShape, steps: Steps): Code {
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
