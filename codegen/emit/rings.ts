import type { NodeProgram } from "../program/program.ts";
import { ringNodes } from "../program/rings.ts";
import type { Frame } from "./frame.ts";

/** The arrays in which nodes keep values of bars of their own choice. */
export function ringWords(program: NodeProgram): Frame["events"] {
  return ringNodes(program).map(({ word }, index) => [`${word}Ring`, "rings", index] as const);
}
