import type { ExpressionInput } from "../../codegen/define/scope.ts";
import { inside, readObject, report } from "../../codegen/define/read_object.ts";
import { type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { type Grid, grid, type GridAxes, type GridOptions } from "../../engine/sweep/grid/grid.ts";
import { inFile } from "../command/in_file.ts";
import { readJson } from "../command/read_json.ts";
import type { CheckedSweepFlags, SweepFlags } from "./check_flags.ts";
import { readAxes } from "./read_axes.ts";

/** A grid as a file has it. */
interface GridFile extends GridOptions {
  readonly axes?: GridAxes;
}

/**
 * The grid of the flags, and of the grid file if there is one.
 *
 * @throws {InputError} If the file cannot be read or used.
 * @throws {DefinitionError} If there are no sets or too many, or anything of them is wrong.
 */
export async function loadGrid(
  flags: Pick<SweepFlags, "sweep" | "grid" | "where">,
  { samples, seed, limit }: Pick<CheckedSweepFlags, "samples" | "seed" | "limit">,
): Promise<Grid> {
  const axes = readAxes(flags.sweep);
  const file = flags.grid === undefined ? {} : await readGridFile(flags.grid);
  const where = [...conditionsOf(file.where), ...flags.where];
  const numbers = {
    samples: samples ?? file.samples,
    seed: seed ?? file.seed,
    limit: limit ?? file.limit,
  };
  const given = Object.entries(numbers).filter(([, value]) => value !== undefined);
  const make = (): Grid =>
    grid({ ...file.axes, ...axes }, {
      ...(where.length === 0 ? {} : { where }),
      ...Object.fromEntries(given),
    });
  return flags.grid === undefined ? make() : inFile(flags.grid, make);
}

function conditionsOf(where: GridOptions["where"]): ExpressionInput[] {
  if (where === undefined) return [];
  return Array.isArray(where) ? where : [where as ExpressionInput];
}

async function readGridFile(path: string): Promise<GridFile> {
  const written = await readJson(path, "the grid");
  return inFile(path, () => {
    const problems: Problem[] = [];
    const root = { path: "", problems };
    const names = ["axes", "where", "samples", "seed", "limit"];
    const fields = readObject(written, root, names);
    if (fields !== undefined && !fields.has("axes")) {
      report(inside(root, "axes"), "Expected the values of each parameter but found nothing");
    }
    throwProblems("read a grid", problems);
    return written as GridFile;
  });
}
