import { backtest, barsFrom, CodeGenerationError, compile, settings, strategy } from "../../mod.ts";

/** Run where strings may not become code; prints what happened, for `no_codegen_test.ts`. */
const close = [10, 11, 12, 11, 10, 9, 10, 12];
const time = close.map((_, day) => day * 86_400_000);
const bars = barsFrom({ time, close }, { priceOnly: true });
const up = strategy({ name: "up", long: { enter: "rising(close, 2)", exit: "falling(close, 2)" } });

function attempt(work: () => unknown): { readonly name: string; readonly message: string } {
  try {
    work();
    return { name: "", message: "" };
  } catch (error) {
    const { name, message } = error as Error;
    return { name: error instanceof CodeGenerationError ? name : `other ${name}`, message };
  }
}

console.log(JSON.stringify({
  batch: attempt(() => backtest(up, bars)),
  verify: attempt(() => backtest(up, bars, { simMode: "event", verify: true })),
  compile: attempt(() => compile(up, settings())),
  event: [...backtest(up, bars, { simMode: "event" }).equity],
}));
