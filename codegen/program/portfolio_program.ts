import type { Settings } from "../define/types.ts";
import { barsColumn } from "./column_source.ts";
import { Lowering } from "./lower.ts";
import { lowerSettings } from "./lower_settings.ts";
import type { Program } from "./program.ts";
import { settingsShape, type Shape } from "./shape.ts";

/** The structure of a portfolio run: both sides, additions, quantities that orders bring with them. */
export function portfolioShape(settings: Settings): Shape {
  return {
    long: true,
    short: true,
    time: false,
    ...settingsShape(settings),
    size: "units",
    pyramid: true,
  };
}

/** The program of a portfolio run: no signals, only the numbers of the settings. */
export function portfolioProgram(shape: Shape): Program {
  const lowering = new Lowering();
  lowerSettings({}, shape, lowering);
  const columns = ["open", "high", "low", "close", "volume"].map((column) => barsColumn(column));
  return {
    shape,
    nodes: [],
    signals: new Map(),
    listed: false,
    values: new Map(),
    columns: [...columns, { kind: "time" }],
    numbers: lowering.numbers,
    history: () => 0,
  };
}
