import type { PortfolioShape } from "../../program/portfolio_program.ts";
import { type Code, join, js, lines, name, when } from "../code.ts";
import { toGrid } from "../cost.ts";
import type { OwnLevels } from "../entry.ts";
import type { OwnField } from "../names.ts";
import { ownLevel } from "../own_level.ts";
import { refuse } from "../size.ts";
import type { Steps } from "../steps/context.ts";
import { field } from "./access.ts";
import { bracket, kept, type OwnRule } from "./own_rules.ts";
import { emitRebase } from "./rebase.ts";

/** Words of the new level of each rule. */
const fresh = { stop: js`newStop`, take: js`newTarget`, trail: js`newTrail` } as const;

/** A number of the rules that positions of the asset open with. */
function ofAsset(word: string): Code {
  return js`${name(`rule${word[0].toUpperCase()}${word.slice(1)}`)}[a]`;
}

/** What sets the levels of a position from the bracket of its order, the rules of its asset or those of the account. */
export function ownLevels(shape: PortfolioShape, steps: Steps): OwnLevels | undefined {
  const { stop, take, trail, breakEven, needs } = shape;
  const hasLevels = (stop ?? take ?? trail ?? breakEven) !== undefined;
  if (!hasLevels && !needs.timeStops && !needs.parts && !needs.sessions) return undefined;
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
  const { parts } = shape.needs;
  if (rules.length === 0 && !parts) return js``;
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
    [
      ...rules.map((rule) =>
        js`(${word(rule, "Form")} !== 0 && ${fresh[rule]} - ${fresh[rule]} !== 0)`
      ),
      ...(parts ? [js`partsUndefined`] : []),
    ],
    js` || `,
  );
  const beyond = join(
    [
      ...rules.map((rule) =>
        js`(${fresh[rule]} - fill) * arriving ${rule === "take" ? js`<=` : js`>=`} 0`
      ),
      ...(parts ? [js`partsBeyond`] : []),
    ],
    js` || `,
  );
  return js`// Levels
      ${
    when(!again, () =>
      js`${lines(declare)}\n${after}\nlet newRisk = NaN;
      ${when(parts, () => js`let partsUndefined = false;\nlet partsBeyond = false;`)}`)
  }
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
      ${when(parts, () => emitFirstParts(shape))}
      if (${undefinedLevels}) ${refuse("levelUndefined")}
      if (${beyond}) ${refuse("levelBeyondEntry")}`;
}

/** Looks at the levels of all parts that the position would open with. */
function emitFirstParts(shape: PortfolioShape): Code {
  const by = js`partAt[${ofAsset("partStart")} + k]`;
  return js`partsUndefined = false;
      partsBeyond = false;
      for (let k = 0; k < ${ofAsset("partCount")}; k++) {
        let part = ${ownLevel(ofAsset("partForm"), by, js`fill`, js`arriving > 0`, js`newRisk`)};
        ${when(shape.tick, () => toGrid(js`part`, js`arriving`))}
        if (part - part !== 0) partsUndefined = true;
        if ((part - fill) * arriving <= 0) partsBeyond = true;
      }`;
}

const partFields = ["partStart", "partCount", "partForm", "partsClose"] as const;
const sessionFields = ["sessionAt", "sessionZone"] as const;

function emitKeep(rules: readonly OwnRule[], shape: PortfolioShape): Code {
  const own = (key: OwnField): Code => field(key);
  return lines([
    ...rules.map((rule) =>
      js`${kept[rule]} = ${fresh[rule]};
      ${own(`${rule}Form`)} = ${word(rule, "Form")};
      ${own(`${rule}By`)} = ${word(rule, "By")};`
    ),
    js`${field("risk")} = ${rules.length > 0 || shape.needs.parts ? js`newRisk` : js`NaN`};`,
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
    ...(shape.needs.parts ? partFields : []).map((word) => js`${own(word)} = ${ofAsset(word)};`),
    ...(shape.needs.sessions ? sessionFields : [])
      .map((word) => js`${own(word)} = ${ofAsset(word)};`),
  ]);
}
