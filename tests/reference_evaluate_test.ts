import { assert, assertEquals, assertThrows } from "@std/assert";
import type { Expression } from "../codegen/define/expression.ts";
import type { Bars } from "../engine/data/bars.ts";
import { evaluate, lookBack } from "../engine/reference/mod.ts";

const none: ReadonlyMap<string, number> = new Map();

function num(value: number): Expression {
  return { tag: "number", value };
}

function col(name: string): Expression {
  return { tag: "column", name };
}

function call(name: string, ...args: readonly (Expression | number)[]): Expression {
  return { tag: "call", name, args: args.map((arg) => typeof arg === "number" ? num(arg) : arg) };
}

function output(expression: Expression, name: string): Expression {
  return { ...expression, output: name } as Expression;
}

/** Bars whose close, and column x, are the given values, and which span one up and down. */
function barsOf(x: readonly number[]): Bars {
  const close = Float64Array.from(x);
  const high = close.map((value) => value + 1);
  const low = close.map((value) => value - 1);
  const time = close.map((_, t) => t);
  const columns = new Map([["x", close], ["close", close], ["high", high], ["low", low]]);
  return {
    symbol: "X",
    length: x.length,
    time,
    open: close,
    high,
    low,
    close,
    volume: time,
    columns,
  };
}

/** The value of a call of numbers. */
function scalar(name: string, ...values: readonly number[]): number {
  return evaluate(call(name, ...values), barsOf([1]), none)[0];
}

/** The values of an expression of column x. */
function over(x: readonly number[], expression: Expression): number[] {
  return [...evaluate(expression, barsOf(x), none)];
}

Deno.test("evaluate() takes a division by zero and the logarithm of a number <= 0 as NaN", () => {
  assertEquals(scalar("/", 1, 0), NaN);
  assertEquals(scalar("/", 1, -0), NaN);
  assertEquals(scalar("%", 1, 0), NaN);
  assertEquals(scalar("%", -7, 4), -3);
  assertEquals(scalar("log", 0), NaN);
  assertEquals(scalar("log", -1), NaN);
  assertEquals(scalar("log", Math.E), 1);
  assertEquals(scalar("sqrt", -1), NaN);
});

Deno.test("evaluate() compares with NaN to false, != too", () => {
  for (const name of ["<", "<=", ">", ">=", "==", "!="]) {
    assertEquals([scalar(name, NaN, 1), scalar(name, 1, NaN), scalar(name, NaN, NaN)], [0, 0, 0]);
  }
  assertEquals(scalar("!=", 1, 2), 1);
  assertEquals(scalar("between", NaN, 1, 2), 0);
  assertEquals([scalar("between", 1, 1, 2), scalar("between", 2.5, 1, 2)], [1, 0]);
});

Deno.test("evaluate() gives NaN for min and max of NaN, and nz its other argument", () => {
  assertEquals([scalar("min", NaN, 1), scalar("max", 1, NaN)], [NaN, NaN]);
  assertEquals([scalar("nz", NaN, 3), scalar("nz", 2, 3)], [3, 2]);
  assertEquals([scalar("isNaN", NaN), scalar("isNaN", 2)], [1, 0]);
});

Deno.test("evaluate() rounds half away from zero", () => {
  const rounded = [2.5, -2.5, 0.4, -0.6, 0.49999999999999994].map((x) => scalar("round", x));
  assertEquals(rounded, [3, -3, 0, -1, 0]);
  assertEquals([scalar("sign", -3), scalar("sign", 4), scalar("sign", NaN)], [-1, 1, NaN]);
});

Deno.test("evaluate() picks by the truth of a condition", () => {
  const choice = call("?:", call(">", col("x"), 2), 10, 20);
  assertEquals(over([1, NaN, 3], choice), [20, 20, 10]);
});

Deno.test("evaluate() reads a parameter from the map, else its default", () => {
  const length: Expression = { tag: "param", name: "n", default: 2 };
  const mean = call("sma", col("x"), length);
  assertEquals([...evaluate(mean, barsOf([2, 4, 9]), none)], [NaN, 3, 6.5]);
  assertEquals([...evaluate(mean, barsOf([2, 4, 9]), new Map([["n", 3]]))], [NaN, NaN, 5]);
});

Deno.test("evaluate() gives NaN for a lag before the first bar", () => {
  assertEquals(over([1, 2, 3], call("lag", col("x"), 2)), [NaN, NaN, 1]);
  assertEquals(over([1, 2], call("lag", col("x"), 9)), [NaN, NaN]);
});

