import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import type { Call, Expression, Param } from "../codegen/define/expression.ts";
import { functions } from "../codegen/define/functions.ts";
import { printExpression } from "../codegen/define/print.ts";
import type { Problem } from "../codegen/define/problem.ts";
import { maximumTextLength, type Parsed, parseText } from "../codegen/define/text.ts";
import { nesting } from "../codegen/define/text/nesting.ts";

const fast: Param = { tag: "param", name: "fast", default: 12, min: 2, integer: true };
const params = new Map([["fast", fast], ["slow", { ...fast, name: "slow" }]]);
const spread = call("-", column("high"), column("low"));
const lets = new Map<string, Expression>([["spread", spread]]);
const [close, open, x] = [column("close"), column("open"), column("x")];

function column(name: string): Expression {
  return { tag: "column", name };
}

function number(value: number): Expression {
  return { tag: "number", value };
}

function call(name: string, ...args: Expression[]): Call {
  return { tag: "call", name, args };
}

function read(text: string, scope: Partial<{ lets: typeof lets }> = {}): Parsed {
  const problems: Problem[] = [];
  const parsed = parseText(text, { path: "long.enter", params, lets, problems, ...scope });
  assertEquals(problems, [], `Expected ${JSON.stringify(text)} to be read`);
  return parsed!;
}

function refused(text: string): Problem[] {
  const problems: Problem[] = [];
  assertEquals(parseText(text, { path: "long.enter", params, lets, problems }), undefined);
  assert(problems.length > 0, `Expected a problem of ${JSON.stringify(text)}`);
  return problems;
}

const accepted: readonly (readonly [text: string, tree: Expression])[] = [
  ["20", number(20)],
  [" .5e+2\n", number(50)],
  ["5.", number(5)],
  ["-3", number(-3)],
  ["- 3", number(-3)],
  ["-0", number(0)],
  ["-(3)", call("neg", number(3))],
  ["- -3", call("neg", number(-3))],
  ["true", { tag: "boolean", value: true }],
  ["close", close],
  ["myColumn_2", column("myColumn_2")],
  ["fast", fast],
  ["spread", spread],
  ["toString", column("toString")],
  ['column("Adj Close")', column("Adj Close")],
  ["column('sma')", column("sma")],
  [`column(${JSON.stringify('"\n\\\u2028\ud800*/')})`, column('"\n\\\u2028\ud800*/')],
  ["close + open * 2", call("+", close, call("*", open, number(2)))],
  ["(close + open) * 2", call("*", call("+", close, open), number(2))],
  ["close - open - x", call("-", call("-", close, open), x)],
  ["close % -2", call("%", close, number(-2))],
  ["-close[1]", call("neg", call("lag", close, number(1)))],
  ["!(x > 1)", call("!", call(">", x, number(1)))],
  [
    "x == 1 || x != 2 && x <= 3",
    call(
      "||",
      call("==", x, number(1)),
      call("&&", call("!=", x, number(2)), call("<=", x, number(3))),
    ),
  ],
  [
    "x > 1 ? 1 : x < 0 ? 2 : 3",
    call(
      "?:",
      call(">", x, number(1)),
      number(1),
      call("?:", call("<", x, number(0)), number(2), number(3)),
    ),
  ],
  ["x[fast * 2]", call("lag", x, call("*", fast, number(2)))],
  ["(x + 1)[2]", call("lag", call("+", x, number(1)), number(2))],
  ["lag(close, 3)", call("lag", close, number(3))],
  ["nz(x)", call("nz", x)],
  ["sma(close, fast)", call("sma", close, fast)],
  ["atr()[1]", call("lag", call("atr"), number(1))],
  [
    "macd(close, 12, 26, 9).signal",
    { ...call("macd", close, number(12), number(26), number(9)), output: "signal" },
  ],
  ["stoch().k[1]", call("lag", { ...call("stoch"), output: "k" }, number(1))],
];

