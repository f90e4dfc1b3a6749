import type { BarColumns } from "../engine/data/source_columns.ts";

const minute = 60_000;

/**
 * Minute bars of New York sessions, 9:30 to 16:00 from 2024-11-04 on, of a random walk from 100 with steps up to 0.1 %;
 * the same for the same seed.
 *
 * @param options Number of sessions, up to 80, which are before the clocks change; `seed`, an integer > 0.
 */
export function seededMinutes(
  { days, seed }: { readonly days: number; readonly seed: number },
): BarColumns {
  const time: number[] = [];
  const [open, high, low, close]: number[][] = [[], [], [], []];
  let word = seed;
  let price = 100;
  // Lehmer's generator; the product is exact.
  const random = (): number => (word = word * 48271 % 2147483647) / 2147483647;
  for (let day = 0; day < days; day++) {
    const weekend = Math.floor(day / 5) * 2;
    const start = Date.UTC(2024, 10, 4 + day + weekend, 14, 30);
    for (let bar = 0; bar < 390; bar++) {
      const next = price * (1 + (random() - 0.5) * 0.002);
      time.push(start + bar * minute);
      open.push(price);
      close.push(next);
      high.push(Math.max(price, next) * (1 + random() * 0.0003));
      low.push(Math.min(price, next) * (1 - random() * 0.0003));
      price = next;
    }
  }
  return { time, open, high, low, close };
}
