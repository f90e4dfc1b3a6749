import { type Code, js } from "../emit/code.ts";
import type { StepContext } from "./indicator.ts";

/**
 * The text of a running window: add what enters, subtract what leaves, and count non-finite values.
 *
 * `add` and `remove` say what a finite value does to the sums; `value` what the window is worth. The sums, `n` and, for
 * input that may be NaN, `gapCount` are names of the step.
 */
export interface RunningWindow {
  readonly add: (x: Code) => Code;
  readonly remove: (x: Code) => Code;
  readonly value: Code;
}

/** State that every running window over input with gaps needs. */
export const gapState: Readonly<Record<string, number>> = { gapCount: 0 };

/** Emits one bar of a running window. */
export function emitWindow(context: StepContext, window: RunningWindow): Code {
  const { i, value, start, steady } = context;
  const n = context.number("n");
  if (steady) {
    return js`${emitSlide(context, window)}
      const ${value} = ${complete(context, window.value)};`;
  }
  return js`let ${value} = NaN;
    if (${i} >= ${start}) {
      ${enter(context, window)}
      if (${i} >= ${start} + ${n}) {
        ${leave(context, window)}
      }
      if (${i} >= ${start} + ${n} - 1) ${value} = ${complete(context, window.value)};
    }`;
}

/** Emits the sums of one bar alone, once every look-back is complete. */
export function emitSlide(
  context: StepContext,
  window: Pick<RunningWindow, "add" | "remove">,
): Code {
  return js`${enter(context, window)}
    ${leave(context, window)}`;
}

function enter(context: StepContext, window: Pick<RunningWindow, "add">): Code {
  const { x, finite } = context;
  if (finite) return window.add(x);
  return js`if (${x} - ${x} === 0) {
      ${window.add(x)}
    } else ${context.state("gapCount")}++;`;
}

function leave(context: StepContext, window: Pick<RunningWindow, "remove">): Code {
  const n = context.number("n");
  const old = context.input(js`${context.i} - ${n}`);
  if (context.finite) return window.remove(old);
  return js`{
      const old = ${old};
      if (old - old === 0) {
        ${window.remove(js`old`)}
      } else ${context.state("gapCount")}--;
    }`;
}

function complete(context: StepContext, value: Code): Code {
  return context.finite ? value : js`${context.state("gapCount")} === 0 ? ${value} : NaN`;
}
