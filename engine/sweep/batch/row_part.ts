import type { CompiledRows, KeptSizes } from "../../../codegen/compile_rows.ts";
import type { Column } from "../../data/bars.ts";
import type { ChunkEvents } from "../../run/chunk_events.ts";
import { PriceSpans } from "./price_spans.ts";
import { zoneExtremes } from "../zone_extremes.ts";
import { GroupEvents } from "./sweep_events.ts";

const noSpans = new PriceSpans(0);

/** Rows of one variant of a part: what computes them, and where they are. */
export class RowPart {
  readonly #compiled: CompiledRows;
  readonly #columns: readonly Column[];
  readonly #numbers: Float64Array;
  readonly #state: Float64Array;
  readonly #events: GroupEvents;
  /** The values of a chunk, from its first bar on. */
  readonly rows: readonly Column[];
  /** Their extremes in zones of 8 bars. */
  readonly tops: readonly Column[];
  readonly bottoms: readonly Column[];

  /** Room for chunks of `chunk` bars, a multiple of 8. */
  constructor(
    compiled: CompiledRows,
    { columns, numbers, kept, scratch, chunk }: {
      readonly columns: readonly Column[];
      readonly numbers: Float64Array;
      readonly kept: KeptSizes;
      readonly scratch: ChunkEvents;
      readonly chunk: number;
    },
  ) {
    const room = (length: number): Column[] => compiled.rows.map(() => new Float64Array(length));
    this.#compiled = compiled;
    this.#columns = columns;
    this.#numbers = numbers;
    this.#state = compiled.state();
    const none = { rows: [], tops: [], bottoms: [] };
    this.#events = new GroupEvents({ scratch, zones: [], spans: noSpans }, none, { kept, chunk });
    this.rows = room(chunk);
    this.tops = room(chunk / 8);
    this.bottoms = room(chunk / 8);
  }

  /** Computes the chunk from bar `from` to before `to`. */
  compute(from: number, to: number): void {
    const { evaluate } = this.#compiled;
    evaluate(this.#columns, this.#numbers, this.#state, this.#events, this.rows, from, to);
    for (let row = 0; row < this.rows.length; row++) {
      const values = this.rows[row];
      zoneExtremes(values, values, this.tops[row], this.bottoms[row], (to - from) & ~7);
    }
  }
}
