import { ad } from "./ad.ts";
import { adx } from "./adx.ts";
import { aroon } from "./aroon.ts";
import { atr } from "./atr.ts";
import { bbands } from "./bbands.ts";
import { beta } from "./beta.ts";
import { cci } from "./cci.ts";
import { cmo } from "./cmo.ts";
import { correlation } from "./correlation.ts";
import { covariance } from "./covariance.ts";
import { dema } from "./dema.ts";
import { doji } from "./doji.ts";
import { donchian } from "./donchian.ts";
import { ema, lateEma } from "./ema.ts";
import { bearishEngulfing, bullishEngulfing } from "./engulfing.ts";
import { highest, lowest, sinceHighest, sinceLowest } from "./extreme.ts";
import { hammer, shootingStar } from "./hammer.ts";
import { heikinAshi, heikinAshiOpen } from "./heikin_ashi.ts";
import { hma } from "./hma.ts";
import type { Indicator } from "./indicator.ts";
import { insideBar } from "./inside_bar.ts";
import { kama } from "./kama.ts";
import { keltner } from "./keltner.ts";
import { linearRegression, slope } from "./linear_regression.ts";
import { macd } from "./macd.ts";
import { meanDeviations } from "./mean_deviation.ts";
import { meanSquare } from "./mean_square.ts";
import { median } from "./median.ts";
import { mfi } from "./mfi.ts";
import { momentum } from "./momentum.ts";
import { natr } from "./natr.ts";
import { obv } from "./obv.ts";
import { percentRank } from "./percent_rank.ts";
import { pivotHigh, pivotLow } from "./pivot.ts";
import { ppo } from "./ppo.ts";
import { psar } from "./psar.ts";
import { rma } from "./rma.ts";
import { roc } from "./roc.ts";
import { rsi } from "./rsi.ts";
import { settle } from "./settle.ts";
import { sma } from "./sma.ts";
import { stdev } from "./stdev.ts";
import { stoch } from "./stoch.ts";
import { stochRsi } from "./stoch_rsi.ts";
import { supertrend } from "./supertrend.ts";
import { tema } from "./tema.ts";
import { total } from "./total.ts";
import { trendCeiling, trendFloor, trendSide } from "./trend.ts";
import { trix } from "./trix.ts";
import { trueRange } from "./true_range.ts";
import { ultimate } from "./ultimate.ts";
import { variance } from "./variance.ts";
import { anchoredVwap, rollingVwap, vwap } from "./vwap.ts";
import { vwma } from "./vwma.ts";
import { wilderSum } from "./wilder_sum.ts";
import { willr } from "./willr.ts";
import { windowSum } from "./window_sum.ts";
import { wma } from "./wma.ts";
import { zscore } from "./zscore.ts";

/** Every indicator by name, the internal ones that others are written with included. */
export const indicators: ReadonlyMap<string, Indicator> = new Map(
  [
    sma,
    ema,
    wma,
    rma,
    stdev,
    rsi,
    macd,
    bbands,
    atr,
    trueRange,
    highest,
    lowest,
    roc,
    zscore,
    stoch,
    momentum,
    variance,
    dema,
    tema,
    trix,
    ppo,
    cmo,
    natr,
    willr,
    donchian,
    keltner,
    hma,
    linearRegression,
    slope,
    covariance,
    correlation,
    beta,
    cci,
    aroon,
    kama,
    vwap,
    anchoredVwap,
    rollingVwap,
    vwma,
    obv,
    ad,
    mfi,
    adx,
    ultimate,
    psar,
    supertrend,
    heikinAshi,
    stochRsi,
    median,
    percentRank,
    pivotHigh,
    pivotLow,
    bullishEngulfing,
    bearishEngulfing,
    insideBar,
    doji,
    hammer,
    shootingStar,
    lateEma,
    sinceHighest,
    sinceLowest,
    meanDeviations,
    meanSquare,
    settle,
    total,
    windowSum,
    wilderSum,
    trendFloor,
    trendCeiling,
    trendSide,
    heikinAshiOpen,
  ].map((indicator) => [indicator.name, indicator]),
);
