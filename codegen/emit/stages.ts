import { gatesOf } from "../program/gates.ts";
import type { Node, Program } from "../program/program.ts";

/** When each node is computed on a bar: always, only to decide signals, or only where a signal is true. */
export interface Stages {
  readonly always: ReadonlySet<Node>;
  readonly signals: ReadonlySet<Node>;
  readonly values: ReadonlySet<Node>;
  /** Without a change of any of these no signal can be true; empty if that cannot be said. */
  readonly gates: readonly Node[];
}

/** Puts every node into the latest stage that all its readers allow. */
export function stagesOf(program: Program): Stages {
  const { nodes, signals, values, trailSeries } = program;
  const always = new Set<Node>();
  for (const node of nodes) {
    const keepsState = ["step", "stateful", "run"].includes(node.what.kind);
    if (keepsState || node.kept || node.remembered) add(node, always);
  }
  if (trailSeries !== undefined) add(trailSeries.node, always);
  const conditions = [...signals.values()].map(({ node }) => node);
  const signalNodes = new Set<Node>();
  conditions.forEach((node) => add(node, signalNodes, always));
  const valueNodes = new Set<Node>();
  for (const value of values.values()) {
    if (value.kind === "series") add(value.node, valueNodes, always, signalNodes);
  }
  return {
    always,
    signals: signalNodes,
    values: valueNodes,
    gates: gatesOf(conditions) ?? [],
  };
}

/** Adds a node and all that it reads, but for what is there already. */
function add(node: Node, to: Set<Node>, ...earlier: readonly ReadonlySet<Node>[]): void {
  if (to.has(node) || earlier.some((stage) => stage.has(node))) return;
  to.add(node);
  node.inputs.forEach((input) => add(input, to, ...earlier));
}
