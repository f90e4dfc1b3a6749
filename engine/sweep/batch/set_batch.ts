import type { KeptSizes } from "../../../codegen/compile_rows.ts";
import type { CompiledSweep, SweepPlan } from "../../../codegen/compile_sweep.ts";
import type { NumberSlot } from "../../../codegen/program/program.ts";
import { ChunkEvents } from "../../run/chunk_events.ts";
import { columnArrays } from "../../run/column_arrays.ts";
import { hasFinancing } from "../../run/scaled_costs.ts";
import { ChunkLog } from "./chunk_log.ts";
import type { SweepJob } from "../job.ts";
import { paramsOf } from "../params_of.ts";
import { endRow } from "../totals/end_row.ts";
import { blockLength } from "../totals/block_sums.ts";
import type { Followed } from "../totals/followed.ts";
import { countedByKernel, slot } from "../totals/slots.ts";
import { takeFills } from "../totals/take_fills.ts";
import { type PositionPlaces, takeHeld } from "../totals/take_held.ts";
import { takeTrades } from "../totals/take_trades.ts";
import { groupRows, type RowGroups } from "./group_rows.ts";
import { PriceSpans } from "./price_spans.ts";
import { RowPart } from "./row_part.ts";
import type { SetNumbers } from "./set_numbers.ts";
import { type SetRun, startSets } from "./set_run.ts";
import { type GroupPiece, piecesOf, type SetGroup } from "./set_group.ts";
import { GroupEvents, type Rows } from "./sweep_events.ts";
import { worthComputing } from "./worth_computing.ts";

/** What a first pass without windows of its own keeps between chunks. */
const nothingKept: KeptSizes = { historyCount: 0, history: 0, rings: [] };

/** Where a kernel keeps what is read between its chunks. */
interface StatePlaces extends PositionPlaces {
  readonly trades: number;
  readonly fills: number;
  readonly tradesBefore: number;
}

/** Bars times sets after which a batch gives way: some ten milliseconds. */
const pieceWork = 4_000_000;

/**
 * Sets that go through the data together, chunk by chunk: first the distinct rows of indicators that any of them reads, then
 * the signals of each group of sets that share them, then every set's orders and totals.
 */
export class SetBatch {
  readonly #job: SweepJob;
  readonly #compiled: CompiledSweep;
  readonly #columns: readonly Float64Array[];
  readonly #log: ChunkLog;
  readonly #scratch: ChunkEvents;
  readonly #spans: PriceSpans;
  readonly #parts: RowPart[];
  readonly #groups: SetGroup[];
  readonly #at: StatePlaces;

