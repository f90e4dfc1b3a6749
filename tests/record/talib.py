"""Records outputs of TA-Lib on seeded prices to tests/fixtures/talib/fixtures.json.

    python3 -m venv .venv && .venv/bin/pip install TA-Lib==0.8.2 numpy
    .venv/bin/python tests/record/talib.py
"""

import json
import math
import pathlib
import platform
import sys

# This file has the name of the module it records.
sys.path = [p for p in sys.path if pathlib.Path(p).resolve() != pathlib.Path(__file__).parent.resolve()]

import numpy
import talib

SEED = 20240611
BARS = 300


def random_series():
    """A geometric random walk with gaps, rounded to 4 decimals."""
    draw = numpy.random.default_rng(SEED)
    close = 100 * numpy.exp(numpy.cumsum(draw.normal(0.0002, 0.013, BARS)))
    open_ = numpy.concatenate(([100.0], close[:-1])) * numpy.exp(draw.normal(0, 0.004, BARS))
    high = numpy.maximum(open_, close) * numpy.exp(numpy.abs(draw.normal(0, 0.005, BARS)))
    low = numpy.minimum(open_, close) * numpy.exp(-numpy.abs(draw.normal(0, 0.005, BARS)))
    volume = draw.lognormal(7, 1, BARS) * (draw.random(BARS) > 0.03)
    return {
        "open": numpy.round(open_, 4),
        "high": numpy.round(high, 4),
        "low": numpy.round(low, 4),
        "close": numpy.round(close, 4),
        "volume": numpy.round(volume, 2),
    }


def flat_series():
    """Bars that never move."""
    return {name: numpy.full(40, 50.0) for name in ("open", "high", "low", "close", "volume")}


def outputs(function, prices, params):
    """The outputs of one TA-Lib function by name."""
    close, high, low = prices["close"], prices["high"], prices["low"]
    call = getattr(talib, function)
    if function == "MACD":
        fast, slow, signal = params
        return dict(zip(("line", "signal", "histogram"), call(close, fast, slow, signal)))
    if function == "BBANDS":
        n, k = params
        return dict(zip(("upper", "middle", "lower"), call(close, n, k, k, matype=0)))
    if function == "STOCH":
        n, k, d = params
        slow = call(high, low, close, fastk_period=n, slowk_period=k, slowk_matype=0,
                    slowd_period=d, slowd_matype=0)
        return dict(zip(("k", "d"), slow))
    if function == "STOCHRSI":
        n, _k, d, m = params
        return dict(zip(("k", "d"), call(close, n, m, d, 0)))
    if function == "PERCENTILE":
        return {"": call(close, *params, 50.0)}
    if function == "FRACTAL":
        left, right = params
        confirmed = zip((high, low), call(high, low, left, right))
        pivots = [numpy.where(found > 0, numpy.roll(side, right), math.nan) for side, found in confirmed]
        return dict(zip(("pivotHigh", "pivotLow"), pivots))
    if function == "CDLENGULFING":
        found = call(prices["open"], high, low, close)
        return {"bullishEngulfing": (found > 0) * 1.0, "bearishEngulfing": (found < 0) * 1.0}
    if function == "CDLDOJI":
        return {"": (call(prices["open"], high, low, close) > 0) * 1.0}
    if function in ("CORREL", "BETA"):
        return {"": call(prices["open"], close, *params)}
    if function == "AROON":
        return dict(zip(("down", "up"), call(high, low, *params)))
    if function == "DONCHIAN":
        return dict(zip(("upper", "middle", "lower"), call(high, low, *params)))
    volume = prices["volume"]
    if function in ("OBV", "VWMA"):
        return {"": call(close, volume, *params)}
    if function in ("AD", "MFI"):
        return {"": call(high, low, close, volume, *params)}
    if function == "SAR":
        return {"": call(high, low, *params)}
    if function == "SUPERTREND":
        line, direction = call(high, low, close, *params)
        return {"line": line, "direction": numpy.where(numpy.isnan(line), math.nan, direction)}
    if function == "HA":
        return dict(zip(("open", "high", "low", "close"), call(prices["open"], high, low, close)))
    if function in ("ATR", "TRANGE", "NATR", "WILLR", "CCI", "ULTOSC", "ADX", "DX", "PLUS_DI", "MINUS_DI"):
        return {"": call(high, low, close, *params)}
    return {"": call(close, *params)}


