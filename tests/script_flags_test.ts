import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { InputError } from "../scripts/command/input_error.ts";
import { readFlags } from "../scripts/command/read_flags.ts";
import { readParams } from "../scripts/command/read_params.ts";
import { usage } from "../scripts/command/usage.ts";

const flags = {
  data: { kind: "text", value: "FILE", summary: "Bars", required: true },
  out: { kind: "text", value: "DIR", summary: "Where to" },
  param: { kind: "list", value: "NAME=NUMBER", summary: "Value of a parameter" },
  side: { kind: "choice", choices: ["LONG", "BOTH"], default: "BOTH", summary: "Sides" },
  format: { kind: "choice", choices: ["csv", "arrow"], summary: "Of the files" },
  quiet: { kind: "switch", summary: "Print nothing" },
} as const;

const left = { out: undefined, param: [], side: "BOTH", format: undefined, quiet: false };

function refusal(...args: string[]): string {
  return assertThrows(() => readFlags(args, flags), InputError).message;
}

Deno.test("readFlags() reads every kind of flag", () => {
  assertEquals(readFlags(["--data", "a.csv"], flags), { ...left, data: "a.csv" });
  const args = ["--data=a", "--out", "o", "--param", "x=1", "--param=y=-2", "--side", "long"];
  assertEquals(readFlags([...args, "--format=ARROW", "--quiet"], flags), {
    data: "a",
    out: "o",
    param: ["x=1", "y=-2"],
    side: "LONG",
    format: "arrow",
    quiet: true,
  });
});

Deno.test("readFlags() keeps texts that look like numbers or words of the language", () => {
  for (const text of ["1", "0x10", "true", "__proto__", "a b"]) {
    assertEquals(readFlags(["--data", text], flags).data, text);
  }
});

Deno.test("readFlags() names everything that is wrong at once, with suggestions", () => {
  assertEquals(
    refusal(
      "--dta",
      "a.csv",
      "--side",
      "lnog",
      "--format",
      "--quiet",
      "--out",
      "a",
      "--out=b",
      "c",
    ),
    [
      "Cannot read the flags: 6 problems",
      "  --dta: there is no such flag; did you mean --data?",
      '  "c": expected a flag before it',
      "  --data: expected FILE but the flag is missing",
      "  --out: expected once but found a and b",
      '  --side: expected one of LONG, BOTH but found "lnog"; did you mean LONG?',
      "  --format: expected one of csv, arrow but found nothing",
      "For all flags: --help",
    ].join("\n"),
  );
});

Deno.test("readFlags() refuses a switch with a value, negation and short flags", () => {
  assertStringIncludes(refusal("--data=a", "--quiet=maybe"), "--quiet: expected no value");
  assertStringIncludes(refusal("--data=a", "--no-quiet"), "--no-quiet: there is no such flag");
  assertStringIncludes(refusal("--data=a", "-q"), "-q: there is no such flag");
  assertStringIncludes(refusal("--data=a", "--", "b"), '"b": expected a flag before it');
  assertStringIncludes(refusal("--data="), "--data: expected FILE but found nothing");
});

Deno.test("readFlags() reads a flag of two texts, and one that another may stand for", () => {
  const some = {
    one: { kind: "text", value: "FILE", summary: "One", unless: "both" },
    both: { kind: "pair", value: "A B", summary: "Two" },
  } as const;
  assertEquals(readFlags(["--both", "a", "b"], some), { one: undefined, both: ["a", "b"] });
  assertEquals(readFlags(["--one", "a"], some), { one: "a", both: undefined });
  const cases = [
    [[], "--one: expected either it or --both but found neither"],
    [["--both", "a", "b", "--one", "c"], "--one: expected either it or --both but found both"],
    [["--both", "a", "--x"], "--both: expected A B after it but found one"],
    [["--both=a", "b"], "--both: expected A B after it"],
    [["--both", "a", "b", "--both", "c", "d"], "--both: expected once but found more often"],
    [["--both", "a", "b", "c"], '"c": expected a flag before it'],
  ] as const;
  for (const [args, message] of cases) {
    assertStringIncludes(assertThrows(() => readFlags(args, some), InputError).message, message);
  }
  const text = usage({ run: "deno run x.ts", summary: "Does x", flags: some, notes: [] });
  assertStringIncludes(text, "deno run x.ts --one FILE [flags]");
  assertStringIncludes(text, "--both A B");
});

Deno.test("readParams() refuses what is no name and finite number", () => {
  assertEquals(readParams(["a=1e3", "b=-0.5"]), { a: 1000, b: -0.5 });
  for (const text of ["a", "a=", "=1", "a=b", "a=Infinity", "a=NaN", ""]) {
    assertThrows(() => readParams([text]), InputError, "expected NAME=NUMBER");
  }
  assertThrows(() => readParams(["a=1", "a=2"]), InputError, "expected a once but found 1 and 2");
});

Deno.test("usage() lists every flag and how to start", () => {
  const text = usage({ run: "deno run x.ts", summary: "Does x", flags, notes: ["Note"] });
  assertStringIncludes(text, "deno run x.ts --data FILE [flags]");
  for (const name of Object.keys(flags)) assertStringIncludes(text, `  --${name}`);
  assertStringIncludes(text, "--side LONG|BOTH     Sides; BOTH where left out");
});
