import type { StepContext } from "../indicators/indicator.ts";
import type { ColumnSource, Node, NodeProgram } from "../program/program.ts";
import { capital } from "../program/node_facts.ts";
import { clockTexts } from "./clock.ts";
import { type Code, js, lines, name, nothing } from "./code.ts";
import { columnCode } from "./column_code.ts";
import { calls, emitOperator } from "./operators.ts";
import { statefulTexts } from "./stateful.ts";

/** Emits the nodes of a program for one bar of the warm-up loop or of the steady one. */
export class BarEmitter {
  readonly #program: NodeProgram;
  readonly #steady: boolean;

  /** An emitter for one of the two loops. */
  constructor(program: NodeProgram, steady: boolean) {
    this.#program = program;
    this.#steady = steady;
  }

  /** The computations of some nodes on one bar, in order, but for what is written in place where it is read. */
  computations(stage: ReadonlySet<Node>): Code {
    const nodes = this.#program.nodes.filter((node) => stage.has(node));
    return lines(nodes.flatMap((node) => [this.#declare(node), this.#keep(node)]));
  }

  /** What the next bar reads of this one. */
  memories(): Code {
    const remembered = this.#program.nodes.filter((node) => node.remembered);
    return lines(
      remembered.filter(({ what }) => what.kind !== "number")
        .map((node) => js`${before(node)} = ${this.read(node)};`),
    );
  }

  /** The value of a node on this bar, where any expression may stand. */
  read(node: Node): Code {
    if (node.what.kind === "number") {
      const word = name(node.what.slot.word);
      return word;
    }
    return this.#inPlace(node) ? this.#operator(node) : name(node.word);
  }

  /** The value of a node as an operand: in parentheses where it is an operation itself. */
  #operand(node: Node): Code {
    const code = this.read(node);
    const simple = /^[\w.]+$/.test(code.text);
    const call = /^Math\.\w+\(/.test(code.text) && this.#inPlace(node) &&
      calls.has((node.what as { name: string }).name);
    return simple || call ? code : js`(${code})`;
  }

  /** Operators with one reader are written where they are read. */
  #inPlace(node: Node): boolean {
    return node.what.kind === "operator" && node.readers < 2 && !node.kept && !node.remembered;
  }

  #declare(node: Node): Code {
    const word = name(node.word);
    switch (node.what.kind) {
      case "number":
        return nothing;
      case "column":
        return js`const ${word} = ${this.#columnCode(node.what.column)}[i];`;
      case "row":
        return js`const ${word} = ${name(`row${node.what.index}`)}[i - from];`;
      case "operator":
        return this.#inPlace(node) ? nothing : js`const ${word} = ${this.#operator(node)};`;
      case "lag":
        return js`const ${word} = ${this.#lag(node)};`;
      case "before": {
        const [input] = node.inputs;
        const value = before(input);
        if (this.#steady) return js`const ${word} = ${value};`;
        return js`const ${word} = i >= ${name(node.start!.word)} ? ${value} : NaN;`;
      }
      case "crossing":
        return js`const ${word} = ${this.#fromStart(node, this.#crossing(node, node.what.up))};`;
      case "clock":
        return clockTexts.get(node.what.name)!(this.read(node.inputs[0]), name(node.word));
      case "stateful":
        return this.#stateful(node, node.what.name);
      case "order":
        return this.#order(node);
      case "run":
        return this.#run(node, node.what);
      case "step":
        return this.#step(node);
    }
  }

  #keep(node: Node): Code {
    if (!node.kept) return nothing;
    return js`${history(node)}[i - shift] = ${this.read(node)};`;
  }

  #columnCode(column: ColumnSource): Code {
    return columnCode(this.#program, column);
  }

  /** A condition that is false before the node's start; the steady loop needs no looking. */
  #fromStart(node: Node, condition: Code): Code {
    return this.#steady ? condition : js`(i >= ${name(node.start!.word)}) & (${condition})`;
  }