Deno.test("parseText() reads the expression language", () => {
  for (const [text, tree] of accepted) assertEquals(read(text).expression, tree, text);
});

Deno.test("parseText() resolves lets, then parameters, then columns", () => {
  const shadow = new Map<string, Expression>([["fast", spread]]);
  assertEquals(
    read("fast - slow", { lets: shadow }).expression,
    call("-", spread, { ...params.get("slow")! }),
  );
});

Deno.test("parseText() locates each node, each use of a name apart", () => {
  const { expression, locate } = read(" (fast + -2) * fast > spread");
  const product = (expression as Call).args[0] as Call;
  const sum = product.args[0] as Call;
  assertEquals(locate(expression), { snippet: "(fast + -2) * fast > spread", place: 1 });
  assertEquals(locate(sum), { snippet: "fast + -2", place: 2 });
  assertEquals(locate(sum.args[0]), { snippet: "fast", place: 2 });
  assertEquals(locate(sum.args[1]), { snippet: "-2", place: 9 });
  assertEquals(locate(product.args[1]), { snippet: "fast", place: 15 });
  assertEquals(locate((expression as Call).args[1]), { snippet: "spread", place: 22 });
  assertEquals(locate(spread.args[0]), undefined);
});

type Refused = readonly [
  text: string,
  message: string,
  remedy: string,
  snippet: string,
  place: number,
];

