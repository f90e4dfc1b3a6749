import { type OrderReason, orderReasons } from "../define/reasons.ts";
import { capital } from "../program/node_facts.ts";
import type { NodeProgram, Program, StateSlot } from "../program/program.ts";
import { accountState, commonReasons, counterWord, rareState, sweepState } from "./names.ts";
import { statefulTexts } from "./stateful.ts";

/** State of a whole kernel: a counter for each reason of refusal, the account, and the first pass. */
export function kernelState(program: Program): StateSlot[] {
  return [
    ...orderReasons.slice(0, commonReasons).map(counter),
    ...accountState,
    ...nodeState(program),
    ...orderReasons.slice(commonReasons).map(counter),
    ...rareState,
    ...(program.sweeps ? sweepState : []),
  ];
}

function counter(reason: OrderReason): StateSlot {
  return { word: counterWord(reason), whole: true, initial: 0 };
}

/** State of the nodes: that of the steps, values of the bar before, and counts of runs. */
export function nodeState(program: NodeProgram): StateSlot[] {
  const slots: StateSlot[] = [];
  for (const { word, what, remembered } of program.nodes) {
    const state = what.kind === "step"
      ? what.step.state
      : what.kind === "stateful"
      ? statefulTexts.get(what.name)!.state
      : undefined;
    if (state !== undefined) {
      for (const [key, initial] of Object.entries(state)) {
        slots.push({ word: word + capital(key), whole: /(Count|Index)$/.test(key), initial });
      }
    }
    if (what.kind === "run") slots.push({ word: `${word}Count`, whole: true, initial: 0 });
    if (remembered && what.kind !== "number") {
      const whole = what.kind === "order";
      slots.push({ word: `${word}Before`, whole, initial: whole ? 0 : NaN });
    }
  }
  return slots;
}
