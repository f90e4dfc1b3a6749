import type { Grid } from "../grid/grid.ts";

/**
 * Finds the neighbours of sets: those that differ from it, and in every parameter by at most one step of the grid, a step
 * leading from one of the parameter's different values to the next. With two parameters a set inside the grid has eight.
 */
export function neighbourFinder(grid: Grid): (set: number) => number[] {
  const { values, count, matrix } = grid;
  const width = values.length;
  const places = values.map((list) => new Map(list.map((value, place) => [value, place])));
  const steps = Int32Array.from(matrix, (value, at) => places[at % width].get(value)!);
  const ways = 3 ** width - 1;
  // Looking at every set is the shorter way where there are more directions than sets.
  if (ways > count) return (set) => nearAmongAll(steps, { set, width, count });
  const key = (at: number, moves: readonly number[]): string => {
    let text = "";
    for (let axis = 0; axis < width; axis++) text += `${steps[at * width + axis] + moves[axis]} `;
    return text;
  };
  const still = new Array<number>(width).fill(0);
  const byKey = new Map<string, number>();
  for (let set = 0; set < count; set++) byKey.set(key(set, still), set);
  const directions = Array.from(
    { length: ways + 1 },
    (_, way) => still.map((_, axis) => Math.floor(way / 3 ** axis) % 3 - 1),
  ).filter((moves) => moves.some((move) => move !== 0));
  return (set) =>
    directions.flatMap((moves) => byKey.get(key(set, moves)) ?? []).sort((a, b) => a - b);
}

function nearAmongAll(
  steps: Int32Array,
  { set, width, count }: { readonly set: number; readonly width: number; readonly count: number },
): number[] {
  const near: number[] = [];
  for (let other = 0; other < count; other++) {
    let distance = other === set ? 2 : 0;
    for (let axis = 0; axis < width && distance < 2; axis++) {
      const apart = Math.abs(steps[other * width + axis] - steps[set * width + axis]);
      distance = Math.max(distance, apart);
    }
    if (distance < 2) near.push(other);
  }
  return near;
}