const refusals: readonly Refused[] = [
  ["x > 0x10", "Expected a decimal number but found 0x10", "write 16", "0x10", 4],
  ["0b11", "Expected a decimal number", "write 3", "0b11", 0],
  ["0o17", "Expected a decimal number", "write 15", "0o17", 0],
  ["010", "Expected a decimal number", "write 10", "010", 0],
  ["1_000", "Expected a decimal number", "write 1000", "1_000", 0],
  ["-10n", "Expected a decimal number", "write 10", "10n", 1],
  ["1e999", "that a double can hold", "write one between", "1e999", 0],
  ["1e-999", "that a double can hold", "write one between", "1e-999", 0],
  ["+x", "operator + before a value", "leave the + out", "+x", 0],
  ["x === 1", "The operator ===", "write ==", "x === 1", 0],
  ["1 + (x !== 1)", "The operator !==", "write !=", "x !== 1", 5],
  ["1 < x < 2", "Expected two values to compare", "write 1 < x && x < 2", "1 < x < 2", 0],
  [
    "0 < (1 < x) <= (p ? 1 : 2)",
    "Expected two values",
    "write 0 < 1 && 1 < x && x <= (p ? 1 : 2)",
    "0 < (1 < x) <= (p ? 1 : 2)",
    0,
  ],
  ["x & 1", "The operator &", "write &&", "x & 1", 0],
  ["x | 1", "The operator |", "write ||", "x | 1", 0],
  ["x ^ 1", "The operator ^", "!q", "x ^ 1", 0],
  ["x ** 2", "The operator **", "write x * x", "x ** 2", 0],
  ["x ?? 2", "The operator ??", "write nz(x, y)", "x ?? 2", 0],
  ["x?.y", "The operator ?.", "write nz(x, y)", "x?.y", 0],
  ["x << 2", "The operator <<", "multiply", "x << 2", 0],
  ["x >> 2", "The operator >>", "divide", "x >> 2", 0],
  ["x >>> 2", "The operator >>>", "divide", "x >>> 2", 0],
  ["~x", "The operator ~", "write !", "~x", 0],
  ["typeof x", "The operator typeof", "leave it out", "typeof x", 0],
  ["void x", "The operator void", "leave it out", "void x", 0],
  ["delete x", "The operator delete", "leave it out", "delete x", 0],
  ["x in y", "The operator in", "compare with ==", "x in y", 0],
  ["x instanceof y", "The operator instanceof", "compare with ==", "x instanceof y", 0],
  ["x = 1", "An assignment", "write == to compare", "x = 1", 0],
  ["x += 1", "An assignment", "write == to compare", "x += 1", 0],
  ["1 = x", "assigning to rvalue", "write == to compare", "1", 0],
  ["x++", "An operator that changes a value", "write the value", "x++", 0],
  ["x => x", "A function definition", "let", "x => x", 0],
  ["function () {}", "A function definition", "let", "function () {}", 0],
  ["class {}", "A class", "write one expression", "class {}", 0],
  ["`x`", "A template string", "column", "`x`", 0],
  ["column`x`", "A template string", "column", "column`x`", 0],
  ["1 > /x/g", "A regular expression is not part of the language", "operand", "/x/g", 4],
  ["new Date()", "The word new", "call the functions", "new Date()", 0],
  ["{}", "An object", "write one expression", "{}", 0],
  ["[1]", "An array", "write one expression", "[1]", 0],
  ["sma(...x)", "A spread argument", "one by one", "...x", 4],
  ["x > 1, x > 2", "A list of expressions", "join conditions", "x > 1, x > 2", 0],
  ["this", "The word this", "name a column", "this", 0],
  ["null", "The word null", "write isNaN(x)", "null", 0],
  ["x == NaN", "found NaN", "write isNaN(x)", "NaN", 5],
  ["Infinity", "found Infinity", 'write column("Infinity")', "Infinity", 0],
  ["x > 1 // up", "A comment", "leave it out", "// up", 6],
  ["x /* up */ > 1", "A comment", "leave it out", "/* up */", 2],
  ["x <!-- y", "A comment", "leave it out", "<!-- y", 2],
  ["x[-1]", "A lag of -1 looks ahead", "write x[1]", "x[-1]", 0],
  ['x["close"]', "Text in quotes", 'column("…")', '"close"', 2],
  ["'close' > 1", "Text in quotes", 'column("…")', "'close'", 0],
  ["column(close)", "Expected one name in quotes", 'column("Adj Close")', "column(close)", 0],
  ['column("a", "b")', "Expected one name in quotes", "column", 'column("a", "b")', 0],
  ["column > 1", "found the function column", 'call it: column("Adj Close")', "column", 0],
  ["close > sma", "found the function sma", "call it: sma(x, n)", "sma", 8],
  ["smaa(close, 3)", "Expected a known function but found smaa", '"sma"', "smaa", 0],
  ["close(1)", "close is a column, not a function", "close[k]", "close", 0],
  ["fast(1)", "fast is a parameter, not a function", "write fast", "fast", 0],
  ["spread(1)", "spread is a let, not a function", "write spread", "spread", 0],
  ['param("fast")', "Expected a known function", "name of the parameter alone", "param", 0],
  ["neg(x)", "The function neg is written -x", "write -x", "neg", 0],
  ["Math.max(x, 1)", "Expected the name of a function", "write max(a, b)", "Math.max", 0],
  ["atr()()", "Expected the name of a function", "sma(close, 20)", "atr()", 0],
  ["close.high", "several outputs before .high", "macd, bbands, stoch", "close.high", 0],
  ["sma(x, 3).signal", "several outputs before .signal", "macd", "sma(x, 3).signal", 0],
  ["macd.signal", "found the function macd", "call it: macd(x", "macd", 0],
  ["\u0441lose > 1", "U+0441", "plain letters", "\u0441lose", 0],
  ["c\\u006cose > 1", "an escape for U+006C", "plain letters", "c\\u006cose", 0],
  ["macd(x).sign\\u0061l", "an escape for U+0061", "plain letters", "sign\\u0061l", 8],
  ["x \u2265 1", "The character U+2265", "write >=", "\u2265", 2],
  ["x > #", "The character U+0023", "leave it out", "#", 4],
  ["x > 1; y", "more text after it", "leave it out", "; y", 5],
  ["(x) > 1) y", "more text after it", "leave it out", ") y", 7],
  ["close open", "more text after it", "join the parts", "open", 6],
  ["sma(close, 3", "Expected more but the text ends", "brackets", "3", 11],
  ["x && && y", 'found "&&"', "missing operator", "&&", 5],
  ['column("x', "unterminated string", "", '"x', 7],
  ["", "found no text", "", "", 0],
  [" \n", "found no text", "", " \n", 0],
];

