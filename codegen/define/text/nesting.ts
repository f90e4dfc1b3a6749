/** Largest {@linkcode nesting} that goes to the recursive parser; its stack holds more than twice as much. */
export const nestingLimit = 1500;

/** A bracket or arrow takes as many frames of the parser as five operators. */
const bracketWeight = 5;

/** How deep the parser may go, at most: all that stands before a token and is not closed or ended by a comma. */
export function nesting(
  tokens: Iterable<{ readonly type: { readonly label: string } }>,
): number {
  const words = [0];
  let brackets = 0;
  let depth = 0;
  let deepest = 0;
  for (const { type: { label } } of tokens) {
    if (label === ")" || label === "]" || label === "}") {
      if (brackets === 0) continue;
      brackets--;
      depth -= bracketWeight + words.pop()!;
    } else if (label === ",") {
      depth -= words[brackets];
      words[brackets] = 0;
    } else if (label === "(" || label === "[" || label === "{" || label === "${") {
      brackets++;
      words.push(0);
      depth += bracketWeight;
    } else {
      const weight = label === "=>" ? bracketWeight : 1;
      words[brackets] += weight;
      depth += weight;
    }
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
