import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import * as arrow from "npm:apache-arrow@21.2.0";
import { lz4Frame } from "../engine/data/lz4_frame.ts";
import { DataError, parsePanel, readBars, readPanel } from "../mod.ts";
import { assertSamePanel } from "./panel_cases.ts";
import { directoryOf } from "./script_run.ts";

const days = ["2001-03-05", "2001-03-05", "2001-03-06", "2001-03-07"];
const symbols = ["MSFT", "AAPL", "AAPL", "MSFT"];
const close = [50.5, 10, 11, 51];
const csv = "date,symbol,close,volume,score\n" +
  days.map((day, row) => `${day},${symbols[row]},${close[row]},${row * 100},${row || ""}\n`)
    .join("");
const expected = parsePanel(csv, { priceOnly: true });
const ms = days.map((day) => Date.parse(day));

/** The table with its times as given. */
function bytesOf(time: arrow.Vector, options: { readonly dictionary?: boolean } = {}): Uint8Array {
  const { dictionary = true } = options;
  const table = new arrow.Table({
    date: time,
    symbol: dictionary
      ? arrow.vectorFromArray(symbols)
      : arrow.vectorFromArray(symbols, new arrow.Utf8()),
    close: arrow.makeVector(Float64Array.from(close)),
    volume: arrow.makeVector(BigInt64Array.from(symbols, (_, row) => BigInt(row * 100))),
    score: arrow.vectorFromArray(symbols.map((_, row) => row || null), new arrow.Float64()),
  });
  return arrow.tableToIPC(table, "file");
}

function stamps(unit: arrow.TimeUnit, scale: bigint): arrow.Vector {
  const values = BigInt64Array.from(ms, (time) => BigInt(time) * scale);
  const data = unit === arrow.TimeUnit.SECOND ? values.map((value) => value / 1000n) : values;
  const type = new arrow.Timestamp(unit, "UTC");
  return arrow.makeVector(arrow.makeData({ type, length: data.length, nullCount: 0, data }));
}

/** A long table of which something is missing. */
function withNull(symbols: (string | null)[], closes: (number | null)[]): Uint8Array {
  const table = new arrow.Table({
    time: stamps(arrow.TimeUnit.MILLISECOND, 1n),
    symbol: arrow.vectorFromArray(symbols),
    close: arrow.vectorFromArray(closes, new arrow.Float64()),
  });
  return arrow.tableToIPC(table, "file");
}

async function withFiles(
  files: Readonly<Record<string, Uint8Array | string>>,
  run: (path: string) => Promise<void>,
): Promise<void> {
  using directory = await directoryOf({});
  for (const [name, bytes] of Object.entries(files)) {
    const content = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
    await Deno.writeFile(`${directory.path}/${name}`, content);
  }
  await run(directory.path);
}

const priceOnly = true;

Deno.test("readPanel() reads a long Arrow file as a CSV file, whatever its times and texts are kept as", async () => {
  const times: Record<string, arrow.Vector> = {
    seconds: stamps(arrow.TimeUnit.SECOND, 1n),
    milliseconds: stamps(arrow.TimeUnit.MILLISECOND, 1n),
    microseconds: stamps(arrow.TimeUnit.MICROSECOND, 1000n),
    nanoseconds: stamps(arrow.TimeUnit.NANOSECOND, 1_000_000n),
    days: arrow.vectorFromArray(ms.map((time) => new Date(time)), new arrow.DateDay()),
    dates: arrow.vectorFromArray(ms.map((time) => new Date(time)), new arrow.DateMillisecond()),
    texts: arrow.vectorFromArray(days, new arrow.Utf8()),
    epochs: arrow.makeVector(BigInt64Array.from(ms, (time) => BigInt(time) / 1000n)),
  };
  const files = Object.fromEntries(
    Object.entries(times).map(([name, time], at) => [
      `${name}.${["arrow", "FEATHER", "ipc"][at % 3]}`,
      bytesOf(time, { dictionary: at % 2 === 0 }),
    ]),
  );
  await withFiles(files, async (directory) => {
    for (const name of Object.keys(files)) {
      const panel = await readPanel(`${directory}/${name}`, { priceOnly });
      assertSamePanel(panel, expected);
    }
    const span = { from: "2001-03-06", to: "2001-03-06" };
    const part = await readPanel(`${directory}/days.FEATHER`, { priceOnly, ...span });
    assertSamePanel(part, parsePanel(csv, { priceOnly, ...span }));
  });
});

Deno.test("readPanel() keeps parts of a second, also of streams in several batches", async () => {
  const type = new arrow.Timestamp(arrow.TimeUnit.NANOSECOND);
  const batch = (from: number): arrow.RecordBatch => {
    const data = BigInt64Array.from(
      [0, 1],
      (row) => 1_700_000_000_000_123_456n + BigInt(from + row),
    );
    const table = new arrow.Table({
      time: arrow.makeVector(arrow.makeData({ type, length: 2, nullCount: 0, data })),
      symbol: arrow.vectorFromArray([`S${from}`, `T${from}`], new arrow.Utf8()),
      close: arrow.makeVector(Float64Array.of(from + 1, from + 2)),
    });
    return table.batches[0];
  };
  const stream = arrow.tableToIPC(new arrow.Table([batch(0), batch(2000)]), "stream");
  await withFiles({ "a.arrow": stream }, async (directory) => {
    const panel = await readPanel(`${directory}/a.arrow`, { priceOnly });
    assertEquals([...panel.symbols], ["S0", "T0", "S2000", "T2000"]);
    assertEquals([...panel.time], [1_700_000_000_000.123, 1_700_000_000_000.125]);
    assertEquals(panel.close[0], 1);
  });
});