Deno.test("parseText() refuses the rest of JavaScript with snippet, place and remedy", () => {
  for (const [text, message, remedy, snippet, place] of refusals) {
    const [problem] = refused(text);
    assertStringIncludes(problem.message, message, text);
    assertStringIncludes(problem.remedy ?? "", remedy, text);
    const found = { path: problem.path, snippet: problem.snippet, place: problem.place };
    assertEquals(found, { path: "long.enter", snippet, place }, text);
  }
});

Deno.test("parseText() reports all problems of a text", () => {
  const text = 'x === +close && smaa("a", 0x1, x[-1]) ? this : [1] /* no */';
  assertEquals(refused(text).map((problem) => problem.snippet), [
    "/* no */",
    "+close",
    "x === +close",
    "smaa",
    '"a"',
    "0x1",
    "x[-1]",
    "this",
    "[1]",
  ]);
});

Deno.test("parseText() leaves earlier problems in place and does not mistake them for its own", () => {
  const problems: Problem[] = [{ path: "long.exit", message: "Earlier" }];
  assert(parseText("close", { path: "long.enter", params, lets, problems }) !== undefined);
  assertEquals(problems.length, 1);
});

const deep: Readonly<Record<string, (levels: number) => string>> = {
  parentheses: (n) => `${"(".repeat(n)}x${")".repeat(n)}`,
  negations: (n) => `${"!".repeat(n)}x`,
  negatives: (n) => `${"- ".repeat(n)}x`,
  choices: (n) => `${"p?1:".repeat(n)}1`,
  nestedChoices: (n) => `${"p?".repeat(n)}1${":1".repeat(n)}`,
  calls: (n) => `${"abs(".repeat(n)}x${")".repeat(n)}`,
  secondArguments: (n) => `${"min(x,".repeat(n)}x${")".repeat(n)}`,
  lags: (n) => `x${"[1]".repeat(n)}`,
  nestedLags: (n) => `${"x[".repeat(n)}1${"]".repeat(n)}`,
  sums: (n) => `${"x+".repeat(n)}x`,
  chains: (n) => `${"1<".repeat(n)}x`,
  members: (n) => `x${".a".repeat(n)}`,
  invocations: (n) => `x${"()".repeat(n)}`,
  assignments: (n) => `${"x=".repeat(n)}1`,
  arrows: (n) => `${"x=>".repeat(n)}1`,
  arrays: (n) => `${"[".repeat(n)}${"]".repeat(n)}`,
  objects: (n) => `${"{a:".repeat(n)}1${"}".repeat(n)}`,
  templates: (n) => `${"`${".repeat(n)}1${"}`".repeat(n)}`,
  words: (n) => `${"typeof ".repeat(n)}x`,
  regularExpressions: (n) => `/${"(".repeat(n)}${")".repeat(n)}/`,
  unclosed: (n) => "(".repeat(n),
};

Deno.test("parseText() refuses deep and long text without using up the stack", () => {
  for (const [name, write] of Object.entries(deep)) {
    for (const levels of [150, 1000, 10_000]) {
      const text = write(levels);
      const harmless = name === "parentheses" && levels === 150;
      if (harmless) assertEquals(read(text).expression, x);
      else assert(refused(text).length < 400, `${name} ${levels}`);
    }
  }
  const long = "1 + ".repeat(maximumTextLength);
  assertStringIncludes(refused(long)[0].message, `at most ${maximumTextLength} characters of text`);
  for (const text of [deep.parentheses(4000), deep.negations(9000), deep.secondArguments(1000)]) {
    assertEquals(refused(text)[0].message, "Expected at most 100 levels of nesting");
  }
});

