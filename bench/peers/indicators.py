"""Times polars and TA-Lib on the bars that indicators.ts wrote, after their values were compared with ours.

    deno run -A bench/peers/indicators.ts FOLDER
    python3 -m venv VENV && VENV/bin/pip install -r bench/peers/requirements.txt
    VENV/bin/python bench/peers/indicators.py FOLDER

One thread each. Times are of the fastest of some rounds, with the allocation of the result, in nanoseconds per bar.
"""

import json
import os
import pathlib
import platform
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "1"

import numpy
import polars
import talib
from polars import col

N = 100
# Differences of sums of squares are a millionth of the sums, which drift.
LOOSE = {"variance", "stdev", "zscore", "bbands", "covariance", "correlation", "beta"}

TALIB = {
    "sma": lambda b: talib.SMA(b.close, N),
    "wma": lambda b: talib.WMA(b.close, N),
    "variance": lambda b: talib.VAR(b.close, N),
    "stdev": lambda b: talib.STDDEV(b.close, N),
    "bbands": lambda b: talib.BBANDS(b.close, N, 2, 2)[0],
    "correlation": lambda b: talib.CORREL(b.open, b.close, N),
    "beta": lambda b: talib.BETA(b.open, b.close, N),
    "linearRegression": lambda b: talib.LINEARREG(b.close, N),
    "slope": lambda b: talib.LINEARREG_SLOPE(b.close, N),
    "vwma": lambda b: talib.VWMA(b.close, b.volume, N),
    "mfi": lambda b: talib.MFI(b.high, b.low, b.close, b.volume, N),
    "ultimate": lambda b: talib.ULTOSC(b.high, b.low, b.close, 25, 50, 100),
    "highest": lambda b: talib.MAX(b.high, N),
    "lowest": lambda b: talib.MIN(b.low, N),
    "donchian": lambda b: talib.DONCHIAN(b.high, b.low, N)[1],
    "willr": lambda b: talib.WILLR(b.high, b.low, b.close, N),
    "aroon": lambda b: talib.AROON(b.high, b.low, N - 1)[1],
    "pivotHigh": lambda b: numpy.where(
        talib.FRACTAL(b.high, b.low, 50, 49)[0] > 0, numpy.roll(b.high, 49), numpy.nan
    ),
    "percentRank": lambda b: talib.PERCENTRANK(b.close, N),
    "cci": lambda b: talib.CCI(b.high, b.low, b.close, N),
    "median of 101": lambda b: talib.PERCENTILE(b.close, 101, 50.0),
    "ema": lambda b: talib.EMA(b.close, N),
    "rsi": lambda b: talib.RSI(b.close, N),
    "atr": lambda b: talib.ATR(b.high, b.low, b.close, N),
}

CLOSE = col("close")
TOP = col("high").rolling_max(N)
BOTTOM = col("low").rolling_min(N)
FLOW = CLOSE * col("volume")
SPREAD = CLOSE.rolling_std(N, ddof=0)
POLARS = {
    "sma": CLOSE.rolling_mean(N),
    "wma": CLOSE.rolling_mean(N, weights=list(range(1, N + 1))),
    "variance": CLOSE.rolling_var(N, ddof=0),
    "stdev": SPREAD,
    "zscore": (CLOSE - CLOSE.rolling_mean(N)) / SPREAD,
    "bbands": CLOSE.rolling_mean(N) + 2 * SPREAD,
    "covariance": polars.rolling_cov("open", "close", window_size=N, ddof=0),
    "correlation": polars.rolling_corr("open", "close", window_size=N),
    "vwma": FLOW.rolling_sum(N) / col("volume").rolling_sum(N),
    "highest": TOP,
    "lowest": BOTTOM,
    "donchian": (TOP + BOTTOM) / 2,
    "willr": -100 * ((TOP - CLOSE) / (TOP - BOTTOM)),
    "median": CLOSE.rolling_median(N),
    "median of 101": CLOSE.rolling_median(101),
    "percentRank": (CLOSE.rolling_rank(N + 1, method="max").cast(polars.Float64) - 1) * (100 / N),
    # Another seed, which is forgotten long before the first value that is compared.
    "ema": CLOSE.ewm_mean(span=N, adjust=False),
}


class Bars:
    """The columns that indicators.ts wrote."""

    def __init__(self, folder):
        for name in ("open", "high", "low", "close", "volume"):
            setattr(self, name, numpy.fromfile(folder / f"{name}.f64"))
        self.frame = polars.DataFrame(vars(self))


def fastest(run, rounds):
    """The last result and the seconds of the fastest round; the first round is not timed."""
    result, best = run(), float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        result = run()
        best = min(best, time.perf_counter() - start)
    return result, best


def compare(name, found, wanted):
    """Raises if values are not the same but for rounding, relative to themselves or to 1."""
    tolerance = 1e-5 if name in LOOSE else 1e-8
    near = numpy.isclose(found, wanted, rtol=tolerance, atol=tolerance, equal_nan=True)
    if near.all():
        return
    at = int(numpy.argmin(near))
    raise ValueError(f"{name}: value {at} is {found[at]}, ours {wanted[at]}")


def main():
    if len(sys.argv) != 2:
        sys.exit("Cannot time indicators: expected the folder that indicators.ts wrote")
    folder = pathlib.Path(sys.argv[1])
    ours = json.loads((folder / "indicators.json").read_text())
    bars = Bars(folder)
    some = slice(ours["compared"]["from"], None, ours["compared"]["step"])
    rows = []
    for indicator in ours["indicators"]:
        name = indicator["name"]
        wanted = numpy.array(indicator["values"], dtype=float)
        row = [name, indicator["nanoseconds"]]
        runs = [
            (lambda: TALIB[name](bars)) if name in TALIB else None,
            (lambda: bars.frame.select(POLARS[name].alias("x"))["x"]) if name in POLARS else None,
        ]
        for run in runs:
            if run is None:
                row.append(None)
                continue
            result, seconds = fastest(run, ours["rounds"])
            compare(name, numpy.asarray(result, dtype=float)[some], wanted)
            row.append(1e9 * seconds / ours["bars"])
        rows.append(row)
    versions = {
        **ours["versions"],
        "TA-Lib": talib.__version__,
        "polars": polars.__version__,
        "numpy": numpy.__version__,
        "Python": platform.python_version(),
    }
    print(f"{ours['bars']:,} bars, fastest of {ours['rounds']} rounds, all values agree")
    print(", ".join(f"{name} {version}" for name, version in versions.items()))
    print(f"\n{'ns per bar':16} {'barjit':>8} {'TA-Lib':>8} {'polars':>8} {'TA-Lib/barjit':>14} {'polars/barjit':>14}")
    for name, own, *others in rows:
        times = [own, *others]
        cells = [f"{'-' if t is None else format(t, '.1f'):>8}" for t in times]
        ratios = [f"{'-' if t is None else format(t / own, '.2f'):>14}" for t in others]
        print(f"{name:16} {' '.join(cells)} {' '.join(ratios)}")


main()
