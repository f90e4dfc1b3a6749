import { DefinitionError } from "../../codegen/define/problem.ts";
import { inside, type Reading } from "../../codegen/define/read_object.ts";

/** What a reader returns; its problems are noted below the place. */
export function adopt<T>(reading: Reading, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    for (const problem of error.problems) {
      reading.problems.push({ ...problem, path: inside(reading, problem.path).path });
    }
    return undefined;
  }
}
