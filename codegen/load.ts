import type { Kernel } from "./kernel.ts";

/** Thrown where strings may not become code. */
export class CodeGenerationError extends Error {
  /** Makes the error around the engine's own. */
  constructor(cause: unknown) {
    super(
      'Cannot compile a strategy: code generation from strings is forbidden here; run with simMode "event"',
      { cause },
    );
    this.name = "CodeGenerationError";
  }
}

/**
 * What generated source returns: the functions of a kernel. The only place where text becomes code.
 *
 * @param source Text made by the emitters.
 * @throws {CodeGenerationError} If code generation from strings is forbidden.
 */
export function load<K = Kernel>(source: string): K {
  try {
    return new Function(source)() as K;
  } catch (error) {
    if (error instanceof EvalError) throw new CodeGenerationError(error);
    if (error instanceof SyntaxError) {
      throw new SyntaxError(`${error.message} in generated code:\n${numbered(source)}`, {
        cause: error,
      });
    }
    throw error;
  }
}

function numbered(source: string): string {
  return source.split("\n").map((line, index) => `${String(index + 1).padStart(4)} ${line}`).join(
    "\n",
  );
}
