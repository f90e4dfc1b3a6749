import type { PortfolioWeightsOptions } from "../../engine/portfolio/weights_plan.ts";
import type { FlagValues } from "../command/flag.ts";
import { InputError } from "../command/input_error.ts";
import { readCount } from "../command/read_count.ts";
import type { portfolioCommand } from "./flags.ts";

/** What `scripts/portfolio.ts` was told. */
export type PortfolioFlags = FlagValues<typeof portfolioCommand.flags>;

/** What the flags come to. */
export interface CheckedPortfolioFlags {
  /** How weights are traded. */
  readonly options: PortfolioWeightsOptions;
  /** Samples in the window of the rolling statistics, if they are wanted. */
  readonly rolling: number | undefined;
}

/**
 * Refuses flags that cannot stand together, and reads numbers.
 *
 * @throws {InputError} For the first such flag.
 */
export function checkFlags(flags: PortfolioFlags): CheckedPortfolioFlags {
  const { data, weights, every, on, band, buffer, missing, json, quiet, rolling } = flags;
  const simMode = flags["sim-mode"];
  const refuse = (message: string): never => {
    throw new InputError(`Cannot read the flags: ${message}`);
  };
  if (data.length === 0) refuse("--data: expected DATA but the flag is missing");
  if (json && quiet) refuse("--json prints and --quiet does not; expected one of them");
  for (const name of ["format", "rolling", "exposure"] as const) {
    if (flags[name] === undefined || flags.out !== undefined) continue;
    refuse(`--${name} is about files under --out, which is missing`);
  }
  if (flags.verify && simMode === "event") {
    refuse('--verify runs both modes and returns "batch"; expected no --sim-mode event');
  }
  const drivers = ["weights", "orders", "strategy"] as const;
  const driver = drivers.filter((name) => flags[name] !== undefined);
  if (driver.length !== 1) {
    const found = driver.map((name) => `--${name}`).join(" and ") || "none";
    refuse(`expected one of --weights, --orders and --strategy but found ${found}`);
  }
  if (every !== undefined && on !== undefined) refuse("expected one of --every and --on");
  const ofWeights = {
    every,
    on,
    band,
    "min-trade": flags["min-trade"],
    buffer,
    missing,
  };
  for (const [name, value] of Object.entries(ofWeights)) {
    if (value === undefined || weights !== undefined) continue;
    refuse(`--${name} is about --weights, which is missing`);
  }
  const { rank, direction, param } = flags;
  const ofStrategy = { rank, direction, param: param.length > 0 ? param : undefined };
  for (const [name, value] of Object.entries(ofStrategy)) {
    if (value === undefined || flags.strategy !== undefined) continue;
    refuse(`--${name} is about --strategy, which is missing`);
  }
  const number = (name: "band" | "min-trade" | "buffer", key: string): Record<string, number> => {
    const text = flags[name];
    if (text === undefined) return {};
    const value = text.trim() === "" ? NaN : Number(text);
    const [low, below] = [0, name === "buffer" ? 1 : Infinity];
    if (value >= low && value < below) return { [key]: value };
    const most = below === 1 ? " and < 1" : "";
    return refuse(`--${name}: expected a number >= 0${most} but found ${JSON.stringify(text)}`);
  };
  return {
    options: {
      ...(every === undefined ? {} : { every: readCount("--every", every, { min: 1 }) }),
      ...(on === undefined ? {} : { on }),
      ...number("band", "band"),
      ...number("min-trade", "minTrade"),
      ...number("buffer", "buffer"),
    },
    rolling: rolling === undefined ? undefined : readCount("--rolling", rolling, { min: 2 }),
  };
}