  #lag(node: Node): Code {
    const [input] = node.inputs;
    const bars = (node.what as Extract<Node["what"], { kind: "lag" }>).bars;
    const value = this.#earlier(input, js`i - ${name(bars.word)}`);
    return this.#steady ? value : js`i >= ${name(node.start!.word)} ? ${value} : NaN`;
  }

  /** A node's value on an earlier bar. */
  #earlier(node: Node, index: Code): Code {
    if (node.what.kind === "number") return this.read(node);
    if (node.what.kind === "column") return js`${this.#columnCode(node.what.column)}[${index}]`;
    return js`${history(node)}[${index} - shift]`;
  }

  #crossing(node: Node, up: boolean): Code {
    const [a, b] = node.inputs;
    const [now, then] = up ? [js`>`, js`<=`] : [js`<`, js`>=`];
    const [toNow, toThen] = b === undefined ? [js`0`, js`0`] : [this.#operand(b), before(b)];
    return js`(${this.#operand(a)} ${now} ${toNow}) & (${before(a)} ${then} ${toThen})`;
  }

  /**
   * The sign of a - b. Quotients are compared by cross products; only where these are too near each other for their
   * rounding to be ruled out are the quotients themselves computed.
   */
  #order(node: Node): Code {
    const order = name(node.word);
    const exact = (a: Code, b: Code): Code => js`${a} > ${b} ? 1 : ${a} < ${b} ? -1 : 0`;
    const whole = node.inputs.some(({ what }) => what.kind === "row") &&
      node.inputs.every(({ what }) => what.kind !== "step");
    if (!this.#steady || whole) {
      const [a, b] = node.inputs.map((input) => this.#operand(input));
      return js`const ${order} = ${exact(a, b)};`;
    }
    const [a, b] = node.inputs.map((input) => this.#quotient(input));
    const [left, right, margin] = ["Left", "Right", "Margin"].map((part) => name(node.word + part));
    const divided = ({ over, by }: { over: Code; by?: Code }): Code =>
      by === undefined ? over : js`${over} / ${by}`;
    const times = ({ over }: { over: Code }, { by }: { by?: Code }): Code =>
      by === undefined ? over : js`${over} * ${by}`;
    return js`const ${left} = ${times(a, b)};
      const ${right} = ${times(b, a)};
      const ${margin} = Math.abs(${right}) * 1e-12 + 1e-290;
      let ${order} = 1;
      if (!(${left} - ${right} > ${margin})) {
        if (${left} - ${right} < -${margin}) ${order} = -1;
        else {
          // Too near to tell: divide
          const a = ${divided(a)};
          const b = ${divided(b)};
          ${order} = ${exact(js`a`, js`b`)};
        }
      }`;
  }

  #quotient(node: Node): { over: Code; by?: Code } {
    if (node.what.kind !== "step") return { over: this.read(node) };
    const { over, by } = node.what.step.quotient!;
    const context = this.#context(node);
    return { over: over(context), by: by(context) };
  }

  #run(node: Node, { up, bars }: Extract<Node["what"], { kind: "run" }>): Code {
    const [input] = node.inputs;
    const count = name(`${node.word}Count`);
    const moved = js`${this.#operand(input)} ${up ? js`>` : js`<`} ${before(input)}`;
    return js`${count} = ${moved} ? ${count} + 1 : 0;
      const ${name(node.word)} = ${this.#fromStart(node, js`${count} >= ${name(bars.word)}`)};`;
  }

  #stateful(node: Node, operator: string): Code {
    const { ring } = node.what as Extract<Node["what"], { kind: "stateful" }>;
    const { update, value } = statefulTexts.get(operator)!.emit({
      i: js`i`,
      inputs: node.inputs.map((input) => this.read(input)),
      finite: (input) => node.inputs[input].range !== "any",
      word: name(node.word),
      state: (key) => name(node.word + capital(key)),
      ring: ring && { array: name(`${node.word}Ring`), bars: name(ring.slot.word) },
    });
    const word = name(node.word);
    if (this.#steady || node.start === undefined) return js`${update}\nconst ${word} = ${value};`;
    return js`let ${word} = NaN;
      if (i >= ${name(node.start.word)}) {
        ${update}
        ${word} = ${value};
      }`;
  }

  #step(node: Node): Code {
    const { step } = node.what as Extract<Node["what"], { kind: "step" }>;
    const undivided = this.#steady && node.compared && node.readers === 0;
    return undivided ? step.quotient!.update(this.#context(node)) : step.emit(this.#context(node));
  }

  #context(node: Node): StepContext {
    const { numbers } = node.what as Extract<Node["what"], { kind: "step" }>;
    const inputs = node.inputs.map((input) => this.read(input));
    return {
      i: js`i`,
      x: inputs[0],
      inputs,
      value: name(node.word),
      finite: node.inputs.every(({ range }) => range !== "any"),
      steady: this.#steady,
      start: name(node.start!.word),
      state: (key) => name(node.word + capital(key)),
      number: (key) => name(numbers.get(key)!.word),
      room: name(`${node.word}Room`),
      input: (index, position = 0) => this.#earlier(node.inputs[position], index),
    };
  }

  /** The larger or smaller of two prices, which are no NaN and no -0: a comparison is enough. */
  #selectPrice(node: Node, operator: string): Code | undefined {
    if (!this.#steady || node.range !== "price" || !/^(max|min)$/.test(operator)) return undefined;
    const [a, b] = node.inputs.map((input) => name(input.word));
    return js`${a} ${operator === "max" ? js`>` : js`<`} ${b} ? ${a} : ${b}`;
  }

  #operator(node: Node): Code {
    const operator = node.what as Extract<Node["what"], { kind: "operator" }>;
    const emit = emitOperator.get(operator.name);
    if (emit === undefined) throw new TypeError(`Cannot emit operator ${operator.name}`);
    const select = this.#selectPrice(node, operator.name);
    if (select !== undefined) return select;
    const bare = calls.has(operator.name);
    return emit(...node.inputs.map((input) => bare ? this.read(input) : this.#operand(input)));
  }
}

/** A node's value of the bar before; of a number, the number. */
export function before(node: Node): Code {
  return node.what.kind === "number" ? name(node.what.slot.word) : name(`${node.word}Before`);
}

function history(node: Node): Code {
  return name(`${node.word}History`);
}
