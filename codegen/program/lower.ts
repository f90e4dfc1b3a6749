import type { Call, Expression } from "../define/expression.ts";
import { isClockFunction } from "../define/clock.ts";
import { isStatic } from "../define/function_spec.ts";
import { valueType } from "../define/value_type.ts";
import { isStaticExpression, type ParamValues, staticValue } from "../define/static.ts";
import { statefulTexts } from "../emit/stateful.ts";
import { indicators } from "../indicators/mod.ts";
import { column } from "../indicators/build.ts";
import type { Indicator, Step } from "../indicators/indicator.ts";
import {
  clockNode,
  columnNode,
  customNode,
  localTimeNode,
  type NodePlan,
  numberNode,
} from "./leaf_nodes.ts";
import { capital, isQuotient, latest, once, rangeOf, readsTwice, unread } from "./node_facts.ts";
import { NumberTable } from "./number_table.ts";
import { statefulNode } from "./stateful_node.ts";
import { Words } from "./words.ts";
import { historyOf } from "./windows.ts";
import type { NewNode, Node, NumberSlot, Window } from "./program.ts";

/**
 * Turns expressions into nodes. Equal subexpressions become one node, static ones a number of the parameter array,
 * indicators that are written with others are expanded.
 */
export class Lowering {
  readonly #words = new Words();
  readonly #nodes = new Map<string, Node>();
  readonly #numbers = new NumberTable(this.#words);
  readonly #windows: Window[] = [];

  /** Every node so far, inputs before readers. */
  get nodes(): readonly Node[] {
    return [...this.#nodes.values()];
  }

  /** Every number so far. */
  get numbers(): readonly NumberSlot[] {
    return this.#numbers.slots;
  }

  /** Bars of history that kept nodes need. */
  get history(): (values: ParamValues) => number {
    return historyOf([...this.#windows]);
  }

  /** How far back kept nodes are read. */
  readonly windows: readonly Window[] = this.#windows;

  /** A number of the parameter array under a fixed word; one word, one number. */
  number(word: string, value: NumberSlot["value"], whole = false): NumberSlot {
    return this.#numbers.named(word, value, whole);
  }

  /** The number of a static expression; equal expressions share it. */
  static(expression: Expression, whole = false): NumberSlot {
    return this.#numbers.static(expression, whole);
  }

  /** The node of an expression, new or known. Each call counts as one reader. */
  lower(expression: Expression): Node {
    const node = this.#lower(expression);
    node.readers++;
    return node;
  }

  readonly #known = new Map<Expression, Node>();

  /** Expansions read an argument several times; knowing it by identity keeps nested ones from multiplying. */
  #lower(expression: Expression): Node {
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    const node = this.#lowerNew(expression);
    this.#known.set(expression, node);
    return node;
  }

  #lowerNew(expression: Expression): Node {
    if (isStaticExpression(expression)) {
      return this.#plan(numberNode(this.static(expression), expression));
    }
    if (expression.tag === "column") return this.#plan(columnNode(expression.name));
    if (expression.tag === "custom") return this.#plan(customNode(expression));
    const { name, args, output } = expression as Call;
    const indicator = indicators.get(name);
    if (indicator?.expand !== undefined) return this.#lower(indicator.expand(args, output));
    if (indicator?.step !== undefined) return this.#step(indicator, indicator.step, args);
    if (name === "lag") return this.#lag(args);
    if (name === "crossOver" || name === "crossUnder") return this.#crossing(name, args);
    if (name === "rising" || name === "falling") return this.#run(name, args);
    if (isClockFunction(name)) {
      return this.#plan(clockNode(name, this.#plan(localTimeNode(args[0]))));
    }
    if (statefulTexts.has(name)) return this.#plan(statefulNode(expression as Call, this));
    return this.#operator(expression as Call);
  }

  #plan({ key, kind, node }: NodePlan): Node {
    return this.#node(key, kind, node);
  }

