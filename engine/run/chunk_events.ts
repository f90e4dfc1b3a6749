import type { Compiled } from "../../codegen/compile.ts";
import type { Events } from "../../codegen/kernel.ts";

/** How many arrays of each kind a kernel takes, and how long they are beside the chunk. */
export interface EventSizes extends Pick<Compiled, "valueCount" | "historyCount"> {
  /** Bars before a chunk that a kernel reads back. */
  readonly history: number;
  /** Lengths of the rings. */
  readonly rings: readonly number[];
}

/** Room for the events of a chunk. A class, so that V8 sees one shape of object in every run. */
export class ChunkEvents implements Events {
  count = 0;
  readonly bars: Int32Array;
  readonly flags: Int32Array;
  readonly values: readonly Float64Array[];
  readonly trailLevels: Float64Array;
  readonly history: readonly Float64Array[];
  readonly rings: readonly Float64Array[];

  /** Room for chunks of at most `chunk` bars. */
  constructor({ valueCount, historyCount, history, rings }: EventSizes, chunk: number) {
    this.bars = new Int32Array(chunk);
    this.flags = new Int32Array(chunk);
    this.values = columns(valueCount, chunk);
    this.trailLevels = new Float64Array(chunk);
    this.history = columns(historyCount, history + chunk);
    this.rings = rings.map((length) => new Float64Array(length));
  }
}

/** Events of a run whose indicators are computed before. */
export class RowEvents extends ChunkEvents {
  /** The indicators on the bars of the chunk, from its first bar on. */
  rows: readonly Float64Array[] = [];
}

function columns(count: number, length: number): Float64Array[] {
  return Array.from({ length: count }, () => new Float64Array(length));
}
