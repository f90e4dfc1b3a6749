import type { Node, Program } from "../program/program.ts";
import { type Code, join, js, lines, name, when } from "./code.ts";
import { columnCode } from "./column_code.ts";
import { before } from "./expression.ts";
import type { Frame } from "./frame.ts";

/** Words of the rows of a chunk, and of their extremes in zones of 8 bars from its start. */
export function rowWords({ nodes }: Pick<Program, "nodes">): Frame["events"] {
  const rows = nodes.flatMap(({ what }) => (what.kind === "row" ? [what.index] : []));
  return [
    ...rows.flatMap((index) =>
      [
        [`row${index}`, "rows", index],
        [`row${index}Top`, "tops", index],
        [`row${index}Bottom`, "bottoms", index],
      ] as const
    ),
    ["closeTop", "zones", 2],
    ["closeBottom", "zones", 3],
  ];
}

/**
 * Passes zones of 8 bars on which no signal can be true, by the extremes of what the signals read; undefined where that cannot
 * be told, or where bars that are passed would be missed by something that remembers them all.
 *
 * NaNs are no part of the extremes, but where a zone begins with one: comparisons with them are false, and the tests are
 * written so that extremes that are NaN rule nothing out.
 */
export function emitZoneSkip(program: Program): Code | undefined {
  const { nodes, signals, zoned, trailSeries } = program;
  if (!zoned || trailSeries !== undefined || nodes.some(needsEveryBar)) return undefined;
  const tests = [...signals.values()].map(({ node }) => mayHold(node));
  if (!tests.every((test) => test !== undefined)) return undefined;
  const distinct = [...new Map(tests.map((test) => [test.text, test])).values()];
  const remembered = nodes.filter((node) => node.remembered && node.what.kind !== "number");
  return js`if ((i - from & 7) === 0 && i + 8 <= end) {
        // Zones in which no signal can be true
        const first = i;
        do {
          const zone = i - from >> 3;
          if (${join(distinct, js` || `)}) break;
          i = i + 8 | 0;
        } while (i + 8 <= end);
        if (i > first) {
          ${lines(remembered.map((node) => js`${before(node)} = ${valueBefore(node, program)};`))}
        }
        if (i >= end) break;
      }`;
}

function needsEveryBar({ what, kept, remembered }: Node): boolean {
  if (kept || ["step", "stateful", "run"].includes(what.kind)) return true;
  return remembered && !["row", "column", "number", "order"].includes(what.kind);
}

/** The value of a remembered node on the bar before `i`. */
function valueBefore(node: Node, program: Program): Code {
  const { what, inputs } = node;
  if (what.kind === "order") {
    const [a, b] = inputs.map((input) => valueBefore(input, program));
    return js`${a} > ${b} ? 1 : ${a} < ${b} ? -1 : 0`;
  }
  return valueAt(node, program, -1);
}

/** The value of a row or column some bars after bar `i`, or before it. */
export function valueAt({ what, word }: Node, program: Program, bars: number): Code {
  const shift = when(bars !== 0, () => (bars < 0 ? js` - ${-bars}` : js` + ${bars}`));
  if (what.kind === "row") return js`${name(`row${what.index}`)}[i - from${shift}]`;
  if (what.kind === "column") return js`${columnCode(program, what.column)}[i${shift}]`;
  throw new TypeError(`Cannot tell the value of ${word} on another bar`);
}

/** A test that is true in every zone that has a bar on which the condition is true; undefined where there is none. */
function mayHold({ what, inputs }: Node): Code | undefined {
  if (what.kind === "crossing") {
    const [first] = inputs;
    return first.what.kind === "order" ? mayTurn(first) : mayCross(inputs, what.up);
  }
  if (what.kind !== "operator") return undefined;
  if (what.name === "&&" || what.name === "||") {
    const [left, right] = inputs.map(mayHold);
    if (what.name === "&&") return left && right ? js`(${left} && ${right})` : left ?? right;
    return left && right && js`(${left} || ${right})`;
  }
  const [a, b] = inputs.map(extremesOf);
  if (a === undefined || b === undefined) return undefined;
  switch (what.name) {
    case "<":
      return js`!(${a.bottom} >= ${b.top})`;
    case "<=":
      return js`!(${a.bottom} > ${b.top})`;
    case ">":
      return js`!(${a.top} <= ${b.bottom})`;
    case ">=":
      return js`!(${a.top} < ${b.bottom})`;
    default:
      return undefined;
  }
}

/** Whether the sign of a difference may become another. */
function mayTurn(order: Node): Code | undefined {
  const [a, b] = order.inputs.map(extremesOf);
  if (a === undefined || b === undefined) return undefined;
  const sign = before(order);
  return js`(${sign} > 0 ? !(${a.bottom} > ${b.top}) : ${sign} === 0 || !(${a.top} < ${b.bottom}))`;
}

/** Whether one value may be beyond the other on a bar, and not on the bar before. */
function mayCross(inputs: readonly Node[], up: boolean): Code | undefined {
  const [a, b] = inputs.map(extremesOf);
  if (a === undefined || b === undefined) return undefined;
  const [x, y] = inputs.map(before);
  return up
    ? js`(!(${a.top} <= ${b.bottom}) && (!(${a.bottom} > ${b.top}) || !(${x} > ${y})))`
    : js`(!(${a.bottom} >= ${b.top}) && (!(${a.top} < ${b.bottom}) || !(${x} < ${y})))`;
}

/** The largest and smallest value of a node in the zone. */
function extremesOf({ what }: Node): { readonly top: Code; readonly bottom: Code } | undefined {
  if (what.kind === "row") {
    return {
      top: js`${name(`row${what.index}Top`)}[zone]`,
      bottom: js`${name(`row${what.index}Bottom`)}[zone]`,
    };
  }
  if (what.kind === "number") return { top: name(what.slot.word), bottom: name(what.slot.word) };
  if (what.kind === "column" && what.column.kind === "bars" && what.column.name === "close") {
    return { top: js`closeTop[i >> 3]`, bottom: js`closeBottom[i >> 3]` };
  }
  return undefined;
}