Deno.test("evaluate() sees a crossing on the bar after touching", () => {
  assertEquals(over([1, 2, 3, 2, 1], call("crossOver", col("x"), 2)), [0, 0, 1, 0, 0]);
  assertEquals(over([3, 2, 1, 2, 1], call("crossUnder", col("x"), 2)), [0, 0, 1, 0, 1]);
  // Without a bar before there is nothing to cross from.
  assertEquals(over([3, NaN, 3], call("crossOver", col("x"), 2)), [0, 0, 0]);
});

Deno.test("evaluate() asks every one of the last k bars to rise", () => {
  assertEquals(over([1, 2, 3, 3, 4, 5], call("rising", col("x"), 2)), [0, 0, 1, 0, 0, 1]);
  assertEquals(over([3, 2, 1], call("falling", col("x"), 1)), [0, 1, 1]);
});

Deno.test("evaluate() keeps a signal false until the look-backs of all its parts", () => {
  const warm = call(">", call("sma", col("x"), 3), 100);
  assertEquals(over([1, 1, 1, 1], call("!", warm)), [0, 0, 1, 1]);
  assertEquals(over([1, 1, 1, 1], call("||", call(">", col("x"), 0), warm)), [0, 0, 1, 1]);
  // Later NaN is a value like any other.
  assertEquals(over([1, NaN, 1], call("!", call(">", col("x"), 2))), [1, 1, 1]);
});

Deno.test("evaluate() reads no part before the part's look-back", () => {
  const filled = call("nz", call("sma", col("x"), 2), 100);
  assertEquals(over([1, 3, 5, 7], filled), [NaN, 2, 4, 6]);
  assertEquals(over([1, 3, 5, 7], call("ema", filled, 2)), [NaN, NaN, 3, 5]);
  assertEquals(over([1, 3, 5, 7], call("highest", filled, 2)), [NaN, NaN, 4, 6]);
});

Deno.test("evaluate() makes NaN of every window that holds one, and of no later one", () => {
  const x = [1, 2, NaN, 4, 6, Infinity, 8, 10];
  assertEquals(over(x, call("sma", col("x"), 2)), [NaN, 1.5, NaN, NaN, 5, NaN, NaN, 9]);
  assertEquals(over(x, call("highest", col("x"), 2)), [NaN, 2, NaN, NaN, 6, NaN, NaN, 10]);
  assertEquals(over(x, call("lowest", col("x"), 2)), [NaN, 1, NaN, NaN, 4, NaN, NaN, 8]);
  assertEquals(over(x, call("stdev", col("x"), 2)), [NaN, 0.5, NaN, NaN, 1, NaN, NaN, 1]);
  assertEquals(over(x, call("zscore", col("x"), 2)), [NaN, 1, NaN, NaN, 1, NaN, NaN, 1]);
  // (1*a + 2*b) / 3.
  assertEquals(over(x, call("wma", col("x"), 2)), [NaN, 5 / 3, NaN, NaN, 16 / 3, NaN, NaN, 28 / 3]);
});

Deno.test("evaluate() keeps the running sum's rounding: the new value first, then the leaving one", () => {
  // 0.1 + 0.2 + 0.3 - 0.1, not 0.2 + 0.3.
  assertEquals(over([0.1, 0.2, 0.3], call("sma", col("x"), 2))[2], ((0.1 + 0.2) + 0.3 - 0.1) / 2);
  assert(((0.1 + 0.2) + 0.3 - 0.1) / 2 !== (0.2 + 0.3) / 2);
});

Deno.test("evaluate() lets a recursion go on after a non-finite input", () => {
  const x = [NaN, 2, 4, Infinity, 6];
  // Seeded with (2 + 4) / 2 on the bar of the second finite input; k = 2 / 3 and 1 / 2.
  assertEquals(over(x, call("ema", col("x"), 2)), [NaN, NaN, 3, NaN, (6 - 3) * (2 / 3) + 3]);
  assertEquals(over(x, call("rma", col("x"), 2)), [NaN, NaN, 3, NaN, 4.5]);
});

Deno.test("evaluate() skips changes from and to NaN in rsi", () => {
  // Changes +2 and -1, then two that do not exist, then +1: gains 2, 0, 1, losses 0, 1, 0.
  const values = over([10, 12, 11, NaN, 13, 14], call("rsi", col("x"), 2));
  assertEquals(values, [NaN, NaN, 100 * (1 / 1.5), NaN, NaN, 100 * (1 / 1.25)]);
  assertEquals(over([5, 5, 5], call("rsi", col("x"), 2))[2], 0);
});

