import { errorText, exitCode } from "./exit.ts";
import type { Command, Flags, FlagValues } from "./flag.ts";
import { readFlags } from "./read_flags.ts";
import { usage } from "./usage.ts";

/**
 * Runs a program on the arguments of the process: prints its usage for `--help` and its list for `--list`, and ends the process with the code that
 * belongs to the error, if there is one.
 */
export async function runCommand<const F extends Flags>(
  command: Command<F>,
  main: (values: FlagValues<F>) => void | Promise<void>,
): Promise<void> {
  try {
    const { list } = command;
    if (Deno.args.includes("--help")) console.log(usage(command));
    else if (list !== undefined && Deno.args.includes("--list")) console.log(await list.text());
    else await main(readFlags(Deno.args, command.flags));
  } catch (error) {
    console.error(errorText(error));
    Deno.exit(exitCode(error));
  }
}
