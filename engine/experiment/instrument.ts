import { describe } from "../../codegen/define/describe.ts";
import { inside, type Reading, readObject, report } from "../../codegen/define/read_object.ts";
import type { Bars } from "../data/bars.ts";
import { pathName, readBars } from "../data/csv.ts";
import { DataError } from "../data/data_error.ts";
import { digestBars } from "../data/digest.ts";
import type { BarsOptions } from "../data/load_bars.ts";
import { prepareBars } from "../sweep/prepared_bars.ts";
import { timeframeOf } from "./timeframe.ts";

/** Bars that are read when they are needed. */
export interface Instrument {
  readonly name: string;
  readonly digest: string;
  readonly bars: number;
  readonly timeframe: string;
  /**
   * The bars, ready for sweeps.
   *
   * @throws {DataError} If the file no longer holds what it held.
   */
  readonly load: () => Promise<Bars>;
}

/** Bytes of bars that are kept in memory; others are read again when their simulations run. */
const keptBytes = 2 ** 29;

/** Reads instruments, and keeps their bars as long as there is room. */
export class InstrumentReader {
  #room = keptBytes;

  /** Reads an instrument, or notes what is wrong with it. */
  async read(input: unknown, reading: Reading): Promise<Instrument | undefined> {
    if (isBars(input)) return this.#instrument(input, () => Promise.resolve(input));
    const file = readFile(input, reading);
    if (file === undefined) return undefined;
    const load = (): Promise<Bars> => readBars(file.data, file.options);
    try {
      return this.#instrument(await load(), load);
    } catch (error) {
      return report(reading, refusal(error, pathName(file.data)));
    }
  }

  #instrument(bars: Bars, read: () => Promise<Bars>): Instrument {
    const digest = digestBars(bars);
    const bytes = 8 * bars.length * (1 + bars.columns.size);
    let kept: Bars | undefined;
    if (bytes <= this.#room) {
      this.#room -= bytes;
      kept = prepareBars(bars);
    }
    const load = async (): Promise<Bars> => {
      if (kept !== undefined) return kept;
      const again = await read();
      const found = digestBars(again);
      if (found === digest) return prepareBars(again);
      throw new DataError([{ column: "digest", value: found, expected: digest }], {
        attempted:
          `use the bars of ${bars.symbol}, which have changed since the experiment was read`,
      });
    };
    const { symbol: name, length } = bars;
    return { name, digest, bars: length, timeframe: timeframeOf(bars.time), load };
  }
}

function isBars(input: unknown): input is Bars {
  return typeof input === "object" && input !== null && "columns" in input &&
    input.columns instanceof Map && "time" in input && input.time instanceof Float64Array;
}

function readFile(
  input: unknown,
  reading: Reading,
): { readonly data: string | URL; readonly options: BarsOptions } | undefined {
  if (typeof input === "string" || input instanceof URL) return { data: input, options: {} };
  const keys = ["data", "name", "from", "to", "priceOnly"];
  const before = reading.problems.length;
  const fields = readObject(input, reading, keys);
  if (fields === undefined) return undefined;
  const data = fields.get("data");
  if (!(typeof data === "string" && data !== "") && !(data instanceof URL)) {
    report(
      inside(reading, "data"),
      `Expected the path of a CSV or Arrow file but found ${describe(data)}`,
    );
  }
  const name = fields.get("name");
  if (name !== undefined && (typeof name !== "string" || name === "")) {
    report(inside(reading, "name"), `Expected a name but found ${describe(name)}`);
  }
  const priceOnly = fields.get("priceOnly") ?? false;
  if (typeof priceOnly !== "boolean") {
    report(
      inside(reading, "priceOnly"),
      `Expected true or false but found ${describe(priceOnly)}`,
    );
  }
  if (reading.problems.length > before) return undefined;
  const bounds = ["from", "to"].flatMap((key) => fields.has(key) ? [[key, fields.get(key)]] : []);
  return {
    data: data as string | URL,
    options: {
      ...(name === undefined ? {} : { symbol: name as string }),
      priceOnly: priceOnly as boolean,
      ...Object.fromEntries(bounds),
    },
  };
}

/** Why a file cannot be used; a defect is none of it. */
function refusal(error: unknown, path: string): string {
  if (error instanceof Deno.errors.NotFound) return `Found no file ${path}`;
  const known = error instanceof DataError || error instanceof RangeError ||
    Object.values(Deno.errors).some((kind) => error instanceof kind);
  if (!known) throw error;
  return (error as Error).message;
}
