/** Bytes of all shared buffers below a plain value that have not been seen; now they have. */
export function sharedBytes(value: unknown, seen: WeakSet<SharedArrayBuffer>): number {
  if (ArrayBuffer.isView(value)) {
    const { buffer } = value;
    if (!(buffer instanceof SharedArrayBuffer) || seen.has(buffer)) return 0;
    seen.add(buffer);
    return buffer.byteLength;
  }
  if (typeof value !== "object" || value === null) return 0;
  const parts = value instanceof Map ? [...value.values()] : Object.values(value);
  return parts.reduce<number>((sum, part) => sum + sharedBytes(part, seen), 0);
}
