import { type Code, js } from "./code.ts";

/** Operators that are written as calls, whose operands need no parentheses. */
export const calls: ReadonlySet<string> = new Set([
  "abs",
  "min",
  "max",
  "sqrt",
  "exp",
  "floor",
  "sign",
]);

type Emit = (...args: readonly Code[]) => Code;

/**
 * The text of each operator. Operands of all but calls are names or in parentheses. Conditions are joined by `&` and `|`:
 * their parts have no effects, and a jump that nothing can predict costs more than computing both.
 */
export const emitOperator: ReadonlyMap<string, Emit> = new Map<string, Emit>([
  ["+", (a, b) => js`${a} + ${b}`],
  ["-", (a, b) => js`${a} - ${b}`],
  ["*", (a, b) => js`${a} * ${b}`],
  ["/", (a, b) => js`${b} === 0 ? NaN : ${a} / ${b}`],
  ["%", (a, b) => js`${a} % ${b}`],
  ["neg", (x) => js`-${x}`],
  ["<", (a, b) => js`${a} < ${b}`],
  ["<=", (a, b) => js`${a} <= ${b}`],
  [">", (a, b) => js`${a} > ${b}`],
  [">=", (a, b) => js`${a} >= ${b}`],
  ["==", (a, b) => js`${a} === ${b}`],
  ["!=", (a, b) => js`${a} < ${b} || ${a} > ${b}`],
  ["&&", (p, q) => js`${p} & ${q}`],
  ["||", (p, q) => js`${p} | ${q}`],
  ["!", (p) => js`!${p}`],
  ["?:", (p, a, b) => js`${p} ? ${a} : ${b}`],
  ["abs", (x) => js`Math.abs(${x})`],
  ["min", (a, b) => js`Math.min(${a}, ${b})`],
  ["max", (a, b) => js`Math.max(${a}, ${b})`],
  ["sqrt", (x) => js`Math.sqrt(${x})`],
  ["log", (x) => js`${x} > 0 ? Math.log(${x}) : NaN`],
  ["exp", (x) => js`Math.exp(${x})`],
  ["floor", (x) => js`Math.floor(${x})`],
  ["round", (x) => js`${x} < 0 ? -Math.round(-${x}) : Math.round(${x})`],
  ["sign", (x) => js`Math.sign(${x})`],
  ["nz", (x, y) => js`${x} !== ${x} ? ${y} : ${x}`],
  ["isNaN", (x) => js`${x} !== ${x}`],
  ["between", (x, low, high) => js`${x} >= ${low} && ${x} <= ${high}`],
]);