Deno.test("nesting() counts what is open before a token, brackets five times", () => {
  const depth = (text: string): number =>
    nesting(text.split(" ").map((label) => ({ type: { label } })));
  assertEquals(depth("name"), 1);
  assertEquals(depth("prefix prefix name"), 3);
  assertEquals(depth("name ( name , name )"), 7);
  assertEquals(depth("name ( name , name ( name , name ) )"), 13);
  assertEquals(depth("name [ num ] [ num ] + name"), 7);
  assertEquals(depth(") ] name , name"), 1);
});

Deno.test("parseText() allows 100 levels of nesting and no more", () => {
  assertEquals((read(deep.sums(99)).expression as Call).name, "+");
  assertEquals(refused(deep.sums(100)).map((problem) => problem.message), [
    "Expected at most 100 levels of nesting",
  ]);
});

Deno.test("parseText() refuses hostile text or makes inert data of it", () => {
  const hostile = [
    'import("x")',
    'eval("1")',
    'Function("return 1")()',
    'constructor.constructor("return 1")()',
    '"".constructor',
    "__proto__",
    "__proto__(1)",
    "x.__proto__",
    "macd(close).__proto__.x",
    "constructor(1)",
    "toString()",
    "hasOwnProperty(x)",
    "globalThis.Deno",
    "x\n;y",
    'x\n"use strict"',
    "x*/",
    "x //# sourceURL=y",
    "//# sourceURL=y\nx",
    "x\0",
    "\0",
    "x > \ud800",
    '"\ud800"',
    "\udc00x",
    "x\\",
    "#!/bin/sh",
    "async x => x",
    "await x",
    "yield",
    "arguments",
    "import.meta",
    "new.target",
    "super.x",
    "x = x",
    "(x, y)",
    "}) (",
    "${x}",
  ];
  for (const text of hostile) refused(text);
  for (
    const name of ["__proto__", "constructor", 'x"); drop("', "*/ //", "\0", "\udc00", "`${x}`"]
  ) {
    const { expression } = read(`column(${JSON.stringify(name)})`);
    assertEquals(expression, column(name));
    assertEquals(read(printExpression(expression)).expression, expression);
  }
});

const printed: readonly (readonly [tree: Expression, text: string])[] = [
  [call("-", close, call("-", open, x)), "close - (open - x)"],
  [call("*", call("+", close, open), number(-2)), "(close + open) * -2"],
  [call("neg", call("+", close, x)), "-(close + x)"],
  [call("neg", call("neg", x)), "-(-x)"],
  [call("neg", number(3)), "-(3)"],
  [call("-", x, call("neg", x)), "x - -x"],
  [call("lag", close, number(3)), "close[3]"],
  [call("lag", call("+", close, open), number(3)), "lag(close + open, 3)"],
  [call("lag", number(2), fast), "lag(2, fast)"],
  [call("lag", { ...call("macd", x), output: "line" }, number(1)), "macd(x).line[1]"],
  [call("?:", call("?:", x, x, x), call("?:", x, x, x), x), "(x ? x : x) ? x ? x : x : x"],
  [call("!", call("&&", x, call("||", x, open))), "!(x && (x || open))"],
  [call("+", column("Adj Close"), column("sma")), 'column("Adj Close") + column("sma")'],
  [call("+", column("fast"), fast), 'column("fast") + fast'],
  [number(1e21), "1e+21"],
];

Deno.test("printExpression() writes few parentheses and quotes names that mean something else", () => {
  for (const [tree, text] of printed) assertEquals(printExpression(tree), text);
  assertEquals(printExpression(column("slow"), { reserved: ["slow"] }), 'column("slow")');
});

Deno.test("printExpression() puts names of lets for equal calls, the outermost first", () => {
  const wide = call(">", spread, call("sma", spread, fast));
  const named = [["spread", spread], ["wide", wide]] as const;
  const tree = call("&&", wide, call("<", spread, column("wide")));
  assertEquals(
    printExpression(tree, { lets: named.slice(0, 1) }),
    "spread > sma(spread, fast) && spread < wide",
  );
  assertEquals(printExpression(tree, { lets: named }), 'wide && spread < column("wide")');
});

