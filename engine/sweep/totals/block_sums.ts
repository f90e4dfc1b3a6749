import type { Sampling } from "../../stats/sampling.ts";
import type { ReturnBlock } from "../report/set_results.ts";

/** Number of equal parts of the data of which sums of returns are kept. */
export const blockCount = 16;
/** Numbers kept of a set's blocks: a sum of returns and one of their squares for each. */
export const blockLength: number = 2 * blockCount;

/** The part that each sampled return ends in. */
export function sampleBlocks({ count, ends }: Sampling, bars: number): Uint8Array {
  return Uint8Array.from(
    { length: count },
    (_, k) => Math.floor(blockCount * (ends === undefined ? k : ends[k]) / bars),
  );
}

/** Adds the returns of a set up, part by part. */
export function sumBlocks(
  returns: Float64Array,
  parts: Uint8Array,
  { blocks, at }: {
    /** The sums of all sets, and where those of this one start. */
    readonly blocks: Float64Array;
    readonly at: number;
  },
): void {
  blocks.fill(0, at, at + blockLength);
  for (let k = 0; k < returns.length; k++) {
    const block = at + 2 * parts[k];
    blocks[block] += returns[k];
    blocks[block + 1] += returns[k] * returns[k];
  }
}

/** The sums of a set by part. */
export function readBlocks(blocks: Float64Array, at: number, parts: Uint8Array): ReturnBlock[] {
  const counts = new Array<number>(blockCount).fill(0);
  for (const part of parts) counts[part]++;
  return counts.map((count, part) => {
    const place = at + 2 * part;
    return { count, sum: blocks[place], squares: blocks[place + 1] };
  });
}
