/** Bytes of all shared buffers below a plain value; each is counted once. */
export function sharedBytes(value: unknown): number {
  const buffers = new Set<SharedArrayBuffer>();
  const visit = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof SharedArrayBuffer) buffers.add(part.buffer);
    } else if (part instanceof Map) part.forEach(visit);
    else if (typeof part === "object" && part !== null) Object.values(part).forEach(visit);
  };
  visit(value);
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
