import { DataError } from "./data_error.ts";
import { lz4Frame } from "./lz4_frame.ts";

/** What is read from a file, for errors. */
export interface ArrowOrigin {
  /** Name of the file. */
  readonly source: string;
  /** What could not be done, if not using its bars. */
  readonly attempted?: string;
}

// What is used of npm:apache-arrow, whose types nobody needs who reads no such files.
interface ArrowType {
  readonly typeId: number;
  readonly unit?: number;
}
interface ArrowData {
  readonly length: number;
  readonly nullCount: number;
  readonly values: ArrayLike<number | bigint>;
  readonly dictionary?: ArrowVector;
  getValid(row: number): boolean;
}
interface ArrowVector {
  readonly type: ArrowType;
  readonly length: number;
  readonly data: readonly ArrowData[];
  get(row: number): unknown;
}
interface ArrowLibrary {
  readonly compressionRegistry: {
    get(type: number): unknown;
    set(type: number, codec: { decode(bytes: Uint8Array): Uint8Array }): void;
  };
  tableFromIPC(bytes: Uint8Array): ArrowTable;
}
interface ArrowTable {
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  getChildAt(index: number): ArrowVector | null;
}

/** Ids of types in the format, and that of the library for a dictionary. */
const typeIds = { int: 2, float: 3, date: 8, timestamp: 10, dictionary: -1 };

/** Whether a path is that of an Arrow IPC file by its name: `.arrow`, `.feather` or `.ipc`. */
export function isArrowPath(path: string): boolean {
  return /\.(?:arrow|feather|ipc)$/i.test(path);
}

/**
 * The columns of an Arrow IPC file or stream, in its order: numbers as doubles (missing ones NaN), timestamps and dates as
 * milliseconds since the epoch (local ones as UTC), everything else, dictionaries too, as the values themselves. Whole
 * numbers in a column named for a time become texts, which are read as those of CSV files: seconds to nanoseconds.
 *
 * @throws {DataError} Where the bytes are no such file, not all of it, have a name twice, or the library that reads it
 * cannot be loaded.
 */
export async function arrowColumns(
  bytes: Uint8Array,
  origin: ArrowOrigin,
): Promise<Map<string, ArrayLike<unknown>>> {
  const refuse = (value: string, expected: string, cause?: unknown): never => {
    throw new DataError([{ value, expected }], { ...origin, cause });
  };
  if (!isArrow(bytes)) refuse(startOf(bytes), "an Arrow IPC file or stream");
  const table = await readTable(bytes, refuse);
  const columns = new Map<string, ArrayLike<unknown>>();
  table.schema.fields.forEach(({ name }, index) => {
    if (columns.has(name)) refuse(name, "one column of a name");
    const vector = table.getChildAt(index);
    if (vector !== null) columns.set(name, valuesOf(vector, name));
  });
  return columns;
}

async function readTable(
  bytes: Uint8Array,
  refuse: (value: string, expected: string, cause: unknown) => never,
): Promise<ArrowTable> {
  // A literal specifier would be fetched whenever a program that can reach this file starts.
  const specifier = "npm:apache-arrow@21.2.0";
  let library: ArrowLibrary;
  try {
    library = await import(specifier);
    await addCodecs(library);
  } catch (error) {
    return refuse(String(error), `${specifier}, which reads such files`, error);
  }
  try {
    return library.tableFromIPC(bytes);
  } catch (error) {
    return refuse(String(error), "an Arrow file that is whole", error);
  }
}

/** What unpacks compressed files, by the format's number; what a program has registered itself stays. */
async function addCodecs({ compressionRegistry }: ArrowLibrary): Promise<void> {
  const { zstdDecompressSync } = await import("node:zlib");
  const codecs = [lz4Frame, (bytes: Uint8Array) => new Uint8Array(zstdDecompressSync(bytes))];
  codecs.forEach((decode, type) => {
    if (compressionRegistry.get(type) === null) compressionRegistry.set(type, { decode });
  });
}

/** Files begin with their name, streams with a mark that a message follows. */
function isArrow(bytes: Uint8Array): boolean {
  return startOf(bytes) === "ARROW1" || startOf(bytes).startsWith("\xff\xff\xff\xff");
}

function startOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 6));
}

function valuesOf(vector: ArrowVector, name: string): ArrayLike<unknown> {
  const { typeId, unit = 0 } = vector.type;
  if (typeId === typeIds.timestamp) return numbers(vector, timestamps[unit]);
  // Days, or milliseconds.
  if (typeId === typeIds.date) return numbers(vector, unit === 0 ? days : Number);
  if (typeId === typeIds.dictionary) return chosen(vector);
  const isNumber = typeId === typeIds.int || typeId === typeIds.float;
  const isTime = /^(?:time|date|datetime|timestamp)$/i.test(name.trim());
  if (isNumber && isTime) return mapped(vector, String);
  // Floats of 16 bits are kept as whole numbers.
  const isHalf = typeId === typeIds.float &&
    vector.data.some(({ values }) => values instanceof Uint16Array);
  if (isNumber && !isHalf) return numbers(vector, Number);
  return Array.from({ length: vector.length }, (_, row) => vector.get(row));
}

type Read<Value> = (value: number | bigint) => Value;

const days: Read<number> = (value) => Number(value) * 86_400_000;
/** By unit: seconds, milliseconds, microseconds, and nanoseconds, of which a double holds the microseconds. */
const timestamps: readonly Read<number>[] = [
  (value) => Number(value) * 1000,
  Number,
  (value) => Number(value) / 1000,
  (value) => Number(BigInt(value) / 1000n) / 1000,
];

/** Every value as a double; missing ones NaN. */
function numbers(vector: ArrowVector, read: Read<number>): Float64Array {
  const found = new Float64Array(vector.length);
  let next = 0;
  for (const data of vector.data) {
    const { values, nullCount } = data;
    if (read === Number && nullCount === 0 && values instanceof Float64Array) {
      found.set(values.subarray(0, data.length), next);
      next += data.length;
      continue;
    }
    for (let row = 0; row < data.length; row++) {
      found[next++] = nullCount > 0 && !data.getValid(row) ? NaN : read(values[row]);
    }
  }
  return found;
}

/** Every value as something else; missing ones null. */
function mapped<Value>(vector: ArrowVector, read: Read<Value>): (Value | null)[] {
  return vector.data.flatMap((data) => mappedPart(data, read));
}

/** Values of a dictionary, of which each entry is read once. */
function chosen(vector: ArrowVector): unknown[] {
  return vector.data.flatMap((data) => {
    const { dictionary } = data;
    const entries = Array.from({ length: dictionary?.length ?? 0 }, (_, at) => dictionary?.get(at));
    return mappedPart(data, (key) => entries[Number(key)]);
  });
}

function mappedPart<Value>(data: ArrowData, read: Read<Value>): (Value | null)[] {
  const { length, nullCount, values } = data;
  return Array.from(
    { length },
    (_, row) => nullCount > 0 && !data.getValid(row) ? null : read(values[row]),
  );
}
