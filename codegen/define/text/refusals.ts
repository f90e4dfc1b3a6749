import type { SyntaxNode } from "../text.ts";
import type { Refusal } from "./reading.ts";

/** Kinds of syntax that the language has. */
type KnownKind =
  | "Literal"
  | "Identifier"
  | "UnaryExpression"
  | "BinaryExpression"
  | "LogicalExpression"
  | "ConditionalExpression"
  | "MemberExpression"
  | "CallExpression";

const readOnly = "write the value itself; an expression changes nothing";
const ownFunctions = "call the functions of the language, as in sma(close, 20)";
const oneValue = "write one expression";
const text = 'text in quotes stands only in column("…") and for time zones, as in hour("UTC")';

/** What each kind of JavaScript syntax that is not in the language is called, and what to write instead. */
const kinds: Readonly<
  Record<Exclude<SyntaxNode["type"], KnownKind>, readonly [what: string, remedy: string]>
> = {
  ArrayExpression: ["An array", oneValue],
  ArrowFunctionExpression: ["A function definition", "name the expression with let"],
  AssignmentExpression: ["An assignment", "write == to compare"],
  AwaitExpression: ["The word await", oneValue],
  ChainExpression: ["The operator ?.", "write nz(x, y) for a value that may be missing"],
  ClassExpression: ["A class", oneValue],
  FunctionExpression: ["A function definition", "name the expression with let"],
  ImportExpression: ["An import", ownFunctions],
  MetaProperty: ["A meta property", oneValue],
  NewExpression: ["The word new", ownFunctions],
  ObjectExpression: ["An object", oneValue],
  ParenthesizedExpression: ["A parenthesis", oneValue],
  PrivateIdentifier: ["A private name", "write the name without #"],
  SequenceExpression: ["A list of expressions", "join conditions with && or ||"],
  SpreadElement: ["A spread argument", "write the arguments one by one"],
  Super: ["The word super", oneValue],
  TaggedTemplateExpression: ["A template string", text],
  TemplateLiteral: ["A template string", text],
  ThisExpression: ["The word this", "name a column, parameter or let"],
  UpdateExpression: ["An operator that changes a value", readOnly],
  YieldExpression: ["The word yield", oneValue],
};

/** The refusal of a kind of syntax. */
export function refusedKind(type: SyntaxNode["type"]): Refusal {
  const [what, remedy] = kinds[type as keyof typeof kinds] ?? [type, oneValue];
  return { message: `${what} is not part of the language`, remedy };
}

const remedies: Readonly<Record<string, string>> = {
  "===": "write ==",
  "!==": "write !=",
  "&": "write && for conditions",
  "|": "write || for conditions",
  "^": "write p && !q || !p && q for conditions",
  "~": "write ! for a condition, - for a number",
  "**": "write x * x, or exp(y * log(x)) for x > 0",
  "??": "write nz(x, y)",
  "+": "leave the + out",
  "<<": "multiply by a power of 2",
  ">>": "divide by a power of 2 and take floor()",
  ">>>": "divide by a power of 2 and take floor()",
  in: "compare with == or between(x, low, high)",
  instanceof: "compare with == or between(x, low, high)",
  typeof: "leave it out; columns and parameters are numbers",
};

/** The refusal of an operator of JavaScript that the language does not have. */
export function refusedOperator(operator: string): Refusal {
  const place = operator === "+" ? " before a value" : "";
  return {
    message: `The operator ${operator}${place} is not part of the language`,
    remedy: remedies[operator] ?? "leave it out",
  };
}

const notText: Refusal = { message: "Text in quotes is no value", remedy: text };
const missing: Refusal = {
  message: "The word null is not part of the language",
  remedy: "write isNaN(x) to ask whether a value is missing",
};

/** The refusal of a literal that is neither a number nor a truth value. */
export function refusedLiteral(value: unknown): Refusal {
  if (typeof value === "string") return notText;
  return value === null ? missing : {
    message: "A regular expression is not part of the language",
    remedy: "look for a missing operand before the /",
  };
}
