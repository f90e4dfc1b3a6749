import type { ArrowLibrary } from "../../files/arrow_bytes.ts";
import { writeWhole } from "../../files/write_whole.ts";
import type { SetResults } from "../../sweep/report/set_results.ts";
import { readStoredSets, storedBytes, type StoredSets } from "./stored_sets.ts";

/** Sets of a simulation that are on the disk before all are. */
export interface StoredPart {
  readonly from: number;
  readonly to: number;
  readonly path: string;
}

/** The file with the results of a simulation. */
export function resultPath(directory: string, id: string): string {
  return `${directory}/results/${id}.arrow`;
}

/** The files of results of a store that is locked: `results/ID.arrow`, and parts of it as long as it is not whole. */
export class ResultFiles {
  readonly #directory: string;
  readonly #arrow: ArrowLibrary;

  /** Makes the folder if there is none, and removes what a killed process had begun to write. */
  constructor(directory: string, arrow: ArrowLibrary) {
    this.#directory = directory;
    this.#arrow = arrow;
    Deno.mkdirSync(`${directory}/results`, { recursive: true });
    for (const { name } of Deno.readDirSync(`${directory}/results`)) {
      if (name.endsWith(".tmp")) Deno.removeSync(`${directory}/results/${name}`);
    }
  }

  /** Whether the results of a simulation are there. */
  has(id: string): boolean {
    try {
      return Deno.statSync(resultPath(this.#directory, id)).isFile;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return false;
      throw error;
    }
  }

  /** Reads the results of a simulation. */
  read(id: string, names: readonly string[]): Promise<StoredSets> {
    return readStoredSets(resultPath(this.#directory, id), names);
  }

  /** Writes the results of a simulation, and removes its parts. */
  write(id: string, results: SetResults): void {
    writeWhole(resultPath(this.#directory, id), storedBytes(this.#arrow, results));
    this.removeParts(id);
  }

  /** Removes the parts of a simulation. */
  removeParts(id: string): void {
    for (const { path } of this.parts(id)) Deno.removeSync(path);
  }

  /** The parts of a simulation that follow each other from its first set. */
  parts(id: string): StoredPart[] {
    const found = [...Deno.readDirSync(`${this.#directory}/results`)].flatMap(({ name }) => {
      const [, of, from, to] = /^([0-9a-f]{16})\.(\d+)-(\d+)\.arrow$/.exec(name) ?? [];
      if (of !== id) return [];
      return [{ from: Number(from), to: Number(to), path: `${this.#directory}/results/${name}` }];
    }).sort((a, b) => a.from - b.from);
    let next = 0;
    return found.filter(({ from, to }) => {
      if (from === next) next = to;
      return to === next;
    });
  }

  /** Writes sets `from` to before `to` of a simulation. */
  writePart(id: string, from: number, results: SetResults): void {
    const to = from + results.grid.count;
    const path = `${this.#directory}/results/${id}.${from}-${to}.arrow`;
    writeWhole(path, storedBytes(this.#arrow, results));
  }

  /** Reads a part of a simulation. */
  readPart({ path }: StoredPart, names: readonly string[]): Promise<StoredSets> {
    return readStoredSets(path, names);
  }

  /** Removes all results of a simulation. */
  remove(id: string): void {
    if (this.has(id)) Deno.removeSync(resultPath(this.#directory, id));
    this.removeParts(id);
  }
}
