import type { Problem } from "../../codegen/define/problem.ts";

/** Problems of sets that are told. */
const told = 20;

/** What is wrong with the values of sets: each message once, with the first set that has it. */
export class SetProblems {
  readonly #found = new Map<string, { readonly set: number; readonly problem: Problem }>();

  /** Number of different messages. */
  get count(): number {
    return this.#found.size;
  }

  /** Whether there are as many as are told. */
  get full(): boolean {
    return this.count >= told;
  }

  /** Takes what is wrong with a set. */
  take(set: number, problems: readonly Problem[]): void {
    for (const problem of problems) {
      const text = `${problem.path} ${problem.message}`;
      if (!this.#found.has(text)) this.#found.set(text, { set, problem });
    }
  }

  /** The first of them in the order of the sets, and what can be done. */
  tell(): Problem[] {
    return [...this.#found.values()].sort((a, b) => a.set - b.set).slice(0, told)
      .map(({ set, problem }) => ({
        ...problem,
        path: `set ${set}: ${problem.path}`,
        remedy: problem.remedy ?? "leave such sets out with where",
      }));
  }
}
