import { type Code, js } from "./code.ts";

/** Declares `value`: what the time `local` shows, in milliseconds that count from 1970 as a zone's clock and calendar do. */
type Emit = (local: Code, value: Code) => Code;

/** The text of each function of time but those with a state. */
export const clockTexts: ReadonlyMap<string, Emit> = new Map<string, Emit>([
  ["hour", (local, value) => js`const ${value} = Math.floor(${timeOfDay(local)} / 3600000);`],
  ["minuteOfDay", (local, value) => js`const ${value} = Math.floor(${timeOfDay(local)} / 60000);`],
  ["minute", (local, value) => {
    const all = js`${value}All`;
    return js`const ${all} = Math.floor(${local} / 60000);
      const ${value} = ${all} - Math.floor(${all} / 60) * 60;`;
  }],
  ["dayOfWeek", (local, value) => {
    const day = js`${value}Day`;
    // Day 0 was a Thursday
    return js`const ${day} = ${dayOf(local)} + 3;
      const ${value} = ${day} - Math.floor(${day} / 7) * 7 + 1;`;
  }],
  ["dayOfMonth", (local, value) => {
    const { text, ofYear, month } = calendar(local, value);
    return js`${text}
      const ${value} = ${ofYear} - Math.floor((153 * ${month} + 2) / 5) + 1;`;
  }],
  ["month", (local, value) => {
    const { text, month } = calendar(local, value);
    return js`${text}
      const ${value} = ${month} < 10 ? ${month} + 3 : ${month} - 9;`;
  }],
]);

/** The number of the day, 0 for 1970-01-01. */
export function dayOf(local: Code): Code {
  return js`Math.floor(${local} / 86400000)`;
}

function timeOfDay(local: Code): Code {
  return js`(${local} - ${dayOf(local)} * 86400000)`;
}

/**
 * Declares the day of a year that begins in March and its month, both from 0. Proleptic Gregorian calendar: H. Hinnant,
 * chrono-Compatible Low-Level Date Algorithms, `civil_from_days`.
 */
function calendar(
  local: Code,
  value: Code,
): { readonly text: Code; readonly ofYear: Code; readonly month: Code } {
  const [day, ofEra, year, ofYear, month] = [
    js`${value}Day`,
    js`${value}OfEra`,
    js`${value}Year`,
    js`${value}OfYear`,
    js`${value}FromMarch`,
  ];
  const days = js`${ofEra} - Math.floor(${ofEra} / 1460) + Math.floor(${ofEra} / 36524)`;
  const text = js`const ${day} = ${dayOf(local)} + 719468;
    const ${ofEra} = ${day} - Math.floor(${day} / 146097) * 146097;
    const ${year} = Math.floor((${days} - Math.floor(${ofEra} / 146096)) / 365);
    const ${ofYear} = ${ofEra} - 365 * ${year} - Math.floor(${year} / 4) + Math.floor(${year} / 100);
    const ${month} = Math.floor((5 * ${ofYear} + 2) / 153);`;
  return { text, ofYear, month };
}
