const encoder = new TextEncoder();

/** Prints pieces of text as they are. A reader that has seen enough, such as `head`, ends the printing. */
export function print(pieces: Iterable<string>): void {
  try {
    for (const piece of pieces) {
      let rest = encoder.encode(piece);
      while (rest.length > 0) rest = rest.subarray(Deno.stdout.writeSync(rest));
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}
