import type { Call, Expression } from "../expression.ts";
import { type FunctionSpec, signature } from "../function_spec.ts";
import { functions } from "../functions.ts";
import type { CallNode, MemberNode, SyntaxNode } from "../text.ts";
import { convert, convertAll } from "./convert.ts";
import { checkLetters, resolveDotted, resolveFunction } from "./names.ts";
import { type Reading, refuse, sourceOf } from "./reading.ts";

/** Reads `f(a, b)` and `column("Adj Close")`. */
export function convertCall(node: CallNode, reading: Reading): Expression | undefined {
  const { callee } = node;
  if (callee.type !== "Identifier") {
    convertAll(node.arguments, reading);
    return refuseCallee(callee, reading);
  }
  if (sourceOf(reading, callee) === "column") return convertColumn(node, reading);
  const spec = resolveFunction(callee, reading);
  const args = convertArguments(node, spec, reading);
  if (args === undefined) return undefined;
  if (spec !== undefined) return { tag: "call", name: spec.name, args };
  reading.pieces.push(...args);
  return undefined;
}

/** Reads arguments; text in quotes stands only where the function takes a time zone. */
function convertArguments(
  { arguments: nodes }: CallNode,
  spec: FunctionSpec | undefined,
  reading: Reading,
): Expression[] | undefined {
  const quoted = nodes.map((node, index): Expression | undefined => {
    const takesText = spec?.args[index]?.type === "zone";
    if (!takesText || node.type !== "Literal" || typeof node.value !== "string") return undefined;
    const text = { tag: "text", value: node.value } as const;
    reading.ranges.set(text, node);
    return text;
  });
  const others = convertAll(nodes.filter((_, index) => quoted[index] === undefined), reading);
  if (others === undefined) return undefined;
  const rest = others.values();
  return quoted.map((text) => text ?? rest.next().value!);
}

/** Refuses the call of anything but a name; `Math.max(a, b)` has a remedy. */
function refuseCallee(callee: SyntaxNode, reading: Reading): undefined {
  const member = callee.type === "MemberExpression" && !callee.computed ? callee.property : callee;
  const spec = functions.get(sourceOf(reading, member));
  const message = "Expected the name of a function before the parenthesis";
  if (spec === undefined || spec.symbol !== undefined) {
    return refuse(reading, callee, { message, remedy: "write it as in sma(close, 20)" });
  }
  return refuse(reading, callee, { message, remedy: `write ${signature(spec)}` });
}

function convertColumn(node: CallNode, reading: Reading): Expression | undefined {
  const [name, ...more] = node.arguments;
  if (more.length === 0 && name?.type === "Literal" && typeof name.value === "string") {
    return { tag: "column", name: name.value };
  }
  return refuse(reading, node, {
    message: "Expected one name in quotes as argument of column",
    remedy: 'write column("Adj Close")',
  });
}

/** Reads `x[k]`, `macd(close).signal` and, where names may have dots, `settings.cash`. */
export function convertMember(node: MemberNode, reading: Reading): Expression | undefined {
  const dotted = reading.scope.dotted ? resolveDotted(node, reading) : undefined;
  if (dotted !== undefined) return dotted;
  return node.computed ? convertLag(node, reading) : convertOutput(node, reading);
}

function convertLag(node: MemberNode, reading: Reading): Expression | undefined {
  const args = convertAll([node.object, node.property], reading);
  if (args === undefined) return undefined;
  const [, lag] = args;
  if (lag.tag === "number" && lag.value < 0) {
    const back = `${sourceOf(reading, node.object).slice(0, 60)}[${-lag.value}]`;
    return refuse(reading, node, {
      message: `A lag of ${lag.value} looks ahead`,
      remedy: `write ${back} to look back`,
    });
  }
  return { tag: "call", name: "lag", args };
}

function convertOutput(node: MemberNode, reading: Reading): Expression | undefined {
  const { object, property } = node;
  if (property.type === "Identifier" && hasOutputs(object)) {
    const plain = checkLetters(property, reading);
    const call = convertCall(object, reading) as Call | undefined;
    return plain && call !== undefined ? { ...call, output: property.name } : undefined;
  }
  const before = reading.scope.problems.length;
  convert(object, reading);
  if (reading.scope.problems.length > before) return undefined;
  const names = [...functions.values()].filter((spec) => spec.outputs !== undefined)
    .map((spec) => spec.name);
  return refuse(reading, node, {
    message: `Expected a function with several outputs before .${sourceOf(reading, property)}`,
    remedy: `those with outputs are ${names.join(", ")}, as in macd(close).signal`,
  });
}

function hasOutputs(node: SyntaxNode): node is CallNode {
  return node.type === "CallExpression" && node.callee.type === "Identifier" &&
    functions.get(node.callee.name)?.outputs !== undefined;
}
