import { assert, assertEquals } from "@std/assert";
import { add, close, gt } from "../codegen/define/builders.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import { problemsOf, quick } from "./hostile/quick.ts";

const plain = { name: "x", long: { enter: gt(close, 1) }, risk: [{ stopLoss: 0.1 }] };

Deno.test("strategy() reads a getter once and keeps plain data", () => {
  const answers = ["number", "call", "param"];
  const node = {
    get tag(): string {
      return answers.shift()!;
    },
    value: 1,
    name: "sma",
    args: [],
  };
  const made = strategy({ ...plain, long: { enter: gt(close, node as never) } });
  assertEquals(made, strategy(plain));
  let reads = 0;
  const names = {
    get name(): string {
      return `x${reads++}`;
    },
    long: plain.long,
  };
  assert(/^x\d$/.test(strategy(names).name));
  assertEquals(Object.getOwnPropertyDescriptor(strategy(names), "name")!.get, undefined);
});

Deno.test("strategy() reads through proxies as through plain objects", () => {
  const wrap = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? new Proxy(value, { get: (target, key) => wrap(Reflect.get(target, key)) })
      : value;
  const open = structuredClone(plain);
  assertEquals(quick(() => strategy(wrap(open) as typeof plain)), strategy(plain));
});

Deno.test("a proxy without end is refused", () => {
  const endless: object = new Proxy({}, {
    get: () => endless,
    has: () => true,
    ownKeys: () => ["tag", "name", "args"],
    getOwnPropertyDescriptor: () => ({ value: endless, enumerable: true, configurable: true }),
  });
  problemsOf(() => strategy(endless as never));
  problemsOf(() => strategy({ name: "x", long: { enter: endless as never } }));
  const args = (): unknown[] => [node(), node()];
  const node = (): object =>
    new Proxy({ tag: "call", name: "+", args: [] }, {
      get: (target, key) => key === "args" ? args() : Reflect.get(target, key),
    });
  problemsOf(() => strategy({ name: "x", long: { enter: gt(node() as never, 1) } }));
});

Deno.test("an error thrown by a getter or a trap comes through, and leaves nothing behind", () => {
  const error = new Error("mine");
  const fails = {
    get long(): never {
      throw error;
    },
    name: "x",
  };
  const traps = new Proxy(plain, {
    ownKeys(): never {
      throw error;
    },
  });
  for (const written of [fails, traps]) {
    let caught: unknown;
    try {
      strategy(written);
    } catch (thrown) {
      caught = thrown;
    }
    assertEquals(caught, error);
  }
});

Deno.test("a definition may change after the strategy is made", () => {
  const open = structuredClone(plain);
  const made = strategy(open);
  const before = JSON.stringify(made);
  open.risk[0].stopLoss = 0.9;
  (open.long.enter as unknown as { args: unknown[] }).args.reverse();
  assertEquals(JSON.stringify(made), before);
  const costs = { percent: 0.1 };
  const resolved = settings({ commission: costs });
  costs.percent = 9;
  assertEquals(resolved.commission.percent, 0.1);
});

Deno.test("a copy of a strategy with other parts is checked again", () => {
  const made = strategy(plain);
  assertEquals(strategy(made), made);
  problemsOf(() => strategy({ ...made, size: { units: 0 } } as never));
});

Deno.test("strategy() refuses or skips holes in lists", () => {
  const call = (args: unknown[]): unknown => ({ tag: "call", name: "+", args });
  const holes = [, close];
  problemsOf(() => strategy({ name: "x", long: { enter: gt(call(holes) as never, 1) } }));
  problemsOf(() => strategy({ name: "x", long: { enter: gt(call(new Array(1e9)) as never, 1) } }));
  problemsOf(() => strategy({ ...plain, risk: [, { stopLoss: 0.1 }, { stopLoss: 0.2 }] as never }));
  quick(() => {
    try {
      strategy({ ...plain, risk: new Array(1e8) });
    } catch {
      // Refused as well as skipped.
    }
  }, "a list of a hundred million holes");
});

Deno.test("strategy() refuses cyclic trees", () => {
  const cycle = { tag: "call", name: "+", args: [close] as unknown[] };
  cycle.args.push(cycle);
  const [problem] = problemsOf(() =>
    strategy({ name: "x", long: { enter: gt(cycle as never, 1) } })
  );
  assertEquals(problem.path, "long.enter");
  const rules: unknown[] = [];
  rules.push(rules);
  problemsOf(() => strategy({ ...plain, risk: rules as never }));
  const definition: Record<string, unknown> = { ...plain };
  definition.let = definition;
  problemsOf(() => strategy(definition as never));
  assertEquals(strategy({ name: "x", long: { enter: gt(add(close, close), 1) } }).name, "x");
});
