import { InputError } from "../command/input_error.ts";
import { grouped } from "./progress_line.ts";

/** Sets above which the caller is asked. */
const askAbove = 100_000;

/**
 * Whether so many sets are wanted: asked in a terminal.
 *
 * @throws {InputError} For many sets where nobody can be asked and `yes` was not given.
 */
export function confirmSets(count: number, { yes }: { readonly yes: boolean }): boolean {
  if (count <= askAbove || yes) return true;
  if (Deno.stdin.isTerminal()) return confirm(`Run ${grouped(count)} sets?`);
  throw new InputError(
    `Cannot run ${grouped(count)} sets unasked: expected at most ${grouped(askAbove)}, or --yes`,
  );
}
