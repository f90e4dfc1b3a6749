import { type Code, js } from "../emit/code.ts";
import type { StepContext } from "./indicator.ts";

/** What the value of a bar is made from. */
export interface SortedWindow {
  /** The last n inputs in ascending order, from position 0 on. */
  readonly values: Code;
  /** Position of this bar's input, the last of equal ones. */
  readonly place: Code;
  /** The input that has just left the window. */
  readonly old: Code;
}

/** The value of a sorted window, and how many bars after `start` it first exists. */
export interface SortedValue {
  readonly wait: Code;
  readonly value: (window: SortedWindow) => Code;
}

/** Fewer values than these are moved one by one: a call that copies all at once costs as much. */
const worthCopying = 60;

/**
 * Emits one bar of a window of n inputs that is kept in order: the newest takes the place of the oldest, and what lies
 * between their places moves by one.
 *
 * An input that is not finite is kept as Infinity, so that the last value tells whether there is one; -0 is kept as 0, so
 * that equal values are the same bits. The step has the number `n` and room for n numbers.
 */
export function emitSortedWindow(context: StepContext, { wait, value }: SortedValue): Code {
  const { i, steady, start, room } = context;
  const window = {
    values: room,
    place: js`${context.value}Place`,
    old: js`${context.value}Old`,
  };
  if (steady) {
    return js`${slide(context, window)}
      const ${context.value} = ${value(window)};`;
  }
  return js`let ${context.value} = NaN;
    if (${i} >= ${start}) {
      ${slide(context, window)}
      if (${i} >= ${start} + ${wait}) ${context.value} = ${value(window)};
    }`;
}

function slide(context: StepContext, { place, old }: SortedWindow): Code {
  const { i, x, steady, start, room, value } = context;
  const n = context.number("n");
  const size = steady ? n : js`${value}Size`;
  const leaving = ordered(context, context.input(js`${i} - ${n}`));
  const leave = steady ? js`const ${old} = ${leaving};` : js`let ${old} = Infinity;
    const ${size} = Math.min(${i} - ${start} + 1, ${n});
    if (${i} >= ${start} + ${n}) ${old} = ${leaving};
    else ${room}[${size} - 1] = Infinity;`;
  const [key, from] = [js`${value}Key`, js`${value}From`];
  return js`${leave}
    // In the window in order the newest takes the place of the oldest
    const ${key} = ${ordered(context, x)};
    ${find(context, { size, old, key, from, place })}
    ${move(context, { from, place })}
    ${room}[${place}] = ${key};`;
}

/** An input as it stands in the window. */
function ordered({ finite }: StepContext, x: Code): Code {
  return finite ? js`${x} + 0` : js`${x} - ${x} === 0 ? ${x} + 0 : Infinity`;
}

type Words<Names extends string> = Readonly<Record<Names, Code>>;

/** Counts what is below the oldest and what is not above the newest; by halves, without a jump that nothing could predict. */
function find(
  { room, value }: StepContext,
  { size, old, key, from, place }: Words<"size" | "old" | "key" | "from" | "place">,
): Code {
  const [left, half] = [js`${value}Left`, js`${value}Half`];
  return js`let ${from} = 0;
    let ${place} = 0;
    for (let ${left} = ${size}; ${left} > 1;) {
      const ${half} = ${left} >> 1;
      ${from} += ${half} & -(${room}[${from} + ${half} - 1] < ${old});
      ${place} += ${half} & -(${room}[${place} + ${half} - 1] <= ${key});
      ${left} -= ${half};
    }
    ${from} += ${room}[${from}] < ${old} | 0;
    ${place} += ${room}[${place}] <= ${key} | 0;`;
}

/** Closes the gap at `from` and opens one at the place of the newest. */
function move({ room }: StepContext, { from, place }: Words<"from" | "place">): Code {
  return js`if (${place} > ${from}) {
      // The oldest was counted and is gone
      ${place}--;
      if (${place} - ${from} >= ${worthCopying}) {
        ${room}.copyWithin(${from}, ${from} + 1, ${place} + 1);
      } else {
        for (; ${from} < ${place}; ${from}++) ${room}[${from}] = ${room}[${from} + 1];
      }
    } else if (${from} - ${place} >= ${worthCopying}) {
      ${room}.copyWithin(${place} + 1, ${place}, ${from});
    } else {
      for (; ${from} > ${place}; ${from}--) ${room}[${from}] = ${room}[${from} - 1];
    }`;
}