  /**
   * Makes sets ready that have one plan.
   *
   * @param sets Their numbers; `many`: whether they are worth spans of prices; `followed` is what they are measured against,
   * by settings.
   */
  constructor(
    job: SweepJob,
    plan: SweepPlan,
    { sets, many, numbers, followed }: {
      readonly sets: readonly number[];
      readonly many: boolean;
      readonly numbers: SetNumbers;
      readonly followed: readonly Followed[];
    },
  ) {
    const { bars, chunk } = job;
    this.#job = job;
    const known = new Map<NumberSlot, Float64Array>();
    const find = (slots: readonly NumberSlot[]): void => {
      const unknown = [...new Set(slots)].filter((slot) => !known.has(slot));
      numbers.columns(unknown, sets).forEach((made, index) => known.set(unknown[index], made));
    };
    const column = (slot: NumberSlot): Float64Array => known.get(slot)!;
    find(plan.candidates.flatMap((candidate) => candidate.numbers));
    this.#compiled = plan.compile(worthComputing(plan, sets.length, column), many);
    find([
      ...this.#compiled.numbers,
      ...this.#compiled.parts.flatMap((part) => part.numbers),
    ]);
    const { columns: sources, fillsPerBar, stepwise, spans, stateIndex } = this.#compiled;
    this.#spans = new PriceSpans(spans ? chunk : 0);
    this.#at = {
      trades: stateIndex("trades"),
      fills: stateIndex("fills"),
      tradesBefore: stateIndex("tradesBefore"),
      cash: stateIndex("cash"),
      quantity: stateIndex("quantity"),
      entryIndex: stateIndex("entryIndex"),
      heldTop: stateIndex("heldTop"),
      heldBottom: stateIndex("heldBottom"),
    };
    this.#columns = columnArrays(sources, bars);
    const { financing } = job.settings[job.variants[sets[0]]];
    const financed = hasFinancing(financing);
    this.#log = new ChunkLog({ bars: bars.length, chunk, fillsPerBar, stepwise, financed });
    const { valueCount } = this.#compiled;
    this.#scratch = new ChunkEvents({ valueCount, ...nothingKept }, chunk);
    const variants = this.#compiled.parts.map(({ numbers }) =>
      groupRows(numbers.map(column), sets.length)
    );
    const parts = variants.map(({ first }, index) =>
      this.#rowParts(index, { first, sets, column })
    );
    this.#parts = parts.flat();
    const read = this.#compiled.signalNumbers.map((at) => column(this.#compiled.numbers[at]));
    const groups = groupRows([...read, ...variants.map(({ of }) => of)], sets.length);
    this.#groups = this.#makeGroups(groups, { sets, parts, variants });
    const made = { sets, columns: this.#compiled.numbers.map(column), followed };
    startSets(job, this.#compiled, made).forEach((run, row) =>
      this.#groups[groups.of[row]].sets.push(run)
    );
  }

  #rowParts(
    index: number,
    { first, sets, column }: {
      readonly first: readonly number[];
      readonly sets: readonly number[];
      readonly column: (number: NumberSlot) => Float64Array;
    },
  ): RowPart[] {
    const part = this.#compiled.parts[index];
    const { bars, chunk } = this.#job;
    const columns = columnArrays(part.columns, bars);
    const numbers = part.numbers.map(column);
    return first.map((row) =>
      new RowPart(part, {
        columns,
        numbers: Float64Array.from(numbers, (values) => values[row]),
        kept: part.kept(paramsOf(this.#job, sets[row]), bars.length - 1),
        scratch: this.#scratch,
        chunk,
      })
    );
  }

  #makeGroups(
    { first }: RowGroups,
    { sets, parts, variants }: {
      readonly sets: readonly number[];
      readonly parts: readonly (readonly RowPart[])[];
      readonly variants: readonly RowGroups[];
    },
  ): SetGroup[] {
    const { bars, zones: { range, close }, chunk } = this.#job;
    const { keeps } = this.#compiled;
    const shared = {
      scratch: this.#scratch,
      spans: this.#spans,
      zones: [range.top8, range.bottom8, close.top8, close.bottom8],
    };
    return first.map((row) => {
      const kept = keeps
        ? this.#compiled.kept(paramsOf(this.#job, sets[row]), bars.length - 1)
        : nothingKept;
      const own = parts.map((part, index) => part[variants[index].of[row]]);
      const rows = this.#rowsOf(own);
      return { events: new GroupEvents(shared, rows, { kept, chunk }), sets: [] };
    });
  }

  /** The rows of the parts by their numbers. */
  #rowsOf(own: readonly RowPart[]): Rows {
    const { rowCount, parts } = this.#compiled;
    const all = {
      rows: new Array(rowCount),
      tops: new Array(rowCount),
      bottoms: new Array(rowCount),
    };
    own.forEach((part, index) =>
      parts[index].rows.forEach((row, result) => {
        all.rows[row] = part.rows[result];
        all.tops[row] = part.tops[result];
        all.bottoms[row] = part.bottoms[result];
      })
    );
    return all;
  }

  /** Runs all bars; gives way after each piece of work, with the number of sets that have passed a chunk since. */
  *run(): Generator<number> {
    const { bars, chunk } = this.#job;
    const { length } = bars;
    const pieces = this.#groups.flatMap(piecesOf);
    const most = Math.ceil(pieceWork / chunk);
    for (let from = 0; from < length; from += chunk) {
      const to = Math.min(length, from + chunk);
      for (const part of this.#parts) part.compute(from, to);
      this.#spans.compute(bars, from, to);
      let passed = 0;
      for (const piece of pieces) {
        this.#runPiece(piece, from, to);
        passed += piece.sets.length;
        if (passed < most) continue;
        yield passed;
        passed = 0;
      }
      if (passed > 0) yield passed;
    }
    if (length === 0) {
      for (const { sets } of this.#groups) {
        sets.forEach((set) => this.#end(set));
      }
    }
  }

  #runPiece({ events, sets, isFirst }: GroupPiece, from: number, to: number): void {
    const { kernel: { signals, orders, finish } } = this.#compiled;
    const { trades, fills, tradesBefore } = this.#at;
    const { bars: { length } } = this.#job;
    const log = this.#log;
    const { out } = log;
    const columns = this.#columns;
    if (isFirst) {
      events.count = signals(columns, sets[0].numbers, sets[0].state, events, out, from, to);
    }
    for (let index = 0; index < sets.length; index++) {
      const { numbers, state, followed, place } = sets[index];
      orders(columns, numbers, state, events, out, from, to);
      if (to === length) finish(columns, numbers, state, events, out, 0, to);
      if (log.held === undefined) takeFills(followed, place, log, state[fills], to);
      else takeHeld(followed, place, log.trades, log.held, state[trades], state, this.#at, to);
      takeTrades(followed, place.rows, place.at, log, state[trades]);
      state[tradesBefore] += state[trades];
      state[fills] = state[trades] = 0;
      if (to === length) this.#end(sets[index]);
    }
  }

  #end({ set, state, followed, place }: SetRun): void {
    const { blocks } = this.#job.store;
    endRow(followed, place, { blocks, blocksAt: set * blockLength, equity: this.#log.equity });
    for (const word of countedByKernel) {
      place.rows[place.at + slot[word]] = state[this.#compiled.stateIndex(word)];
    }
  }
}