RANDOM = [
    ("SMA", [(2,), (20,), (299,)]),
    ("EMA", [(2,), (12,), (299,)]),
    ("WMA", [(2,), (9,), (150,)]),
    ("STDDEV", [(5,), (20,), (290,)]),
    ("RSI", [(2,), (14,), (298,)]),
    ("MACD", [(12, 26, 9), (5, 200, 90)]),
    ("BBANDS", [(20, 2), (5, 1.5)]),
    ("ATR", [(2,), (14,), (298,)]),
    ("TRANGE", [()]),
    ("MAX", [(5,), (60,), (299,)]),
    ("MIN", [(5,), (60,), (299,)]),
    ("ROC", [(1,), (10,), (298,)]),
    ("STOCH", [(14, 3, 3), (5, 1, 4), (250, 30, 10)]),
    ("MOM", [(1,), (10,)]),
    ("VAR", [(5,), (290,)]),
    ("DEMA", [(2,), (20,), (150,)]),
    ("TEMA", [(2,), (20,), (100,)]),
    ("TRIX", [(1,), (30,), (99,)]),
    ("PPO", [(12, 26), (5, 200)]),
    ("CMO", [(2,), (14,), (298,)]),
    ("NATR", [(2,), (14,)]),
    ("WILLR", [(2,), (14,), (299,)]),
    ("DONCHIAN", [(2,), (20,)]),
    ("KAMA", [(2,), (10,), (298,)]),
    ("CCI", [(2,), (14,), (299,)]),
    ("AROON", [(2,), (14,), (298,)]),
    ("HMA", [(2,), (21,), (150,)]),
    ("LINEARREG", [(2,), (14,), (299,)]),
    ("LINEARREG_SLOPE", [(2,), (14,), (299,)]),
    ("CORREL", [(10,), (30,), (290,)]),
    ("BETA", [(5,), (30,), (290,)]),
    ("OBV", [()]),
    ("AD", [()]),
    ("MFI", [(2,), (14,), (298,)]),
    ("VWMA", [(5,), (20,), (299,)]),
    ("ULTOSC", [(7, 14, 28), (1, 2, 3), (5, 100, 290)]),
    ("ADX", [(2,), (14,), (149,)]),
    ("DX", [(2,), (14,), (298,)]),
    ("PLUS_DI", [(2,), (14,), (298,)]),
    ("MINUS_DI", [(2,), (14,), (298,)]),
    ("SAR", [(0.02, 0.2), (0.5, 0.1), (0, 0), (0.3, 5)]),
    ("SUPERTREND", [(10, 3), (2, 0.1), (200, 1.5)]),
    ("HA", [()]),
    ("STOCHRSI", [(14, 1, 3, 5), (14, 1, 3, 14), (30, 1, 5, 200)]),
    ("PERCENTILE", [(5,), (31,), (299,)]),
    ("PERCENTRANK", [(2,), (20,), (270,)]),
    ("FRACTAL", [(2, 2), (5, 3), (1, 9)]),
    ("CDLENGULFING", [()]),
    ("CDLDOJI", [(0.1, 10)]),
]
FLAT = [(name, [(14,)]) for name in ("RSI", "CMO", "WILLR", "VAR", "CORREL", "BETA", "CCI", "AROON", "KAMA")] + [("STOCH", [(14, 3, 3)])]
FLAT += [(name, [(14,)]) for name in ("MFI", "ADX", "DX", "PLUS_DI", "MINUS_DI", "VWMA")]
FLAT += [("ULTOSC", [(7, 14, 28)]), ("SAR", [(0.02, 0.2)]), ("SUPERTREND", [(10, 3)]), ("OBV", [()]), ("AD", [()]), ("HA", [()])]
FLAT += [("STOCHRSI", [(14, 1, 3, 5)]), ("PERCENTILE", [(5,)])]
FLAT += [("FRACTAL", [(2, 2)]), ("CDLENGULFING", [()]), ("CDLDOJI", [(0.1, 10)])]


def number(value):
    """NaN as None; 13 significant digits, a thousandth of the tolerance of the tests."""
    return None if math.isnan(value) else float(f"{value:.13g}")


def main():
    series = {"random": random_series(), "flat": flat_series()}
    cases = []
    for name, plan in (("random", RANDOM), ("flat", FLAT)):
        for function, lengths in plan:
            for params in lengths:
                for output, values in outputs(function, series[name], params).items():
                    cases.append({
                        "function": function,
                        "series": name,
                        "params": list(params),
                        "output": output,
                        "values": [number(v) for v in values],
                    })
    record = {
        "versions": {
            "TA-Lib": talib.__version__,
            "ta-lib": talib.__ta_version__.decode().split()[0],
            "numpy": numpy.__version__,
            "python": platform.python_version(),
        },
        "seed": SEED,
        "series": {n: {c: list(map(float, v)) for c, v in s.items()} for n, s in series.items()},
        "cases": cases,
    }
    path = pathlib.Path(__file__).parent.parent / "fixtures" / "talib" / "fixtures.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, separators=(",", ":")) + "\n")


main()
