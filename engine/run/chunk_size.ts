import { type Problem, throwProblems } from "../../codegen/define/problem.ts";

/** Bars per call of a kernel where nothing else is asked for. */
export const defaultChunk = 8192;

/**
 * Checks a number of bars per call: anything but a whole number >= 1 would never come to the end of the data.
 *
 * @throws {DefinitionError} If it is none.
 */
export function checkChunk(chunk: number, attempted: string): void {
  const problems: Problem[] = [];
  if (!Number.isInteger(chunk) || chunk < 1) {
    problems.push({ path: "chunk", message: `Expected a whole number >= 1 but found ${chunk}` });
  }
  throwProblems(attempted, problems);
}
