/** Hands out the words by which nodes and numbers go in the generated code: a kind, and a count of that kind. */
export class Words {
  readonly #counters = new Map<string, number>();

  /** A word of a kind; columns that every series of bars has are not counted. */
  of(kind: string): string {
    return /^bar(?!User)[A-Z]/.test(kind) ? kind : `${kind}${this.count(kind)}`;
  }

  /** 1 for the first of a kind, then 2, … */
  count(kind: string): number {
    const count = (this.#counters.get(kind) ?? 0) + 1;
    this.#counters.set(kind, count);
    return count;
  }
}
