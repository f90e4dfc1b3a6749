import { type Code, js } from "./code.ts";

/**
 * Sets `quiet` to the bar of the next signal that has one of the bits, or the end.
 *
 * Each state has a pointer of its own, which only moves forward: a rule may end the quiet stretch before the signal
 * that was found, and other states' signals before it still count.
 */
export function emitNextSignal(pointer: Code, bits: number): Code {
  return js`while (${pointer} < count && (signalBars[${pointer}] < i || (signalFlags[${pointer}] & ${bits}) === 0)) ${pointer}++;
        let quiet = ${pointer} < count ? signalBars[${pointer}] : end;`;
}
