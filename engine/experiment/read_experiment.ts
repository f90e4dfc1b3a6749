import { describe } from "../../codegen/define/describe.ts";
import { didYouMean, type Problem, throwProblems } from "../../codegen/define/problem.ts";
import {
  inside,
  readChoice,
  type Reading,
  readObject,
  report,
} from "../../codegen/define/read_object.ts";
import { strategy as makeStrategy, type StrategyInput } from "../../codegen/define/strategy.ts";
import { adopt } from "./adopt.ts";
import { readGrids } from "./read_grids.ts";
import { type Instrument, InstrumentReader } from "./instrument.ts";
import { type PlannedSimulation, type PlannedStrategy, planSimulations } from "./plan.ts";
import { readList, refuseDoubles } from "./read_list.ts";
import { readName } from "./read_name.ts";
import { readAllSettings } from "./read_settings.ts";
import { canonicalTimeframe } from "./timeframe.ts";

const keys = [
  "name",
  "strategies",
  "instruments",
  "timeframes",
  "grids",
  "settings",
  "params",
  "direction",
  "benchmark",
];

/** An experiment that has been read. */
export interface ReadExperiment {
  readonly name: string;
  readonly simulations: readonly PlannedSimulation[];
}

/** Reads and checks all that an experiment is made of. */
export async function readExperiment(input: unknown): Promise<ReadExperiment> {
  const problems: Problem[] = [];
  const root: Reading = { path: "", problems };
  const fields = readObject(input, root, keys) ?? new Map<string, unknown>();
  const name = readName(fields.get("name"), inside(root, "name"));
  const attempted = name === "" ? "read an experiment" : `read experiment ${JSON.stringify(name)}`;
  const strategies = await readStrategies(fields.get("strategies"), inside(root, "strategies"));
  const instruments = await readInstruments(fields.get("instruments"), inside(root, "instruments"));
  checkTimeframes(fields.get("timeframes"), instruments, inside(root, "timeframes"));
  const settings = readAllSettings(fields.get("settings"), inside(root, "settings"));
  const params = readParams(fields.get("params"), strategies, inside(root, "params"));
  const benchmark = readBenchmark(fields.get("benchmark"), inside(root, "benchmark"));
  const direction = readChoice(
    fields.get("direction"),
    inside(root, "direction"),
    ["BOTH", "LONG", "SHORT"] as const,
  );
  const run = { strategies, params, settings };
  const grids = readGrids(fields.get("grids"), inside(root, "grids"), run);
  throwProblems(attempted, problems);
  const parts = { ...run, instruments, grids, direction, benchmark };
  const simulations = planSimulations(parts);
  checkDifferent(simulations, problems);
  throwProblems(attempted, problems);
  return { name, simulations };
}

async function readStrategies(value: unknown, reading: Reading): Promise<PlannedStrategy[]> {
  const made: PlannedStrategy[] = [];
  for (const [index, item] of readList(value, reading, "strategies").entries()) {
    const place = inside(reading, index);
    const module = item instanceof URL ? item : undefined;
    const definition = module === undefined ? item : await imported(module, place);
    if (definition === undefined) continue;
    const strategy = adopt(place, () => makeStrategy(definition as StrategyInput));
    if (strategy !== undefined) made.push({ strategy, module });
  }
  refuseDoubles(made.map(({ strategy: { name } }) => name), reading);
  return made;
}

async function imported(module: URL, reading: Reading): Promise<unknown> {
  try {
    return (await import(module.href)).default ??
      report(reading, `Expected a strategy as the default export of ${module.href} but found none`);
  } catch (error) {
    return report(reading, `Cannot import ${module.href}: ${error}`);
  }
}

async function readInstruments(value: unknown, reading: Reading): Promise<Instrument[]> {
  const reader = new InstrumentReader();
  const made: Instrument[] = [];
  for (const [index, item] of readList(value, reading, "instruments").entries()) {
    const instrument = await reader.read(item, inside(reading, index));
    if (instrument !== undefined) made.push(instrument);
  }
  refuseDoubles(made.map(({ name }) => name), reading);
  return made;
}

/** Bars are not resampled: the time frames are those that the bars have. */
function checkTimeframes(
  value: unknown,
  instruments: readonly Instrument[],
  reading: Reading,
): void {
  if (value === undefined) return;
  readList(value, reading, "time frames").forEach((item, index) => {
    const place = inside(reading, index);
    const wanted = typeof item === "string" ? canonicalTimeframe(item) : undefined;
    if (wanted === undefined) {
      report(place, `Expected a time frame such as 1m, 4h, 1d or 1M but found ${describe(item)}`);
      return;
    }
    const others = instruments.filter(({ timeframe }) => timeframe !== wanted);
    if (others.length === 0) return;
    const found = others.slice(0, 5).map(({ name, timeframe }) => `${name} (${timeframe})`);
    const more = others.length > 5 ? ` and ${others.length - 5} more` : "";
    report(
      place,
      `Expected the time frame of the bars but found ${wanted} for ${found.join(", ")}${more}`,
      "bars are not resampled yet: give files of this time frame, or leave timeframes out",
    );
  });
}

function readParams(
  value: unknown,
  strategies: readonly PlannedStrategy[],
  reading: Reading,
): Record<string, number> {
  if (value === undefined) return {};
  const known = strategies.flatMap(({ strategy }) => Object.keys(strategy.params));
  const read = [...readObject(value, reading) ?? []];
  for (const [name, number] of read) {
    const place = inside(reading, name);
    if (typeof number !== "number" || !Number.isFinite(number)) {
      report(place, `Expected a finite number but found ${describe(number)}`);
    } else if (!known.includes(name)) {
      report(place, "Expected a parameter of a strategy", didYouMean(name, known).remedy);
    }
  }
  return Object.fromEntries(read) as Record<string, number>;
}

function readBenchmark(value: unknown, reading: Reading): string | undefined {
  if (value === undefined || (typeof value === "string" && value !== "")) return value;
  return report(reading, `Expected the name of a column but found ${describe(value)}`);
}

function checkDifferent(simulations: readonly PlannedSimulation[], problems: Problem[]): void {
  const seen = new Set<string>();
  for (const { simulation: { id, strategy, instrument } } of simulations) {
    if (seen.has(id)) {
      const message = `Expected different grids but found two that are equal for ${strategy}`;
      problems.push({ path: `grids, on ${instrument}`, message });
    }
    seen.add(id);
  }
}
