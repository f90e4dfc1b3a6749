import { errorText, exitCode } from "./exit.ts";
import type { Command, Flags, FlagValues } from "./flag.ts";
import { InputError } from "./input_error.ts";
import { readFlags } from "./read_flags.ts";
import { usage } from "./usage.ts";

/**
 * Runs a program on the arguments of the process: prints its usage for `--help` and its list for `--list`, and ends the
 * process with the code that belongs to the error, if there is one.
 */
export async function runCommand<const F extends Flags>(
  command: Command<F>,
  main: (values: FlagValues<F>, argument: string) => void | Promise<void>,
): Promise<void> {
  try {
    const { list } = command;
    if (Deno.args.includes("--help")) console.log(usage(command));
    else if (list !== undefined && Deno.args.includes("--list")) console.log(await list.text());
    else {
      const [argument, flags] = takeArgument(command, Deno.args);
      await main(readFlags(flags, command.flags), argument);
    }
  } catch (error) {
    console.error(errorText(error));
    Deno.exit(exitCode(error));
  }
}

/** The first argument, empty for a command that has none, and the flags after it. */
function takeArgument(
  { argument }: Command<Flags>,
  args: readonly string[],
): [argument: string, flags: readonly string[]] {
  if (argument === undefined) return ["", args];
  const [first, ...flags] = args;
  if (first !== undefined && !first.startsWith("-")) return [first, flags];
  const found = first === undefined ? "nothing" : JSON.stringify(first);
  throw new InputError(`Cannot read the arguments: expected ${argument} first but found ${found}`);
}
