import type { NodeProgram } from "../program/program.ts";
import { nodeArrays } from "../program/rings.ts";
import type { Frame } from "./frame.ts";

/** The arrays that nodes keep: rings of values, and the rooms of steps. */
export function ringWords(program: NodeProgram): Frame["events"] {
  return nodeArrays(program).map(({ word }, index) => [word, "rings", index] as const);
}
