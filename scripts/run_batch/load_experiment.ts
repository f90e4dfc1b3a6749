import { DefinitionError } from "../../codegen/define/problem.ts";
import { type Experiment, experiment } from "../../engine/experiment/experiment.ts";
import type { ExperimentInput } from "../../engine/experiment/types.ts";
import { InputError, problemList } from "../command/input_error.ts";
import { readBound } from "../command/load_bars.ts";
import { loadSettings } from "../command/load_settings.ts";
import { readJson } from "../command/read_json.ts";
import { readParams } from "../command/read_params.ts";
import { loadGrid } from "../sweep/load_grid.ts";
import { loadSwept } from "../sweep/load_swept.ts";
import type { BatchFlags, CheckedBatchFlags } from "./check_flags.ts";

/**
 * Loads the experiment that the flags name, from a file or from themselves.
 *
 * @throws {InputError} For what cannot be read.
 * @throws {DefinitionError} For what cannot be run.
 */
export async function loadExperiment(
  flags: BatchFlags,
  options: CheckedBatchFlags,
): Promise<Experiment> {
  const { experiment: file } = flags;
  if (file === undefined) return await experiment(await inputOfFlags(flags, options));
  const input = await inputOfFile(file);
  try {
    return await experiment(input as ExperimentInput);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    throw new InputError(`${file}: ${error.message}`, { cause: error });
  }
}

async function inputOfFlags(
  flags: BatchFlags,
  options: CheckedBatchFlags,
): Promise<ExperimentInput> {
  const { "experiment-name": name = "", direction, benchmark, "price-only": priceOnly } = flags;
  const timeframes = listed(flags.timeframes);
  const gridded = flags.sweep.length > 0 || flags.grid !== undefined;
  if (!gridded && (flags.where.length > 0 || options.samples !== undefined)) {
    throw new InputError("Cannot read the flags: --where and --samples need --sweep or --grid");
  }
  const bounds = (["from", "to"] as const).map((key) =>
    [key, readBound(`--${key}`, flags[key])] as const
  );
  const span = Object.fromEntries(bounds.filter(([, bound]) => bound !== undefined));
  return {
    name,
    strategies: await loadAll(required(flags.strategies, "strategies")),
    instruments: required(flags.instruments, "instruments")
      .map((data) => ({ data, priceOnly, ...span })),
    ...(timeframes.length > 0 ? { timeframes } : {}),
    grids: gridded ? [await loadGrid(flags, options)] : [],
    settings: await loadSettings(flags.config),
    params: readParams(flags.param),
    direction,
    ...(benchmark === undefined ? {} : { benchmark }),
  };
}

/** What stands between commas in all uses of a flag. */
function listed(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(",")).map((text) => text.trim()).filter((text) => text);
}

function required(texts: readonly string[], flag: string): string[] {
  const found = listed(texts);
  if (found.length > 0) return found;
  throw new InputError(
    `Cannot read the flags: --experiment-name needs --${flag}, which is missing`,
  );
}

/** The content of a file with its strategies loaded and its paths made relative to where the program runs. */
async function inputOfFile(file: string): Promise<unknown> {
  const written = await readJson(file, "the experiment");
  if (typeof written !== "object" || written === null || Array.isArray(written)) return written;
  const input = written as Record<string, unknown>;
  const folder = file.replace(/[^\\/]*$/, "");
  const { strategies, instruments } = input;
  return {
    ...input,
    ...(Array.isArray(strategies)
      ? { strategies: await loadAll(strategies.map((item) => placed(item, folder))) }
      : {}),
    ...(Array.isArray(instruments)
      ? { instruments: instruments.map((item) => placedData(item, folder)) }
      : {}),
  };
}

/** Strategies by their places; what is no place is a definition. All that cannot be loaded are told. */
async function loadAll(items: readonly unknown[]): Promise<ExperimentInput["strategies"]> {
  const problems: string[] = [];
  const loaded: unknown[] = [];
  for (const item of items) {
    try {
      loaded.push(typeof item === "string" ? await loadSwept(item) : item);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length === 1) throw new InputError(problems[0]);
  if (problems.length > 1) throw new InputError(problemList("load the strategies", problems));
  return loaded as ExperimentInput["strategies"];
}

function placedData(item: unknown, folder: string): unknown {
  if (typeof item !== "object" || item === null || !("data" in item)) return placed(item, folder);
  return { ...item, data: placed(item.data, folder) };
}

/** A path relative to a folder; URLs and whole paths stay. */
function placed(item: unknown, folder: string): unknown {
  if (typeof item !== "string" || /^(?:[\\/]|[a-z][a-z\d+.-]*:)/i.test(item)) return item;
  return folder + item;
}
