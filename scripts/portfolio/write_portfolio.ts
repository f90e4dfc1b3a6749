import type { PortfolioJson } from "../../engine/portfolio/result/portfolio_json.ts";
import type { PortfolioResult } from "../../engine/portfolio/result/portfolio_result.ts";
import { csvText } from "../backtest/csv_text.ts";
import type { FileTable } from "../backtest/table.ts";
import { tradesTable } from "../backtest/trades_table.ts";
import type { Memory, Phases, Timings } from "../command/phases.ts";
import { version } from "../command/version.ts";
import { writeTogether } from "../command/write_together.ts";
import { ordersTable } from "./orders_table.ts";

/** What `result.json` holds. */
export type PortfolioFile = PortfolioJson & {
  /** Version of barjit. */
  readonly version: string;
  /** Names of the other files in the directory. */
  readonly files: readonly string[];
  /** Milliseconds. */
  readonly timings: Timings;
  readonly memory: Memory;
};

/**
 * Writes equity, trades, orders and `result.json`, in this order: whole or not at all, see `writeTogether`.
 *
 * @param options Directory, without which nothing is written, and where the time went.
 * @returns The text of `result.json`; its phase `write` is that of the other files.
 * @throws {InputError} If the directory cannot be written.
 */
export async function writePortfolio(
  result: PortfolioResult,
  { out, phases }: { readonly out: string | undefined; readonly phases: Phases },
): Promise<string> {
  const json = await phases.time("result", () => result.toJSON());
  const text = (files: readonly string[]): string => {
    const { timings, memory } = phases;
    const whole: PortfolioFile = { ...json, version, files, timings, memory };
    return JSON.stringify(whole, null, 2);
  };
  if (out === undefined) return text([]);
  const tables: [name: string, make: () => FileTable][] = [
    ["equity.csv", () => equityTable(result)],
    ["trades.csv", () => tradesTable(result)],
    ["orders.csv", () => ordersTable(result)],
  ];
  let written = "";
  await writeTogether(out, async (write) => {
    await phases.time("write", async () => {
      for (const [name, table] of tables) await write(name, csvText(table()));
    });
    written = text(tables.map(([name]) => name));
    await write("result.json", [written, "\n"]);
  });
  return written;
}

/** The account at each bar: exposures are shares of equity, `short` and `drawdown` <= 0. */
function equityTable({ equity, curves, panel: { length, time } }: PortfolioResult): FileTable {
  const names = ["cash", "long", "short", "gross", "net", "drawdown"] as const;
  return {
    rows: length,
    columns: [
      { name: "index", kind: "index", at: (t) => t },
      { name: "time", kind: "time", at: (t) => time[t] },
      { name: "equity", kind: "number", at: (t) => equity[t] },
      ...names.map((name) =>
        ({ name, kind: "number", at: (t: number) => curves[name][t] }) as const
      ),
    ],
  };
}
