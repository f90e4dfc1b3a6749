import { compile } from "../../codegen/compile.ts";
import { compileCached } from "../../codegen/compile_cached.ts";
import type { ParamValues } from "../../codegen/define/static.ts";
import type { Direction, Settings, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { ChunkEvents, RowEvents } from "./chunk_events.ts";
import { checkChunk, defaultChunk } from "./chunk_size.ts";
import { columnArrays } from "./column_arrays.ts";
import { indicatorCacheOf } from "./indicator_cache.ts";
import type { RunOutput } from "./output.ts";
import { scaleCosts } from "./scaled_costs.ts";
import { OutputBuffers } from "./output_buffers.ts";

/** What a compiled run takes besides strategy and bars. */
export interface CompiledRunOptions {
  /** Complete run settings. */
  readonly settings: Settings;
  /** Values of the strategy's parameters, checked; defaults where left out. */
  readonly params?: ParamValues;
  /** The sides to trade; both where left out. */
  readonly direction?: Direction;
  /** Bars per call of the kernel; results do not depend on it. */
  readonly chunk?: number;
  /**
   * What every cost is multiplied by, 1 where left out. The kernel is that of the settings as they are, whatever the
   * factor: a cost of 0 among its numbers changes no bit.
   */
  readonly costs?: number;
}

/**
 * Runs a strategy through its compiled kernel, chunk by chunk.
 *
 * @throws {DefinitionError} If `chunk` is no whole number >= 1, or the direction leaves no side to trade.
 * @throws {CodeGenerationError} If code generation from strings is forbidden.
 */
export function runCompiled(
  strategy: Strategy,
  bars: Bars,
  options: CompiledRunOptions,
): RunOutput {
  const { settings, params = new Map(), direction = "BOTH", chunk = defaultChunk } = options;
  const { costs = 1 } = options;
  checkChunk(chunk, `run strategy ${JSON.stringify(strategy.name)}`);
  const scaled = scaleCosts(settings, costs);
  // Numbers may be 0 in one kernel for all costs; but orders wait for a volume only where it moves the price.
  const shaped = settings.slippage.impact > 0 ? scaled : settings;
  const cache = indicatorCacheOf(bars);
  const cached = cache && compileCached(strategy, shaped, direction);
  const compiled = cached ?? compile(strategy, shaped, direction);
  const { kernel } = compiled;
  const columns = columnArrays(compiled.columns, bars);
  const run = { params, settings: scaled, lastIndex: bars.length - 1 };
  const numbers = compiled.numbers(run);
  const rows = cached && cache!.rows(cached.parts, run);
  const state = compiled.state(settings.cash);
  const size = Math.min(chunk, bars.length);
  const { valueCount, historyCount } = compiled;
  const sizes = {
    valueCount,
    historyCount,
    history: compiled.history(params, bars.length - 1),
    rings: compiled.rings(params, bars.length - 1),
  };
  const events = rows ? new RowEvents(sizes, size) : new ChunkEvents(sizes, size);
  const buffers = new OutputBuffers(bars.length, compiled.fillsPerBar);
  const [trades, fills] = [compiled.stateIndex("trades"), compiled.stateIndex("fills")];
  for (let from = 0; from < bars.length; from += size) {
    const to = Math.min(bars.length, from + size);
    const out = buffers.reserve(to - from, { trades: state[trades], fills: state[fills] });
    if (events instanceof RowEvents) events.rows = rows!.map((row) => row.subarray(from, to));
    events.count = kernel.signals(columns, numbers, state, events, out, from, to);
    kernel.orders(columns, numbers, state, events, out, from, to);
  }
  if (bars.length > 0) {
    const out = buffers.reserve(1, { trades: state[trades], fills: state[fills] });
    kernel.finish(columns, numbers, state, events, out, 0, bars.length);
  }
  return buffers.finish(compiled, state, { bars, settings });
}
