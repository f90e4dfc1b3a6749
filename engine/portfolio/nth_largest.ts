/**
 * The k-th largest of the first values of an array, k from 1, by C. A. R. Hoare's quickselect (Find, Communications of the
 * ACM 4, 1961), with the median of three as pivot.
 *
 * @param values Values, none of them NaN; their order is lost.
 * @param count How many of them count, at least `k`.
 * @param k Place in descending order.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(nthLargest(Float64Array.of(3, 8, 1, 8, 99), 4, 2), 8);
 * ```
 */
export function nthLargest(values: Float64Array, count: number, k: number): number {
  const place = count - k;
  let left = 0;
  let right = count - 1;
  while (left < right) {
    const pivot = median(values[left], values[(left + right) >> 1], values[right]);
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const value = values[i];
      values[i++] = values[j];
      values[j--] = value;
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else break;
  }
  return values[place];
}

function median(a: number, b: number, c: number): number {
  if (a < b) return b < c ? b : a < c ? c : a;
  return a < c ? a : b < c ? c : b;
}