Deno.test("evaluate() starts all outputs of macd on one bar", () => {
  const x = [1, 2, 4, 8, 16, 32];
  const macd = call("macd", col("x"), 2, 3, 2);
  // Slow seed (1 + 2 + 4) / 3 on bar 2, k = 1/2; fast seed (2 + 4) / 2 on bar 2, k = 2/3.
  const slow = [7 / 3, (8 - 7 / 3) * 0.5 + 7 / 3];
  const fast = [3, (8 - 3) * (2 / 3) + 3];
  const signal = (fast[0] - slow[0] + (fast[1] - slow[1])) / 2;
  const line = over(x, output(macd, "line"));
  assertEquals(line.slice(0, 4), [NaN, NaN, NaN, fast[1] - slow[1]]);
  assertEquals(over(x, output(macd, "signal")).slice(0, 4), [NaN, NaN, NaN, signal]);
  assertEquals(over(x, output(macd, "histogram"))[3], fast[1] - slow[1] - signal);
});

Deno.test("evaluate() gives roc against zero as NaN and 0 for a zscore without deviation", () => {
  assertEquals(over([0, 3, 6], call("roc", col("x"), 1)), [NaN, NaN, 100]);
  assertEquals(over([3, 3, 3], call("zscore", col("x"), 2)), [NaN, 0, 0]);
});

Deno.test("lookBack() adds up what each part waits for", () => {
  const x = col("x");
  const mean = call("sma", x, 5);
  const expected: readonly (readonly [Expression, number])[] = [
    [x, 0],
    [mean, 4],
    [call("lag", mean, 3), 7],
    [call("crossOver", mean, call("ema", x, 9)), 9],
    [call("rising", mean, 2), 6],
    [call("+", mean, call("rsi", x, 14)), 14],
    [call("rsi", mean, 14), 18],
    [call("roc", mean, 10), 14],
    [output(call("macd", mean, 12, 26, 9), "line"), 37],
    [output(call("bbands", mean, 20, 2), "upper"), 23],
    [call("trueRange"), 1],
    [call("atr", 14), 14],
    [output(call("stoch", 14, 3, 3), "k"), 17],
  ];
  for (const [expression, bars] of expected) assertEquals(lookBack(expression, none), bars);
});

Deno.test("evaluate() has its first value on the bar of the look-back", () => {
  const x = Array.from({ length: 60 }, (_, t) => 100 + Math.sin(t) * 5);
  const all = [
    ...["sma", "ema", "rma", "wma", "stdev", "highest", "lowest", "rsi", "roc", "zscore"].map((
      name,
    ) => call(name, col("x"), 7)),
    ...["line", "signal", "histogram"].map((name) =>
      output(call("macd", col("x"), 5, 12, 4), name)
    ),
    ...["upper", "middle", "lower"].map((name) => output(call("bbands", col("x"), 9, 2), name)),
    ...["k", "d"].map((name) => output(call("stoch", 9, 3, 4), name)),
    call("trueRange"),
    call("atr", 6),
  ];
  for (const expression of all) {
    const first = over(x, expression).findIndex((value) => !Number.isNaN(value));
    assertEquals(first, lookBack(expression, none), JSON.stringify(expression));
  }
});

Deno.test("evaluate() refuses unknown names and lengths out of range", () => {
  const bars = barsOf([1, 2]);
  const throwing = (expression: Expression, kind: typeof RangeError, message: string): void => {
    assertThrows(() => evaluate(expression, bars, none), kind, message);
  };
  throwing(col("y"), RangeError, 'Cannot evaluate column "y": expected one of x, close');
  throwing(call("constructor", 1), RangeError, 'Cannot evaluate "constructor"');
  throwing(
    call("sma", col("x"), 0),
    RangeError,
    "expected a whole number of bars >= 1 but found 0",
  );
  throwing(call("sma", col("x"), 1.5), RangeError, "found 1.5");
  throwing(call("lag", col("x"), -1), RangeError, "expected a whole number of bars >= 0");
  throwing(call("sma", col("x"), col("x")), TypeError, 'found column "x"');
  throwing(output(call("macd", col("x"), 9, 9, 2), "line"), RangeError, "expected fast < slow");
  throwing(
    call("ultimate", 3, 3, 9),
    RangeError,
    "expected short < medium < long but found short 3",
  );
  throwing(call("psar", -0.1, 0.2), RangeError, "expected step >= 0 and max >= 0 but found -0.1");
  throwing(output(call("stoch", 2, 1, 1), "j"), RangeError, "one of its outputs k, d");
});
