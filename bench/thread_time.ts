/**
 * Milliseconds that the processor has spent on this thread, which other work of the machine does not lengthen as it does
 * the time of a clock; NaN where there is no libc to ask.
 */
export const threadTime: () => number = makeThreadTime();

function makeThreadTime(): () => number {
  // CLOCK_THREAD_CPUTIME_ID of Linux.
  const clock = 3;
  const found = new BigInt64Array(2);
  try {
    const { symbols } = Deno.dlopen("libc.so.6", {
      clock_gettime: { parameters: ["i32", "buffer"], result: "i32" },
    });
    return () => {
      symbols.clock_gettime(clock, found);
      return Number(found[0]) * 1e3 + Number(found[1]) / 1e6;
    };
  } catch {
    return () => NaN;
  }
}
