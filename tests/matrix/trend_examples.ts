import {
  adx,
  heikinAshi,
  psar,
  supertrend,
  ultimate,
} from "../../codegen/define/trend_builders.ts";
import { fallingBars } from "./bars.ts";
import type { FunctionExample } from "./examples.ts";

const none = NaN;
const movement = adx(2);
const trend = supertrend({ n: 1, k: 0.5 });
const smoothed = heikinAshi();

/** Examples of the indicators of trends. */
export const trendExamples: Readonly<Record<string, FunctionExample>> = {
  // Pressures 2, 1, 3, 1, 3 in true ranges 3, 3, 4, 2, 4.
  ultimate: {
    text: "ultimate(1, 2, 3)",
    built: ultimate({ short: 1, medium: 2, long: 3 }),
    values: [none, none, none, 3320 / 49, 500 / 9, 1510 / 21],
  },
  // Sums of movement 1, 5/2, 5/4, 29/8 up and none down, of true ranges 9/2, 25/4, 41/8, 105/16.
  "adx.adx": {
    text: "adx(2).adx",
    built: movement.adx,
    values: [none, none, none, 100, 100, 100],
  },
  "adx.plusDi": {
    text: "adx(2).plusDi",
    built: movement.plusDi,
    values: [none, none, 200 / 9, 40, 1000 / 41, 1160 / 21],
  },
  "adx.minusDi": {
    text: "adx(2).minusDi",
    built: movement.minusDi,
    bars: fallingBars,
    values: [none, none, 200 / 9, 40, 1000 / 41, 1160 / 21],
  },
  "adx.dx": {
    text: "adx(2).dx",
    built: movement.dx,
    values: [none, none, 100, 100, 100, 100],
  },
  // From 9 towards 13, held at 10 and touched there; from 13 touched at once; from 10 towards 15, held at 11.
  psar: {
    text: "psar(0.5, 1)",
    built: psar({ step: 0.5, max: 1 }),
    values: [none, 9, 13, 10, 10, 11],
  },
  // Half a true range around the middle: below 7, 7, 5, 6, 3 and above 10, 10, 9, 8, 7; the close of 6 breaks the 7.
  "supertrend.line": {
    text: "supertrend(1, 0.5).line",
    built: trend.line,
    bars: fallingBars,
    values: [none, 7, 7, 9, 8, 7],
  },
  "supertrend.direction": {
    text: "supertrend(1, 0.5).direction",
    built: trend.direction,
    bars: fallingBars,
    values: [none, 1, 1, -1, -1, -1],
  },
  "heikinAshi.open": {
    text: "heikinAshi().open",
    built: smoothed.open,
    values: [10, 10, 10.625, 11.0625, 11.90625, 12.578125],
  },
  "heikinAshi.high": {
    text: "heikinAshi().high",
    built: smoothed.high,
    values: [11, 13, 13, 15, 14, 17],
  },
  "heikinAshi.low": {
    text: "heikinAshi().low",
    built: smoothed.low,
    values: [9, 10, 10, 11, 11.90625, 12.578125],
  },
  "heikinAshi.close": {
    text: "heikinAshi().close",
    built: smoothed.close,
    values: [10, 11.25, 11.5, 12.75, 13.25, 14.75],
  },
};