Deno.test("printExpression() quotes columns named like functions and words of JavaScript", () => {
  const words = "true false null this new in if let yield await async static NaN undefined column";
  const names = [...words.split(" "), ...functions.keys(), "", " ", "a b", "1a", "\u0441lose"];
  for (const name of names) {
    assertEquals(read(printExpression(column(name))).expression, column(name), name);
  }
});

const trees = fc.letrec<{ number: Expression; condition: Expression; static: Expression }>(
  (tie) => {
    const leaf = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => number(value + 0)),
      fc.integer({ min: -99, max: 99 }).map(number),
      fc.constantFrom("close", "high", "fast", "spread", "x", "sma", "lag", "in").map(column),
      fc.string({ unit: "binary", minLength: 1, maxLength: 5 }).map(column),
      fc.constantFrom(...params.values()),
    );
    const numbers = tie("number");
    const conditions = tie("condition");
    const pair = (names: string[], args: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
      fc.tuple(fc.constantFrom(...names), args, args).map(([name, a, b]) => call(name, a, b));
    return {
      number: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        leaf,
        pair(["+", "-", "*", "/", "%", "min"], numbers),
        numbers.map((a) => call("neg", a)),
        numbers.map((a) => call("abs", a)),
        fc.tuple(numbers, tie("static")).map(([a, k]) => call("lag", a, k)),
        fc.tuple(numbers, tie("static")).map(([a, n]) => call("sma", a, n)),
        numbers.map((a) => ({ ...call("macd", a), output: "signal" })),
        fc.constant(call("atr")),
        fc.tuple(conditions, numbers, numbers).map((args) => call("?:", ...args)),
      ),
      condition: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        fc.boolean().map((value): Expression => ({ tag: "boolean", value })),
        pair(["<", "<=", ">", ">=", "==", "!=", "crossOver"], numbers),
        pair(["&&", "||"], conditions),
        conditions.map((p) => call("!", p)),
        fc.tuple(conditions, conditions, conditions).map((args) => call("?:", ...args)),
      ),
      static: fc.oneof(
        fc.nat(99).map(number),
        fc.constantFrom<Expression>(...params.values()),
        fc.nat(9).map((value) => call("+", fast, number(value))),
      ),
    };
  },
);

Deno.test("printExpression() gives text that parseText() reads back to an equal tree", () => {
  fc.assert(
    fc.property(fc.oneof(trees.number, trees.condition), (tree) => {
      const text = printExpression(tree, { reserved: [...params.keys(), ...lets.keys()] });
      fc.pre(text.length <= 10_000);
      assertEquals(read(text).expression, tree);
    }),
    { numRuns: 500 },
  );
});

Deno.test("printExpression() with lets gives text that parseText() reads back with them", () => {
  fc.assert(
    fc.property(trees.number, trees.condition, trees.number, (named, condition, other) => {
      const tree = call("?:", condition, call("*", named, other), named);
      const reserved = params.keys();
      const text = printExpression(tree, { lets: [["spread", named]], reserved });
      fc.pre(text.length <= 10_000);
      assertEquals(read(text, { lets: new Map([["spread", named]]) }).expression, tree);
    }),
    { numRuns: 200 },
  );
});

Deno.test("parseText() takes any text without throwing", () => {
  const pieces = fc.constantFrom(
    ...["(", ")", "[", "]", "{", "}", "x", "sma", "1", ".", ",", "?", ":", "-", "!", "=", "=>"],
    ...["/", "*", "`", "${", '"', "'", "\\", "//", "<", ">", "&", " ", "\n", "new ", "async ", "#"],
  );
  const soup = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 2 })));
  fc.assert(
    fc.property(soup, (parts) => {
      const problems: Problem[] = [];
      const parsed = parseText(parts.join(""), { path: "", params, lets, problems });
      assertEquals(parsed === undefined, problems.length > 0);
    }),
    { numRuns: 2000 },
  );
});
