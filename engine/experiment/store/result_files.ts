import type { ArrowLibrary } from "../../files/arrow_bytes.ts";
import { syncDirectory, writeWhole } from "../../files/write_whole.ts";
import type { SetResults } from "../../sweep/report/set_results.ts";
import { readStoredSets, storedBytes, type StoredSets } from "./stored_sets.ts";

/** Sets of a simulation that are on the disk before all are, from `from` to before `to`. */
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
  readonly #whole = new Set<string>();
  readonly #parts = new Map<string, StoredPart[]>();

  /** Makes the folder if there is none, sees what it has, and removes what a killed process had begun to write. */
  constructor(directory: string, arrow: ArrowLibrary) {
    this.#directory = directory;
    this.#arrow = arrow;
    Deno.mkdirSync(`${directory}/results`, { recursive: true });
    syncDirectory(directory);
    for (const { name } of Deno.readDirSync(`${directory}/results`)) {
      const path = `${directory}/results/${name}`;
      if (name.endsWith(".tmp")) Deno.removeSync(path);
      const [, id, from, to] = /^([0-9a-f]{16})(?:\.(\d+)-(\d+))?\.arrow$/.exec(name) ?? [];
      if (id === undefined) continue;
      if (from === undefined) this.#whole.add(id);
      else this.#addPart(id, { from: Number(from), to: Number(to), path });
    }
  }

  /** Whether the results of a simulation are there. */
  has(id: string): boolean {
    return this.#whole.has(id);
  }

  /** Reads the results of a simulation. */
  read(id: string, names: readonly string[]): Promise<StoredSets> {
    return readStoredSets(resultPath(this.#directory, id), names);
  }

  /** Writes the results of a simulation, and removes its parts. */
  write(id: string, results: SetResults): void {
    writeWhole(resultPath(this.#directory, id), storedBytes(this.#arrow, results));
    this.#whole.add(id);
    this.removeParts(id);
  }

  /** The parts of a simulation that follow each other from its first set. */
  parts(id: string): readonly StoredPart[] {
    let next = 0;
    return (this.#parts.get(id) ?? []).filter(({ from, to }) => {
      const follows = from === next;
      if (follows) next = to;
      return follows;
    });
  }

  /** Writes sets `from` and following of a simulation. */
  writePart(id: string, from: number, results: SetResults): void {
    const to = from + results.grid.count;
    const path = `${this.#directory}/results/${id}.${from}-${to}.arrow`;
    writeWhole(path, storedBytes(this.#arrow, results));
    this.#addPart(id, { from, to, path });
  }

  /** Reads a part of a simulation. */
  readPart({ path }: StoredPart, names: readonly string[]): Promise<StoredSets> {
    return readStoredSets(path, names);
  }

  /** Removes the parts of a simulation. */
  removeParts(id: string): void {
    for (const { path } of this.#parts.get(id) ?? []) Deno.removeSync(path);
    this.#parts.delete(id);
  }

  /** Removes all results of a simulation. */
  remove(id: string): void {
    if (this.#whole.delete(id)) Deno.removeSync(resultPath(this.#directory, id));
    this.removeParts(id);
  }

  #addPart(id: string, part: StoredPart): void {
    const parts = [...this.#parts.get(id) ?? [], part].sort((a, b) => a.from - b.from);
    this.#parts.set(id, parts);
  }
}
