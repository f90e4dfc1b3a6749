import { DefinitionError, type Problem } from "../../codegen/define/problem.ts";

/** Milliseconds that hostile input may cost. */
const allowed = 1000;

/** The result of work that must end at once; tried again if it is late, for the machine may be busy. */
export function quick<T>(work: () => T, what = "it"): T {
  let spent = Infinity;
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = performance.now();
    const result = work();
    spent = Math.min(spent, performance.now() - start);
    if (spent < allowed) return result;
    if (spent > 10 * allowed) break;
  }
  throw new Error(`Expected ${what} to take ${allowed} ms at most but it took ${spent.toFixed(0)}`);
}

/** The problems of a definition that must be refused, at once and with a path for each. */
export function problemsOf(work: () => unknown, what = "it"): readonly Problem[] {
  const problems = quick(() => {
    try {
      work();
    } catch (error) {
      if (error instanceof DefinitionError) return error.problems;
      throw new Error(`Expected a DefinitionError for ${what} but found ${error}`, {
        cause: error,
      });
    }
    return [];
  }, what);
  if (problems.length === 0) throw new Error(`Expected ${what} to be refused`);
  for (const { path, message } of problems) {
    if (path === "" || message === "") throw new Error(`Expected path and message for ${what}`);
  }
  return problems;
}
