/** First word of a frame. */
const magic = 0x184d2204;
/** Bits of the flags of a frame. */
const flags = { blockChecksum: 0x10, contentSize: 0x08, dictionary: 0x01 };
/** Bit of a block's size that says that it is stored as it is. */
const stored = 0x80000000;

/** Bytes that grow as they are written. */
interface Output {
  bytes: Uint8Array<ArrayBuffer>;
  length: number;
}

/**
 * Unpacks an LZ4 frame. Formats: github.com/lz4/lz4, doc/lz4_Frame_format.md and doc/lz4_Block_format.md. Checksums are not
 * looked at.
 *
 * @throws {RangeError} For bytes that are no such frame, or not all of it.
 */
export function lz4Frame(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) throw new RangeError("found no LZ4 frame");
  const flag = view.getUint8(4);
  // After flags and block size; a checksum of the head ends it.
  let at = 7 + (flag & flags.contentSize ? 8 : 0) + (flag & flags.dictionary ? 4 : 0);
  const out: Output = { bytes: new Uint8Array(4 * bytes.length + 64), length: 0 };
  for (;;) {
    const head = view.getUint32(at, true);
    at += 4;
    if (head === 0) return out.bytes.slice(0, out.length);
    const size = head & ~stored;
    if (at + size > bytes.length) throw new RangeError("an LZ4 block is cut off");
    const block = bytes.subarray(at, at + size);
    if (head & stored) append(out, block, 0, size);
    else unpack(block, out);
    at += size + (flag & flags.blockChecksum ? 4 : 0);
  }
}

/** Sequences of literals and of matches with what came before, which may be of an earlier block. */
function unpack(block: Uint8Array, out: Output): void {
  let at = 0;
  const lengthFrom = (nibble: number): number => {
    let length = nibble;
    if (nibble < 15) return length;
    for (let more = 255; more === 255;) length += more = byte();
    return length;
  };
  const byte = (): number => {
    if (at >= block.length) throw new RangeError("an LZ4 block is cut off");
    return block[at++];
  };
  while (at < block.length) {
    const token = byte();
    const literals = lengthFrom(token >> 4);
    if (at + literals > block.length) throw new RangeError("an LZ4 block is cut off");
    append(out, block, at, literals);
    at += literals;
    // The last sequence has no match.
    if (at === block.length) return;
    const back = byte() + 256 * byte();
    if (back === 0 || back > out.length) throw new RangeError(`found ${back} bytes back in LZ4`);
    const length = lengthFrom(token & 15) + 4;
    reserve(out, length);
    // A match may overlap what it writes, so that it goes byte by byte.
    const { bytes } = out;
    const end = out.length + length;
    for (let to = out.length; to < end; to++) bytes[to] = bytes[to - back];
    out.length = end;
  }
}

function append(out: Output, from: Uint8Array, start: number, length: number): void {
  reserve(out, length);
  out.bytes.set(from.subarray(start, start + length), out.length);
  out.length += length;
}

function reserve(out: Output, length: number): void {
  const { bytes } = out;
  if (out.length + length <= bytes.length) return;
  out.bytes = new Uint8Array(Math.max(2 * bytes.length, out.length + length));
  out.bytes.set(bytes);
}
