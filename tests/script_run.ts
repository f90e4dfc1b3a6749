/** What a script did. */
export interface ScriptRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const scripts = new URL("../scripts/", import.meta.url);

/** Runs a script as its first line says, with exactly the permissions named there. */
export async function runScript(name: string, args: readonly string[]): Promise<ScriptRun> {
  const url = new URL(name, scripts);
  const [first] = (await Deno.readTextFile(url)).split("\n", 1);
  const [, flags] = /^#!\/usr\/bin\/env -S deno run((?: --allow-\S+)*)$/.exec(first) ?? [];
  if (flags === undefined) throw new Error(`Cannot run ${name}: found ${first}`);
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "--no-prompt", ...flags.match(/--\S+/g) ?? [], url.href, ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** A temporary directory with these files, removed at the end of the block. */
export async function directoryOf(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly path: string } & Disposable> {
  const path = await Deno.makeTempDir();
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${path}/${name}`, text);
  }
  return { path, [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }) };
}

/** What a directory holds. */
export async function namesIn(path: string): Promise<string[]> {
  const names = await Array.fromAsync(Deno.readDir(path), ({ name }) => name);
  return names.sort();
}

/** Daily bars that rise and fall, as CSV. */
export function barsCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, t) => {
    const close = 100 + 10 * Math.sin(t / 3) + t / 7;
    const day = new Date(Date.UTC(2020, 0, 1 + t)).toISOString().slice(0, 10);
    return [day, close - 0.5, close + 1, close - 1, close, 1000].join(",");
  });
  return ["date,open,high,low,close,volume", ...rows].join("\n") + "\n";
}

/** A strategy that trades on `barsCsv`, with one parameter, `length`. */
export const crossing = {
  name: "crossing",
  params: { length: 3 },
  long: {
    enter: "crossOver(close, sma(close, length))",
    exit: "crossUnder(close, sma(close, length))",
  },
  risk: [{ stopLoss: 0.01 }],
};
