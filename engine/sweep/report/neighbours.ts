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
  const lengths = values.map(({ length }) => length);
  const whole = lengths.reduce((product, length) => product * length, 1);
  // Looking at the other sets is the shorter way where there are more directions than sets; of sets drawn at random there
  // may be more places than numbers for them.
  if (ways > count || whole > Number.MAX_SAFE_INTEGER) return nearAmongOthers(steps, lengths);
  const directions = Array.from(
    { length: ways + 1 },
    (_, way) => values.map((_, axis) => Math.floor(way / 3 ** axis) % 3 - 1),
  ).filter((moves) => moves.some((move) => move !== 0));
  const setAt = setsByPlace(steps, lengths, whole);
  return (set) => {
    const near: number[] = [];
    for (const moves of directions) {
      let place = 0;
      for (let axis = 0; axis < width && place >= 0; axis++) {
        const step = steps[set * width + axis] + moves[axis];
        const inside = step >= 0 && step < values[axis].length;
        place = inside ? place * values[axis].length + step : -1;
      }
      const found = place < 0 ? -1 : setAt(place);
      if (found >= 0) near.push(found);
    }
    return near;
  };
}

/** Finds the set at a place of the whole grid, numbered with the last parameter the fastest; -1 where there is none. */
function setsByPlace(
  steps: Int32Array,
  lengths: readonly number[],
  places: number,
): (place: number) => number {
  const width = lengths.length;
  const count = steps.length / width;
  const placeOf = (set: number): number =>
    lengths.reduce((place, length, axis) => place * length + steps[set * width + axis], 0);
  // A table where the grid fills much of it; drawn sets are few among many places.
  if (places <= 8 * count) {
    const table = new Int32Array(places).fill(-1);
    for (let set = 0; set < count; set++) table[placeOf(set)] = set;
    return (place) => table[place];
  }
  const known = new Map<number, number>();
  for (let set = 0; set < count; set++) known.set(placeOf(set), set);
  return (place) => known.get(place) ?? -1;
}

/** Looks at the sets that are near by the parameter with the most values. */
function nearAmongOthers(
  steps: Int32Array,
  lengths: readonly number[],
): (set: number) => number[] {
  const width = lengths.length;
  const widest = lengths.indexOf(Math.max(...lengths));
  const buckets = Array.from({ length: lengths[widest] ?? 0 }, (): number[] => []);
  for (let set = 0; set * width < steps.length; set++) {
    buckets[steps[set * width + widest]].push(set);
  }
  const isNear = (set: number, other: number): boolean => {
    for (let axis = 0; axis < width; axis++) {
      if (Math.abs(steps[other * width + axis] - steps[set * width + axis]) > 1) return false;
    }
    return set !== other;
  };
  return (set) => {
    const step = steps[set * width + widest];
    return [step - 1, step, step + 1].flatMap((at) =>
      (buckets[at] ?? []).filter((other) => isNear(set, other))
    );
  };
}
