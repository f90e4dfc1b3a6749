import { type Compiled, compileProgram } from "./compile.ts";
import { type CompiledRows, compileRows } from "./compile_rows.ts";
import type { Direction, Settings, Strategy } from "./define/types.ts";
import { candidatesOf, hoist } from "./program/hoist.ts";
import { programOf } from "./program/program_of.ts";
import { shapeOf } from "./program/shape.ts";
import { ShapeCache } from "./shape_cache.ts";

/** A strategy as machine whose indicators are computed before. */
export interface CompiledCached extends Compiled {
  /** What computes them. */
  readonly parts: readonly CompiledRows[];
}

const compiled = new ShapeCache<CompiledCached>();

/** Compiles a strategy as `compile` does, but for its indicators, which the kernel reads as rows. */
export function compileCached(
  strategy: Strategy,
  settings: Settings,
  direction: Direction = "BOTH",
): CompiledCached {
  const shape = shapeOf(strategy, settings, direction);
  return compiled.get(strategy, shape, () => {
    const whole = programOf(strategy, shape);
    const indicators = candidatesOf(whole).filter(({ indicator }) => indicator);
    const { program, parts } = hoist(whole, new Set(indicators.map(({ word }) => word)));
    return { ...compileProgram(program), parts: parts.map(compileRows) };
  });
}
