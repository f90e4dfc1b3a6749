/** What a Deno program prints; throws with what it complains of if it fails. */
export async function runProgram(
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<string> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", ...args],
    ...options,
    env: { NO_COLOR: "1" },
    stdin: "null",
  });
  const { success, stdout, stderr } = await command.output();
  const [printed, complaint] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (!success) throw new Error(`Cannot run deno ${args.join(" ")}:\n${complaint}${printed}`);
  return printed;
}
