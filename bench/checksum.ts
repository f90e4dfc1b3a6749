/** Eight hex digits of the bits of some columns: FNV-1a over their 32-bit halves. */
export function checksum(columns: readonly Float64Array[]): string {
  let hash = 0x811c9dc5;
  for (const column of columns) {
    const words = new Uint32Array(column.buffer, column.byteOffset, 2 * column.length);
    for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
