import { type Code, js } from "./code.ts";

/** Forms of levels as integers of generated code; 0: no level. */
export const levelForms = { none: 0, fraction: 1, distance: 2, price: 3, riskMultiple: 4 } as const;

/** Code for the level of a form that is known at run time only; beyond every price where there is none. */
export function ownLevel(form: Code, by: Code, anchor: Code, up: Code, risk = js`0`): Code {
  return js`levelOf(${form}, ${by}, ${anchor}, ${up}, ${risk})`;
}

/** The function that `ownLevel()` calls. */
export const levelFunction: Code = js`function levelOf(form, by, anchor, up, risk) {
  if (form === ${levelForms.none}) return up ? Infinity : -Infinity;
  if (form === ${levelForms.fraction}) return anchor * (up ? 1 + by : 1 - by);
  if (form === ${levelForms.distance}) return up ? anchor + by : anchor - by;
  if (form === ${levelForms.riskMultiple}) return up ? anchor + by * risk : anchor - by * risk;
  return by;
}`;
