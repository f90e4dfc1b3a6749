import { backtest, CodeGenerationError, compile, settings, strategy } from "../../mod.ts";
import { bars, costs, dips, up } from "./no_codegen_runs.ts";

function attempt(work: () => unknown): { readonly name: string; readonly message: string } {
  try {
    work();
    return { name: "", message: "" };
  } catch (error) {
    const { name, message } = error as Error;
    return { name: error instanceof CodeGenerationError ? name : `other ${name}`, message };
  }
}

// Run where strings may not become code, for `no_codegen_test.ts`.
console.log(JSON.stringify({
  batch: attempt(() => backtest(up, bars)),
  verify: attempt(() => backtest(up, bars, { simMode: "event", verify: true })),
  compile: attempt(() => compile(strategy(up), settings())),
  event: [...backtest(up, bars, { simMode: "event" }).equity],
  orders: [...backtest(dips, bars, { ...costs, simMode: "event" }).equity],
}));
