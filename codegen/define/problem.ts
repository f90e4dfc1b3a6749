/** Something wrong in a definition, in the user's words. */
export interface Problem {
  /** Where in the definition: `long.enter`, `risk[1].distance`. */
  readonly path: string;
  /** What was found and what is wanted. */
  readonly message: string;
  /** The offending piece of expression text. */
  readonly snippet?: string;
  /** Position of the snippet in its text, in characters from 0. */
  readonly place?: number;
  /** What to write instead. */
  readonly remedy?: string;
}

/** Thrown for a definition that cannot be used; carries all its problems at once. */
export class DefinitionError extends TypeError {
  /** Every problem found, in the order of the definition. */
  readonly problems: readonly Problem[];

  /** Makes the error from what was attempted and the problems found. */
  constructor(attempted: string, problems: readonly Problem[]) {
    const lines = problems.map((problem) => `  ${formatProblem(problem)}`);
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(`Cannot ${attempted}: ${count}\n${lines.join("\n")}`);
    this.name = "DefinitionError";
    this.problems = Object.freeze([...problems]);
  }
}

function formatProblem(problem: Problem): string {
  const { path, message, snippet, place, remedy } = problem;
  const where = snippet === undefined
    ? ""
    : `, in ${JSON.stringify(shorten(snippet))}${
      place === undefined ? "" : ` at character ${place + 1}`
    }`;
  return `${path}: ${message}${where}${remedy === undefined ? "" : `; ${remedy}`}`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** Throws a {@linkcode DefinitionError} if there are problems. */
export function throwProblems(attempted: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new DefinitionError(attempted, problems);
}

/** The known name nearest to a mistyped one, if one is near enough to suggest. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(3, Math.ceil(name.length / 3)) + 1;
  if (name.length > 60) return undefined;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** `; did you mean "sma"?` as a remedy, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): { remedy?: string } {
  const near = nearestName(name, known);
  return near === undefined ? {} : { remedy: `did you mean "${near}"?` };
}
