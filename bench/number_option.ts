/**
 * A whole number given as `--name N`.
 *
 * @throws {RangeError} If what follows is not an integer greater than 0.
 */
export function numberOption(name: string, missing: number): number {
  const position = Deno.args.indexOf(`--${name}`);
  if (position < 0) return missing;
  const value = Number(Deno.args[position + 1]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new RangeError(
    `Cannot read --${name}: expected an integer greater than 0 but found ${
      Deno.args[position + 1] ?? "nothing"
    }`,
  );
}
