import type { Excursions } from "./excursions.ts";

/** Trades with excursions that are computed when one of them is first read. */
export function withExcursions<T extends object>(
  trades: T,
  compute: () => Excursions,
): T & Excursions {
  const reach = once(compute);
  return {
    ...trades,
    get mfe(): Float64Array {
      return reach().mfe;
    },
    get mae(): Float64Array {
      return reach().mae;
    },
  };
}

/** What a function makes, made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
