import { assertEquals, assertThrows } from "@std/assert";
import * as fc from "fast-check";
import { formatTime, parseTime } from "../engine/data/time.ts";

fc.configureGlobal({ seed: 1 });

const day = Date.UTC(2001, 2, 5);
const moment = Date.UTC(2001, 2, 5, 9, 30, 15);

Deno.test("parseTime() reads a day in every form", () => {
  const forms = [
    "2001-03-05",
    "2001-3-5",
    "2001/03/05",
    "2001.03.05",
    "20010305",
    "Mar 5 2001",
    "March 5, 2001",
    "5 Mar 2001",
    "05-MAR-2001",
    " 2001-03-05 ",
  ];
  for (const form of forms) assertEquals(parseTime(form), day, form);
});

Deno.test("parseTime() reads a moment in every form", () => {
  const forms = [
    "2001-03-05T09:30:15Z",
    "2001-03-05t09:30:15z",
    "2001-03-05 09:30:15",
    "2001-03-05 9:30:15",
    "2001-03-05T09:30:15.000",
    "2001-03-05T10:30:15+01:00",
    "2001-03-05 04:30:15 -0500",
    "2001-03-05 04:30:15-05",
    "2001-03-06 00:30:15+15:00",
    "2001.03.05 09:30:15",
    "2001/03/05 09:30:15 UTC",
    "20010305 093015",
    "20010305T093015Z",
    "20010305  09:30:15",
    "20010305093015",
    "Mar 5 2001 09:30:15",
    "983784615",
    "983784615.0",
    "983784615000",
    "983784615000000",
    "983784615000000000",
  ];
  for (const form of forms) assertEquals(parseTime(form), moment, form);
  assertEquals(parseTime("2001.03.05 09:30"), moment - 15_000);
  assertEquals(parseTime("20010305 0930"), moment - 15_000);
  assertEquals(parseTime("2001-03-05 09:30:15.5"), moment + 500);
  assertEquals(parseTime("2001-03-05 09:30:15.123456789"), moment + 123.457);
  assertEquals(parseTime("2001-03-05 09:30:15.9999999"), moment + 1000);
  assertEquals(parseTime("0050-01-01"), new Date("0050-01-01T00:00:00Z").getTime());
  assertEquals(parseTime("2000-02-29"), Date.UTC(2000, 1, 29));
});

Deno.test("parseTime() refuses what is no time, or not surely one", () => {
  const refused: [string, string][] = [
    ["", "a time such as 2001-03-05"],
    ["tomorrow", "a time such as 2001-03-05"],
    ["2001-03-05 09:30 EST", "a time such as 2001-03-05"],
    ["2001-03/05", "a time such as 2001-03-05"],
    ["2001-02-30", "a date and time of day that exist"],
    ["1900-02-29", "a date and time of day that exist"],
    ["2001-13-01", "a date and time of day that exist"],
    ["2001-00-01", "a date and time of day that exist"],
    ["20010431", "a date and time of day that exist"],
    ["5 Foo 2001", "a date and time of day that exist"],
    ["2001-03-05 24:00", "a date and time of day that exist"],
    ["2001-03-05 23:60", "a date and time of day that exist"],
    ["2001-03-05T23:59:60Z", "a date and time of day that exist"],
    ["03/05/2001", "an order that cannot be mistaken"],
    ["13/05/2001", "an order that cannot be mistaken"],
    ["05.03.2001 09:30", "an order that cannot be mistaken"],
    ["200103050930", "mistaken for milliseconds"],
    ["0", "a time such as 2001-03-05"],
    ["2001", "a time such as 2001-03-05"],
    ["1e9", "a time such as 2001-03-05"],
  ];
  for (const [text, expected] of refused) {
    assertThrows(() => parseTime(text), SyntaxError, expected, text);
  }
});

Deno.test("parseTime() reads a day if and only if the calendar has it", () => {
  const parts = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.nat(13), fc.nat(32));
  fc.assert(fc.property(parts, ([year, month, date]) => {
    const time = Date.UTC(year, month - 1, date);
    const exists = new Date(time).getUTCMonth() === month - 1;
    const [m, d] = [month, date].map((part) => String(part).padStart(2, "0"));
    for (const text of [`${year}-${m}-${d}`, `${year}-${m}-${d} 00:00`, `${year}/${m}/${d}`]) {
      if (exists) assertEquals(parseTime(text), time);
      else assertThrows(() => parseTime(text), SyntaxError, "a date and time of day that exist");
    }
  }));
});

Deno.test("parseTime() does not depend on the machine's zone", async () => {
  const url = new URL("../engine/data/time.ts", import.meta.url).href;
  const code = `import { parseTime } from "${url}";
    console.log(["2001-03-05", "2001-03-05 09:30", "Mar 5 2001 09:30"].map(parseTime).join());`;
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", code],
    env: { TZ: "America/New_York" },
    stderr: "null",
  }).output();
  const expected = [day, moment - 15_000, moment - 15_000].join();
  assertEquals(new TextDecoder().decode(stdout).trim(), expected);
});

Deno.test("formatTime() is read back by parseTime()", () => {
  const [first, last] = [Date.UTC(100, 0, 1), Date.UTC(9999, 11, 31)];
  fc.assert(fc.property(fc.integer({ min: first, max: last }), (time) => {
    assertEquals(parseTime(formatTime(time)), time);
    assertEquals(formatTime(time), new Date(time).toISOString());
  }));
  const micros = Date.UTC(2109, 0, 1) * 1000;
  fc.assert(fc.property(fc.integer({ min: -micros, max: micros }), (micro) => {
    assertEquals(parseTime(formatTime(micro / 1000)), micro / 1000);
  }));
});

Deno.test("formatTime() refuses what is beyond dates", () => {
  for (const time of [NaN, Infinity, 8.64e15 + 1]) assertThrows(() => formatTime(time), RangeError);
  assertEquals(formatTime(-0.001), "1969-12-31T23:59:59.999999Z");
});
