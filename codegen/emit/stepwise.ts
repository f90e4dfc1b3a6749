import type { Shape } from "../program/shape.ts";

/**
 * Whether something may happen to a held position, or wait while there is none, that the quiet loops do not look for: then
 * every bar with a position goes through the whole step.
 */
export function isStepwise(shape: Shape): boolean {
  const { financing, slippage } = shape;
  const orders = [shape.longEntry, shape.shortEntry, shape.longExit, shape.shortExit];
  const rules = [shape.trailAfter, shape.breakEven, shape.scaleOut, shape.session];
  return [...orders, ...rules].some((part) => part !== undefined) || shape.pyramid ||
    shape.tick || financing.any || slippage.impact;
}

/** Most fills on one bar: from flat an entry and an exit; stepwise, three positions in turn with all their parts. */
export function fillsPerBar(shape: Shape): number {
  return isStepwise(shape) ? 3 * (2 + (shape.scaleOut?.parts ?? 0)) + 1 : 2;
}
