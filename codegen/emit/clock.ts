import { type Code, js } from "./code.ts";

/** Declares `value`: what the time `local` shows, in milliseconds that count from 1970 as a zone's clock and calendar do. */
type Emit = (local: Code, value: Code) => Code;

/** The text of each function of time but those with a state. */
export const clockTexts: ReadonlyMap<string, Emit> = new Map<string, Emit>([
  ["hour", (local, value) => js`const ${value} = ${timeOfDay(local)} / 3600000 | 0;`],
  ["minuteOfDay", (local, value) => js`const ${value} = ${timeOfDay(local)} / 60000 | 0;`],
  ["minute", (local, value) => js`const ${value} = (${timeOfDay(local)} / 60000 | 0) % 60;`],
  // Day 0 was a Thursday.
  ["dayOfWeek", (local, value) => js`const ${value} = ((${dayOf(local)} | 0) % 7 + 10) % 7 + 1;`],
  ["dayOfMonth", (local, value) => {
    const { text, ofYear, month } = calendar(local, value);
    return js`${text}
      const ${value} = ${ofYear} - ((153 * ${month} + 2) / 5 | 0) + 1;`;
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

/** Milliseconds since midnight, an integer of 32 bits as all that follows, which V8 divides without dividing. */
function timeOfDay(local: Code): Code {
  return js`(${local} - ${dayOf(local)} * 86400000 | 0)`;
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
  const over = (a: Code, b: number): Code => js`(${a} / ${b} | 0)`;
  const days = js`${ofEra} - ${over(ofEra, 1460)} + ${over(ofEra, 36524)} - ${over(ofEra, 146096)}`;
  const text = js`const ${day} = (${dayOf(local)} | 0) + 719468;
    const ${ofEra} = ${day} - Math.floor(${day} / 146097) * 146097 | 0;
    const ${year} = (${days}) / 365 | 0;
    const ${ofYear} = ${ofEra} - 365 * ${year} - ${over(year, 4)} + ${over(year, 100)};
    const ${month} = (5 * ${ofYear} + 2) / 153 | 0;`;
  return { text, ofYear, month };
}
