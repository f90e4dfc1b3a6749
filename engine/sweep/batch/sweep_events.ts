import type { KeptSizes } from "../../../codegen/compile_rows.ts";
import type { SweepEvents } from "../../../codegen/compile_sweep.ts";
import type { Column } from "../../data/bars.ts";
import type { PriceSpans } from "./price_spans.ts";
import type { ChunkEvents } from "../../run/chunk_events.ts";

/** What all groups of sets share: arrays that are filled anew for every chunk and group, and zones of the data. */
export interface SharedEvents {
  readonly scratch: ChunkEvents;
  readonly zones: readonly Column[];
  readonly spans: PriceSpans;
}

/** Rows of a chunk with their extremes, by number of the row. */
export interface Rows {
  readonly rows: readonly Column[];
  readonly tops: readonly Column[];
  readonly bottoms: readonly Column[];
}

/** The events of a group of sets whose first passes are the same. A class, so that V8 sees one shape of object. */
export class GroupEvents implements SweepEvents {
  count = 0;
  readonly bars: Int32Array;
  readonly flags: Int32Array;
  readonly values: readonly Float64Array[];
  readonly trailLevels: Float64Array;
  readonly history: readonly Float64Array[];
  readonly rings: readonly Float64Array[];
  readonly rows: readonly Column[];
  readonly tops: readonly Column[];
  readonly bottoms: readonly Column[];
  readonly zones: readonly Column[];
  readonly spanTops: Column;
  readonly spanBottoms: Column;
  readonly chunk: number;

  /** Events of chunks of `chunk` bars. */
  constructor(
    { scratch, zones, spans }: SharedEvents,
    { rows, tops, bottoms }: Rows,
    { kept, chunk }: { readonly kept: KeptSizes; readonly chunk: number },
  ) {
    this.bars = scratch.bars;
    this.flags = scratch.flags;
    this.values = scratch.values;
    this.trailLevels = scratch.trailLevels;
    this.history = Array.from(
      { length: kept.historyCount },
      () => new Float64Array(kept.history + chunk),
    );
    this.rings = kept.rings.map((length) => new Float64Array(length));
    this.rows = rows;
    this.tops = tops;
    this.bottoms = bottoms;
    this.zones = zones;
    this.spanTops = spans.tops;
    this.spanBottoms = spans.bottoms;
    this.chunk = chunk;
  }
}
