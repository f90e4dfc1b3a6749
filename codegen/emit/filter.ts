import type { Shape } from "../program/shape.ts";
import { type Code, join, js } from "./code.ts";
import { enterBits } from "./names.ts";

/** Takes the enters out of `flags` on bars that do not pass the filter. */
export function emitFilter(shape: Shape): Code {
  const { filter } = shape;
  if (filter === undefined) return js``;
  const enters = enterBits(shape);
  const outside = [
    ...(filter.from ? [js`local < filterFrom`] : []),
    ...(filter.to ? [js`local >= filterTo`] : []),
    ...(filter.weekdays ? [js`(filterWeekdays & (1 << weekday)) === 0`] : []),
    ...(filter.hours === "within" ? [js`moment < filterOpens`, js`moment >= filterCloses`] : []),
    ...(filter.hours === "over" ? [js`(moment < filterOpens && moment >= filterCloses)`] : []),
  ];
  if (outside.length === 0) return js``;
  // Day 0 was a Thursday, and Monday is 1.
  const dated = filter.weekdays || filter.hours !== undefined;
  return js`if ((flags & ${enters}) !== 0) {
      // Filter
      const local = filterTime[i];
      ${dated ? js`const date = Math.floor(local / 86400000);` : js``}
      ${filter.weekdays ? js`const weekday = ((date + 3) % 7 + 7) % 7 + 1;` : js``}
      ${filter.hours === undefined ? js`` : js`const moment = local - date * 86400000;`}
      if (${join(outside, js` || `)}) flags &= ~${enters};
    }`;
}
