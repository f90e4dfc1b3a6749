import { orderReasons } from "../codegen/define/reasons.ts";
import type { RunOutput } from "../engine/run/output.ts";
import type { Baseline } from "./baselines/output.ts";

/** The baselines in C by name, and the compiler that made them. */
export interface NativeBaselines {
  /** What `gcc --version` calls itself. */
  readonly compiler: string;
  /** How it was called. */
  readonly flags: readonly string[];
  readonly baselines: ReadonlyMap<string, Baseline>;
}

const names = [
  "sma_cross_risk",
  "sma_cross_risk_bare",
  "sma_cross",
  "rsi_reversion",
  "breakout",
  "bollinger",
] as const;
// Contraction to fused multiply-add would change bits where the machine has it.
const flags = ["-std=c11", "-O3", "-ffp-contract=off", "-fPIC"];
const signature = {
  parameters: ["i64", "buffer", "buffer", "buffer", "buffer", "buffer", "i64", "buffer"],
  result: "void",
} as const;

/**
 * Compiles the baselines in C into a folder of its own and loads them. Undefined where there is no gcc.
 *
 * @throws {Error} If gcc refuses a file, with what it said.
 */
export function nativeBaselines(): NativeBaselines | undefined {
  const compiler = gcc(["--version"])?.split("\n")[0];
  if (compiler === undefined) return undefined;
  const folder = Deno.makeTempDirSync();
  try {
    const objects = names.map((name) => {
      const object = `${folder}/${name}.o`;
      const bare = name.endsWith("_bare");
      const source = `${import.meta.dirname}/baselines/${name.replace("_bare", "")}.c`;
      gcc([...flags, ...(bare ? ["-DBARE"] : []), "-c", source, "-o", object]);
      return object;
    });
    const library = `${folder}/baselines.so`;
    gcc(["-shared", ...objects, "-o", library, "-lm"]);
    const symbols = Object.fromEntries(names.map((name) => [name, signature]));
    const loaded = Deno.dlopen(library, symbols).symbols as Record<string, NativeFunction>;
    const baselines = new Map(names.map((name) => [name, baselineFrom(loaded[name])]));
    return { compiler, flags, baselines };
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

type Buffer = Float64Array<ArrayBuffer> | BigUint64Array<ArrayBuffer>;
type NativeFunction = (
  ...args: [bigint, Buffer, Buffer, Buffer, Buffer, Buffer, bigint, Buffer]
) => void;

/** Output of gcc; undefined if there is none. */
function gcc(args: string[]): string | undefined {
  try {
    const { success, stdout, stderr } = new Deno.Command("gcc", { args }).outputSync();
    if (success) return new TextDecoder().decode(stdout);
    throw new Error(`Cannot compile a baseline: gcc said\n${new TextDecoder().decode(stderr)}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function baselineFrom(run: NativeFunction): Baseline {
  return ({ length, open, high, low, close }, output) => {
    const { trades, ledger } = output;
    const rows = trades.side.length;
    // Of a buffer that was made first, so that it is not one that garbage collection may move.
    const totals = new Float64Array(new ArrayBuffer(5 * 8));
    const columns = [open, high, low, close].map((column) => column as Buffer);
    const [o, h, l, c] = columns;
    run(BigInt(length), o, h, l, c, addresses(output), BigInt(rows), totals);
    const [count, fills, cancelled, ambiguousBars, ambiguousStake] = totals;
    if (count > rows || fills > 2 * rows) {
      throw new RangeError(`Cannot log ${count} trades: expected at most ${rows}`);
    }
    trades.count = count;
    ledger.count = fills;
    output.refused[orderReasons.indexOf("endOfData")] = cancelled;
    output.ambiguousBars = ambiguousBars;
    output.ambiguousStake = ambiguousStake;
  };
}

/** Addresses of the arrays in the order of `Output` in baseline.h. */
function addresses({ equity, trades, ledger }: RunOutput): BigUint64Array<ArrayBuffer> {
  // There is no financing in the baselines.
  const { count: _trades, financing: _financing, ...rows } = trades;
  const { count: _fills, ...fills } = ledger;
  const arrays = [equity, ...Object.values(rows), ...Object.values(fills)];
  return BigUint64Array.from(arrays, (array) => {
    const pointer = Deno.UnsafePointer.of(array as Float64Array<ArrayBuffer>);
    return Deno.UnsafePointer.value(pointer);
  });
}
