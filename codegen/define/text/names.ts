import type { Expression } from "../expression.ts";
import { type FunctionSpec, signature } from "../function_spec.ts";
import { functions } from "../functions.ts";
import { barColumns, isPlainName } from "../names.ts";
import { nearestName } from "../problem.ts";
import type { MemberNode, NameNode, SyntaxNode } from "../text.ts";
import { codePoint, type Reading, type Refusal, refuse, sourceOf } from "./reading.ts";

/** The expression that a name stands for: a `let`, else a parameter, else a column of the bars. */
export function resolveName(node: NameNode, reading: Reading): Expression | undefined {
  if (!checkLetters(node, reading)) return undefined;
  const { name } = node;
  const { lets, params } = reading.scope;
  const known = lets.get(name) ?? params.get(name);
  // A copy, so that each use has a place of its own in the text.
  if (known !== undefined) return { ...known };
  const spec = functions.get(name);
  if (spec !== undefined || name === "column") {
    return refuse(reading, node, uncalled(name, spec));
  }
  if (!isPlainName(name)) return refuse(reading, node, noName(name));
  return { tag: "column", name };
}

/** What a name with dots stands for: a `let`, else a column; nothing where the node is no such name. */
export function resolveDotted(node: MemberNode, { scope }: Reading): Expression | undefined {
  const name = dottedName(node);
  if (name === undefined) return undefined;
  const known = scope.lets.get(name);
  return known === undefined ? { tag: "column", name } : { ...known };
}

function dottedName(node: SyntaxNode): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression" || node.computed) return undefined;
  const before = dottedName(node.object);
  const last = dottedName(node.property);
  return before === undefined || last === undefined ? undefined : `${before}.${last}`;
}

function uncalled(name: string, spec: FunctionSpec | undefined): Refusal {
  const call = spec === undefined ? 'column("Adj Close")' : signature(spec);
  return {
    message: `Expected a value but found the function ${name}`,
    remedy: `call it: ${call}, or write column("${name}") for a column of that name`,
  };
}

function noName(name: string): Refusal {
  const column = `write column(${JSON.stringify(name.slice(0, 60))}) for a column of that name`;
  return {
    message: `Expected a name for a value but found ${name.slice(0, 60)}`,
    remedy: name === "NaN" ? "write isNaN(x) to ask whether a value is missing" : column,
  };
}

/** Refuses letters that look like others and escapes; `place` is what the name is read as. */
export function checkLetters(node: NameNode, reading: Reading): boolean {
  const source = sourceOf(reading, node);
  if (/^[\w$]+$/.test(source)) return true;
  const [strange] = /[^\w$]/u.exec(source)!;
  const found = strange === "\\"
    ? `an escape for ${codePoint(escaped(source, node.name))}`
    : `"${strange}" (${codePoint(strange)})`;
  const column = `column(${JSON.stringify(node.name.slice(0, 60))})`;
  refuse(reading, node, {
    message: `Expected letters, digits and _ of ASCII in a name but found ${found}`,
    remedy: `write the name in plain letters, or ${column} for a column`,
  });
  return false;
}

/** The character of the name that its source writes with the first escape. */
function escaped(source: string, name: string): string {
  return String.fromCodePoint(name.codePointAt(source.indexOf("\\"))!);
}

/** The function that a call names; anything else is refused with the nearest one. */
export function resolveFunction(node: NameNode, reading: Reading): FunctionSpec | undefined {
  if (!checkLetters(node, reading)) return undefined;
  const { name } = node;
  const spec = functions.get(name);
  if (spec !== undefined && spec.symbol === undefined) return spec;
  const refusal = spec === undefined
    ? unknownFunction(name, reading)
    : { message: `The function ${name} is written ${spec.symbol}`, remedy: `write ${spec.symbol}` };
  return refuse(reading, node, refusal);
}

function unknownFunction(name: string, { scope }: Reading): Refusal {
  const kind = valueKind(name, scope);
  if (kind !== undefined) {
    return {
      message: `${name} is a ${kind}, not a function`,
      remedy: `write ${name}, or ${name}[k] for its value k bars ago`,
    };
  }
  const message = `Expected a known function but found ${name.slice(0, 60)}`;
  if (name === "param") return { message, remedy: "write the name of the parameter alone" };
  const near = nearestName(name, callable());
  return near === undefined ? { message } : { message, remedy: `did you mean "${near}"?` };
}

function valueKind(name: string, { lets, params }: Reading["scope"]): string | undefined {
  if (lets.has(name)) return "let";
  if (params.has(name)) return "parameter";
  return (barColumns as readonly string[]).includes(name) ? "column" : undefined;
}

/** Names that may stand before a parenthesis: no symbols, which would be near to every short name. */
function callable(): string[] {
  const specs = [...functions.values()].filter((spec) => spec.symbol === undefined);
  return [...specs.map((spec) => spec.name), "column"];
}
