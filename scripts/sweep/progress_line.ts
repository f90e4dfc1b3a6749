import { plural } from "../../engine/stats/plural.ts";
import type { SweepProgress } from "../../engine/sweep/progress.ts";

/** Milliseconds between two lines where there is no terminal. */
const lineEvery = 5000;
/** Characters of the bar. */
const width = 24;

/** What a bar shows. */
interface Shown {
  /** Share of the work that is done. */
  readonly done: number;
  /** Milliseconds since the start. */
  readonly elapsed: number;
}

/** Tells on standard error how far work is: a bar in a terminal, a line every five seconds elsewhere. */
export class ProgressLine<P extends Shown> {
  readonly #text: (progress: P) => string;
  readonly #terminal = Deno.stderr.isTerminal();
  #last = 0;
  #shown = false;

  /** `text` says it in words. */
  constructor(text: (progress: P) => string) {
    this.#text = text;
  }

  /** Takes how far the work is. */
  readonly take = (progress: P): void => {
    const text = this.#text(progress);
    if (this.#terminal) {
      write(`\r\x1b[K${barOf(progress.done)} ${text}`);
      this.#shown = true;
    } else if (progress.elapsed - this.#last >= lineEvery) {
      write(`${text}\n`);
      this.#last = progress.elapsed;
    }
  };

  /** Clears the bar. */
  end(): void {
    if (this.#shown) write("\r\x1b[K");
    this.#shown = false;
  }
}

/**
 * How far a sweep is, in words.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   progressText({ sets: 2500, done: 0.25, elapsed: 2000, rate: 1.02e9, left: 6000 }),
 *   "25%, 625 of 2,500 sets, 1.02e9 bars x sets/s, 6 s left",
 * );
 * ```
 */
export function progressText({ sets, done, rate, left }: SweepProgress): string {
  const share = `${Math.floor(done * 100)}%`;
  const count = `${grouped(Math.floor(done * sets))} of ${plural(sets, "set")}`;
  const speed = `${rate.toExponential(2).replace("+", "")} bars x sets/s`;
  return [share, count, speed, ...(Number.isNaN(left) ? [] : [`${duration(left)} left`])].join(
    ", ",
  );
}

/** A duration in the unit that suits it. */
export function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** A whole number with commas between thousands. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

function barOf(done: number): string {
  const full = Math.floor(done * width);
  return `[${"#".repeat(full)}${".".repeat(width - full)}]`;
}

const encoder = new TextEncoder();

function write(text: string): void {
  Deno.stderr.writeSync(encoder.encode(text));
}