Deno.test("readBars() and readPanel() take Arrow files of one asset, also beside CSV files", async () => {
  const one = arrow.tableToIPC(
    new arrow.Table({
      time: stamps(arrow.TimeUnit.MILLISECOND, 1n).slice(1),
      open: arrow.makeVector(Float64Array.of(10, 11, 12)),
      high: arrow.makeVector(Float32Array.of(11, 12, 13)),
      low: arrow.makeVector(Int32Array.of(9, 10, 11)),
      close: arrow.makeVector(Float64Array.of(10.5, 11.5, 12.5)),
      note: arrow.vectorFromArray(["a", "b", null], new arrow.Utf8()),
    }),
    "file",
  );
  const files = { "AAPL.arrow": one, "MSFT.csv": "time,open,high,low,close\n2001-03-05,1,1,1,1\n" };
  await withFiles(files, async (directory) => {
    const skipped: string[] = [];
    const onSkip = (column: string): void => void skipped.push(column);
    const bars = await readBars(`${directory}/AAPL.arrow`, { onSkip });
    assertEquals([bars.symbol, bars.length, [...bars.high]], ["AAPL", 3, [11, 12, 13]]);
    assertEquals(skipped, ["note"]);
    const panel = await readPanel(directory);
    assertEquals([...panel.symbols], ["AAPL", "MSFT"]);
    assertEquals([panel.priceOnly, ...panel.low.subarray(0, 2)], [false, 9, 1]);
    assertSamePanel(
      panel,
      await readPanel([`AAPL=${directory}/AAPL.arrow`, `MSFT=${directory}/MSFT.csv`]),
    );
  });
});

Deno.test("readPanel() unpacks what pandas writes, as LZ4 where nothing is said, or as Zstandard", async () => {
  // As tests/record/feather.py makes them.
  const [length, assets] = [300, 30];
  for (const name of ["lz4", "zstd"]) {
    const file = new URL(`fixtures/arrow/${name}.feather`, import.meta.url);
    const panel = await readPanel(file, { priceOnly });
    assertEquals([panel.length, panel.assets, panel.symbols[29]], [length, assets, "S29"]);
    for (let t = 0; t < length; t++) {
      assertEquals(panel.time[t], Date.UTC(2001, 0, 1 + t));
      for (let asset = 0; asset < assets; asset++) {
        assertEquals(panel.close[t * assets + asset], 10 + asset + t % 7 / 4);
        assertEquals(panel.columns.get("volume")?.[t * assets + asset], 100 * (t % 5));
      }
    }
  }
});

Deno.test("lz4Frame() refuses what is no frame or is cut off, and unpacks blocks that are stored", () => {
  const head = [0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0];
  const end = [0, 0, 0, 0];
  const frame = (...block: number[]): Uint8Array => Uint8Array.of(...head, ...block);
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  assertEquals(text(lz4Frame(frame(3, 0, 0, 0x80, 97, 98, 99, ...end))), "abc");
  // Two literals, then 4 + 15 + 255 + 1 bytes from 2 back, which overlap what they write, then one literal.
  const long = [0x2f, 97, 98, 2, 0, 255, 1, 0x10, 99];
  assertEquals(
    text(lz4Frame(frame(9, 0, 0, 0, ...long, ...end))),
    "ab" + "ab".repeat(138).slice(0, 275) + "c",
  );
  const bad: number[][] = [
    [9, 0, 0, 0, ...long.slice(0, 4)],
    [4, 0, 0, 0, 0x10, 97, 2, 0, ...end],
    [1, 0, 0, 0, 0x50, ...end],
  ];
  for (const block of bad) assertThrows(() => lz4Frame(frame(...block)), RangeError);
  assertThrows(() => lz4Frame(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)), RangeError, "no LZ4 frame");
});

Deno.test("Arrow files that are none, or hold no bars, are refused with what was found", async () => {
  const good = bytesOf(stamps(arrow.TimeUnit.MILLISECOND, 1n));
  const files = {
    "text.arrow": csv,
    "empty.arrow": "",
    "cut.arrow": good.slice(0, good.length / 2),
    "bare.arrow": arrow.tableToIPC(
      new arrow.Table({ close: arrow.makeVector(Float64Array.of(1)) }),
      "file",
    ),
    "symbol.arrow": withNull(["A", "B", "A", null], [1, 2, 3, 4]),
    "price.arrow": withNull(["A", "B", "A", "B"], [1, null, 3, 4]),
  };
  const wanted: Record<keyof typeof files, RegExp[]> = {
    "text.arrow": [
      /^Cannot use the panel of .*text\.arrow/,
      /[Ff]ound "date,s", expected an Arrow IPC/,
    ],
    "empty.arrow": [/[Ff]ound "", expected an Arrow IPC file or stream/],
    "cut.arrow": [/expected an Arrow file that is whole$/],
    "bare.arrow": [/[Ff]ound "close", expected also a column symbol, ticker or asset/],
    "symbol.arrow": [/Row 3.* column symbol: found "null", expected a text/],
    "price.arrow": [/[Rr]ow 1.*column close: found NaN/],
  };
  await withFiles(files, async (directory) => {
    for (const [name, patterns] of Object.entries(wanted)) {
      const { message } = await assertRejects(
        () => readPanel(`${directory}/${name}`, { priceOnly }),
        DataError,
      );
      for (const pattern of patterns) assert(pattern.test(message), `${name}: ${message}`);
    }
    const { message } = await assertRejects(
      () => readBars(`${directory}/empty.arrow`, { priceOnly }),
      DataError,
    );
    assert(/^Cannot use the bars of .*empty\.arrow/.test(message), message);
  });
});