  /** The node under a key, made once. */
  #node(key: string, kind: string, make: (word: string) => NewNode): Node {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const word = this.#words.of(kind);
    const made = make(word);
    const first = once(made.first);
    const node = { word, ...made, first, ...unread };
    this.#nodes.set(key, node);
    return node;
  }

  #operator({ name, args }: Call): Node {
    const inputs = args.map((arg) => this.lower(arg));
    const key = `${name} ${inputs.map((input) => input.word).join(" ")}`;
    const known = this.#nodes.get(key);
    if (known !== undefined) {
      inputs.forEach((input) => input.readers--);
      return known;
    }
    if (readsTwice.has(name)) inputs.forEach((input) => input.readers++);
    return this.#node(key, "x", () => ({
      type: valueType({ tag: "call", name, args }),
      what: { kind: "operator", name },
      inputs,
      first: latest(inputs),
      range: rangeOf(name, inputs),
    }));
  }

  #lag([x, k]: readonly Expression[]): Node {
    const input = this.lower(x);
    // One bar back is so common that it is structure: a variable instead of a column that is read back.
    if (k.tag === "number" && k.value === 1) {
      input.remembered = true;
      return this.#earlier(`before ${input.word}`, { input, k }, { kind: "before" });
    }
    const bars = this.static(k, true);
    this.#window(input, (values) => staticValue(k, values));
    return this.#earlier(`lag ${input.word} ${bars.word}`, { input, k }, { kind: "lag", bars });
  }

  #earlier(
    key: string,
    { input, k }: { readonly input: Node; readonly k: Expression },
    what: Extract<Node["what"], { kind: "lag" | "before" }>,
  ): Node {
    return this.#node(key, "lag", (word) => {
      const first = (values: ParamValues): number => input.first(values) + staticValue(k, values);
      const start = this.number(`${word}Start`, first, true);
      return { type: "number", what, inputs: [input], first, start, range: input.range };
    });
  }

  #crossing(name: string, args: readonly Expression[]): Node {
    const pair = args.map((arg) => this.lower(arg));
    const inputs = pair.every(isQuotient) ? [this.#order(pair)] : pair;
    inputs.forEach((input) => input.remembered = true);
    const key = `${name} ${inputs.map((input) => input.word).join(" ")}`;
    return this.#node(key, name, (word) => {
      const first = (values: ParamValues): number => latest(inputs)(values) + 1;
      const start = this.number(`${word}Start`, first, true);
      const what = { kind: "crossing" as const, up: name === "crossOver" };
      return { type: "boolean", what, inputs, first, start, range: "any" };
    });
  }

  /** The sign of a difference of averages or prices, shared by all crossings of the two. */
  #order(pair: readonly Node[]): Node {
    pair.forEach((node) => {
      node.readers--;
      node.compared = true;
    });
    return this.#node(`order ${pair.map((node) => node.word).join(" ")}`, "order", () => ({
      type: "number",
      what: { kind: "order" },
      inputs: pair,
      first: latest(pair),
      range: "finite",
    }));
  }

  #run(name: string, [x, k]: readonly Expression[]): Node {
    const input = this.lower(x);
    input.remembered = true;
    const bars = this.static(k, true);
    return this.#node(`${name} ${input.word} ${bars.word}`, name, (word) => {
      const first = (values: ParamValues): number => input.first(values) + staticValue(k, values);
      const start = this.number(`${word}Start`, first, true);
      const what = { kind: "run" as const, up: name === "rising", bars };
      return { type: "boolean", what, inputs: [input], first, start, range: "any" };
    });
  }

  #step({ name, args: specs }: Indicator, step: Step, args: readonly Expression[]): Node {
    const series = args.filter((_, index) => !isStatic(specs[index].type));
    const columns = (step.columns ?? []).map(column);
    const inputs = [...series, ...columns].map((input) => this.lower(input));
    // The text of a step names its inputs several times.
    inputs.forEach((input) => input.readers++);
    const words = inputs.map((input) => input.word).join(" ");
    const statics = args.filter((_, index) => isStatic(specs[index].type));
    const key = `${name} ${words} ${statics.map((arg) => JSON.stringify(arg)).join(" ")}`;
    const at = (values: ParamValues) => (index: number): number => staticValue(args[index], values);
    const latestInput = latest(inputs);
    return this.#node(key, name, (word) => {
      if (step.window !== undefined) {
        inputs.forEach((input) => this.#window(input, (values) => step.window!(at(values))));
      }
      const numbers = Object.entries(step.numbers).map(([key, value]) => {
        const slot = this.number(
          word + capital(key),
          (values) => value(at(values)),
          key === "n" || key === "bars",
        );
        return [key, slot] as const;
      });
      const start = this.number(
        `${word}Start`,
        (values) => latestInput(values) + (step.skip?.(at(values)) ?? 0),
        true,
      );
      return {
        type: "number",
        what: {
          kind: "step",
          step,
          numbers: new Map(numbers),
          ...(step.room && { room: (values) => step.room!(at(values)) }),
        },
        inputs,
        first: (values) => latestInput(values) + step.lookBack(at(values)),
        start,
        range: "any",
      };
    });
  }

  /** Notes that earlier values of a node are read. Columns of the bars and numbers need no keeping. */
  #window(input: Node, bars: (values: ParamValues) => number): void {
    if (input.what.kind === "column" || input.what.kind === "number") return;
    input.kept = true;
    this.#windows.push({ word: input.word, bars });
  }
}
