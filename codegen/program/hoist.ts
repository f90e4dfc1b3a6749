import type { ParamValues } from "../define/static.ts";
import type { ColumnsProgram, Node, NumberSlot, Program, Signal } from "./program.ts";
import { historyOf } from "./windows.ts";

/** A program of which some nodes are computed before, as rows that others may share. */
export interface HoistedProgram {
  /** What is left; the rows are among its nodes. */
  readonly program: Program;
  /** What computes the rows: each part those whose numbers are the same. */
  readonly parts: readonly RowsPart[];
}

/** The program of some rows. */
export interface RowsPart {
  readonly program: ColumnsProgram;
  /** Which rows its results are. */
  readonly rows: readonly number[];
}

/** A node that can be computed before, and the numbers that its values depend on. */
export interface Candidate {
  readonly word: string;
  readonly numbers: readonly NumberSlot[];
  /** Whether it is an indicator, not made of some. */
  readonly indicator: boolean;
}

/** The nodes that can be computed before: series of numbers. Inputs before readers. */
export function candidatesOf({ nodes }: Program): Candidate[] {
  const known = new Map<Node, ReadonlySet<NumberSlot>>();
  for (const node of nodes) {
    const own = [...ownNumbers(node), ...node.inputs.flatMap((input) => [...known.get(input)!])];
    known.set(node, new Set(own));
  }
  return nodes.filter(isSeries).map((node) => ({
    word: node.word,
    numbers: [...known.get(node)!],
    indicator: node.what.kind === "step",
  }));
}

function isSeries({ type, what }: Node): boolean {
  return type === "number" && !["number", "column", "order"].includes(what.kind);
}

function ownNumbers({ what, start }: Node): NumberSlot[] {
  const own = what.kind === "number"
    ? [what.slot]
    : what.kind === "lag" || what.kind === "run"
    ? [what.bars]
    : what.kind === "stateful" && what.ring !== undefined
    ? [what.ring.slot]
    : what.kind === "step"
    ? [...what.numbers.values()]
    : [];
  return start === undefined ? own : [...own, start];
}

/**
 * Takes nodes out of a program, each with all that it alone reads.
 *
 * @param words Words of the nodes that are computed before. Those that only others of them read are no rows.
 */
export function hoist(program: Program, words: ReadonlySet<string>): HoistedProgram {
  const rows: Node[] = [];
  const kept = new Map<Node, Node>();
  const keep = (node: Node): Node => {
    const known = kept.get(node);
    if (known !== undefined) return known;
    const isRow = words.has(node.word);
    const made: Node = isRow
      ? { ...node, what: { kind: "row", index: rows.push(node) - 1 }, inputs: [] }
      : { ...node, inputs: node.inputs.map(keep) };
    kept.set(node, made);
    return made;
  };
  const signal = (of: Signal): Signal => ({ ...of, node: keep(of.node) });
  const signals = new Map([...program.signals].map(([name, of]) => [name, signal(of)]));
  const values = new Map(
    [...program.values].map(([key, value]) =>
      [key, value.kind === "series" ? { ...value, node: keep(value.node) } : value] as const
    ),
  );
  const { trailSeries } = program;
  const trail = trailSeries === undefined ? {} : { trailSeries: signal(trailSeries) };
  const nodes = program.nodes.flatMap((node) => kept.get(node) ?? []);
  return {
    program: { ...program, nodes, signals, values, ...trail },
    parts: groupsOf(rows, program).map((group) => partOf(group, rows, program)),
  };
}

/** Rows that depend on the same numbers are computed together. */
function groupsOf(rows: readonly Node[], program: Program): Node[][] {
  const numbers = new Map(candidatesOf(program).map(({ word, numbers }) => [word, numbers]));
  const groups = new Map<string, Node[]>();
  for (const row of rows) {
    const key = numbers.get(row.word)!.map(({ word }) => word).sort().join(" ");
    groups.set(key, [...groups.get(key) ?? [], row]);
  }
  return [...groups.values()];
}

function partOf(group: readonly Node[], rows: readonly Node[], program: Program): RowsPart {
  const copies = new Map<Node, Node>();
  const copy = (node: Node): Node => {
    const known = copies.get(node);
    if (known !== undefined) return known;
    // Its value is stored: it is no longer read undivided, nor written where it is read.
    const read = group.includes(node) ? { compared: false, readers: 2 } : {};
    const made = { ...node, ...read, inputs: node.inputs.map(copy) };
    copies.set(node, made);
    return made;
  };
  group.forEach(copy);
  const nodes = program.nodes.flatMap((node) => copies.get(node) ?? []);
  const inside = new Set(nodes.map(({ word }) => word));
  const history = historyOf(program.windows.filter(({ word }) => inside.has(word)));
  const steady = (params: ParamValues): number =>
    nodes.reduce((most, node) => Math.max(most, node.first(params) + 1), 0);
  const own = new Set(["steadyStart", "historyBars"]);
  const results = group.map((node, index): Signal => ({
    node: copies.get(node)!,
    start: { word: `result${index}Start`, whole: true, value: node.first },
  }));
  return {
    rows: group.map((node) => rows.indexOf(node)),
    program: {
      nodes,
      results,
      columns: program.columns,
      numbers: [
        ...program.numbers.filter(({ word }) => !own.has(word)),
        ...results.map(({ start }) => start),
        { word: "steadyStart", whole: true, value: steady },
        { word: "historyBars", whole: true, value: history },
      ],
      history,
    },
  };
}
