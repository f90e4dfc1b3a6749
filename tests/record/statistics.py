"""Records statistics of empyrical-reloaded and quantstats, and calendar days of pandas, to
tests/fixtures/statistics/fixtures.json.

    python3 -m venv .venv && .venv/bin/pip install empyrical-reloaded==0.7.1 quantstats==0.0.86
    .venv/bin/python tests/record/statistics.py
"""

import json
import pathlib
import platform
import sys

# This file has the name of a module of the standard library.
sys.path = [p for p in sys.path if pathlib.Path(p).resolve() != pathlib.Path(__file__).parent.resolve()]

import importlib.metadata

import empyrical
import numpy
import pandas
import quantstats.stats

SEED = 20240611
SAMPLES = 500
CASH = 100000.0
PER_YEAR = 252


def curve(seed, drift):
    """Equity on business days; the first return is against CASH and is a loss, so that the start is a peak."""
    draw = numpy.random.default_rng(seed)
    returns = draw.normal(drift, 0.012, SAMPLES)
    returns[0] = -0.02
    index = pandas.bdate_range("2019-11-11", periods=SAMPLES)
    return pandas.Series(CASH * numpy.cumprod(1 + returns), index=index)


def market(equity, seed):
    """Prices of a benchmark that the curve follows in part."""
    draw = numpy.random.default_rng(seed)
    returns = 0.6 * equity.pct_change().fillna(0) + draw.normal(0.0003, 0.008, SAMPLES)
    return 50 * (1 + returns).cumprod()


def measure(equity, benchmark):
    returns = equity / equity.shift(1, fill_value=CASH) - 1
    # The benchmark has no return at the first sample.
    own, other = returns.iloc[1:], benchmark.pct_change().iloc[1:]
    # Compounded in empyrical.
    compounded = float(empyrical.alpha(own, other, annualization=PER_YEAR))
    greeks = quantstats.stats.greeks(own, other, periods=PER_YEAR)
    information = float(quantstats.stats.information_ratio(own, other))
    monthly = empyrical.aggregate_returns(returns, "monthly")
    yearly = empyrical.aggregate_returns(returns, "yearly")
    return {
        "time": [int(at.value // 1_000_000) for at in equity.index],
        "equity": equity.tolist(),
        "benchmark": benchmark.tolist(),
        "empyrical": {
            "annualReturn": float(empyrical.annual_return(returns, annualization=PER_YEAR)),
            "volatility": float(empyrical.annual_volatility(returns, annualization=PER_YEAR)),
            "sharpe": float(empyrical.sharpe_ratio(returns, annualization=PER_YEAR)),
            "sortino": float(empyrical.sortino_ratio(returns, annualization=PER_YEAR)),
            "omega": float(empyrical.omega_ratio(returns, annualization=PER_YEAR)),
            "valueAtRisk": float(empyrical.value_at_risk(returns)),
            "conditionalValueAtRisk": float(empyrical.conditional_value_at_risk(returns)),
            "tailRatio": float(empyrical.tail_ratio(returns)),
            "calmar": float(empyrical.calmar_ratio(returns, annualization=PER_YEAR)),
            "maxDrawdown": float(empyrical.max_drawdown(returns)),
            "totalReturn": float(empyrical.cum_returns_final(returns)),
            "alpha": PER_YEAR * ((1 + compounded) ** (1 / PER_YEAR) - 1),
            "beta": float(empyrical.beta(own, other)),
        },
        "quantstats": {
            "annualReturn": float(quantstats.stats.cagr(returns, periods=PER_YEAR)),
            "volatility": float(quantstats.stats.volatility(returns, periods=PER_YEAR)),
            "sharpe": float(quantstats.stats.sharpe(returns, periods=PER_YEAR)),
            "sortino": float(quantstats.stats.sortino(returns, periods=PER_YEAR)),
            # quantstats divides by n - 1.
            "ulcerIndex": float(quantstats.stats.ulcer_index(returns)) * ((SAMPLES - 1) / SAMPLES) ** 0.5,
            "omega": float(quantstats.stats.omega(returns, periods=PER_YEAR)),
            "skew": float(quantstats.stats.skew(returns)),
            "kurtosis": float(quantstats.stats.kurtosis(returns)),
            "tailRatio": float(quantstats.stats.tail_ratio(returns)),
            "probabilisticSharpe": float(quantstats.stats.probabilistic_sharpe_ratio(returns)),
            "calmar": float(quantstats.stats.calmar(returns, periods=PER_YEAR)),
            "maxDrawdown": float(quantstats.stats.max_drawdown(returns)),
            "totalReturn": float(quantstats.stats.comp(returns)),
            "alpha": float(greeks["alpha"]),
            "beta": float(greeks["beta"]),
            # Per sample in quantstats.
            "informationRatio": information * PER_YEAR**0.5,
        },
        "monthly": [[year, month, value] for (year, month), value in monthly.items()],
        "yearly": [[year, value] for year, value in yearly.items()],
    }


# Zones by what is odd about them, and a UTC day near it.
ZONES = [
    ("America/New_York", "2024-03-10", "forward at 2:00"),
    ("America/New_York", "2024-11-03", "back at 2:00"),
    ("Europe/London", "2023-12-31", "none, the year turns"),
    ("Asia/Kolkata", "2024-02-29", "half hours"),
    ("Australia/Lord_Howe", "2024-04-06", "back by half an hour"),
    ("America/Sao_Paulo", "2018-11-04", "forward at midnight: a day starts at 1:00"),
    ("America/Sao_Paulo", "2018-02-18", "back at midnight"),
    ("America/Havana", "2023-11-05", "back at 1:00"),
    ("Pacific/Apia", "2011-12-30", "a day skipped"),
    ("Pacific/Kiritimati", "1994-12-31", "a day skipped"),
    ("America/Los_Angeles", "1965-04-25", "before the epoch"),
]


def last_of(labels):
    """Positions at which the next label differs, and the last one."""
    return [i for i in range(len(labels)) if i + 1 == len(labels) or labels[i] != labels[i + 1]]


def days(zone, near, what):
    """Bars of 30 minutes over nine days, and the last one of each local day, week, month and year."""
    start = pandas.Timestamp(near, tz="UTC") - pandas.Timedelta(days=4, minutes=-10)
    index = pandas.date_range(start, periods=9 * 48, freq="30min")
    local = index.tz_convert(zone).tz_localize(None)
    return {
        "zone": zone,
        "what": what,
        "start": int(start.value // 1_000_000),
        "step": 1_800_000,
        "count": len(index),
        "ends": {
            "day": last_of(local.strftime("%Y-%m-%d").tolist()),
            "week": last_of(local.to_period("W-SUN").astype(str).tolist()),
            "month": last_of(local.strftime("%Y-%m").tolist()),
            "year": last_of(local.strftime("%Y").tolist()),
        },
    }


def main():
    rising, falling = curve(SEED, 0.0008), curve(SEED + 1, -0.0008)
    fixture = {
        "versions": {
            name: importlib.metadata.version(name)
            for name in ["empyrical-reloaded", "quantstats", "numpy", "pandas", "tzdata"]
        }
        | {"python": platform.python_version()},
        "cash": CASH,
        "perYear": PER_YEAR,
        "curves": {
            "rising": measure(rising, market(rising, SEED + 2)),
            "falling": measure(falling, market(falling, SEED + 3)),
        },
        "days": [days(*zone) for zone in ZONES],
    }
    folder = pathlib.Path(__file__).parent.parent / "fixtures" / "statistics"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fixtures.json").write_text(json.dumps(fixture) + "\n")


if __name__ == "__main__":
    main()
