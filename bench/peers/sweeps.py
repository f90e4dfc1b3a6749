"""Times a numba loop and vectorbt on the sets that sweeps.ts wrote, after their results were compared with ours.

    deno run -A bench/peers/sweeps.ts FOLDER
    python3 -m venv VENV && VENV/bin/pip install -r bench/peers/requirements_sweeps.txt
    VENV/bin/python bench/peers/sweeps.py FOLDER

The numba loop has the meaning of ours and three results; it is compared before it is timed. vectorbt has the same signals,
stops and costs, but fills of its own: its results differ. One thread each. Figures are bars times sets per second.
"""

import json
import os
import pathlib
import sys
import time

os.environ["NUMBA_NUM_THREADS"] = "1"

import numba
import numpy

FOLDER = pathlib.Path(sys.argv[1])
CASH, SIZE, FEE, SLIP = 100_000.0, 0.95, 0.0005, 0.0001
STOP, TRAIL, TAKE = 0.02, 0.015, 0.03
VECTORBT_SETS = 20


def column(name):
    return numpy.fromfile(FOLDER / f"{name}.f64")


@numba.njit(cache=False)
def sma(x, n):
    out = numpy.full(len(x), numpy.nan)
    total = 0.0
    for i in range(len(x)):
        total += x[i]
        if i >= n:
            total -= x[i - n]
        if i >= n - 1:
            out[i] = total / n
    return out


@numba.njit(cache=False)
def run(o, h, l, c, fast, slow):
    """Signals at the close, fills at the next open, stop before target and this without slippage, trail from the
    bar before."""
    cash, quantity, side = CASH, 0.0, 0
    entry = best = stop = target = trail = entry_fee = 0.0
    queued_exit = queued_entry = 0
    trades = 0
    peak, depth = CASH, 0.0
    before = 0
    for i in range(len(c)):
        if queued_exit != 0:
            fill = o[i] * (1 - side * SLIP)
            cash += quantity * fill - FEE * (abs(quantity) * fill)
            quantity, side = 0.0, 0
            trades += 1
            queued_exit = 0
        if queued_entry != 0:
            fill = o[i] * (1 + queued_entry * SLIP)
            stop = fill * (1 - queued_entry * STOP)
            target = fill * (1 + queued_entry * TAKE)
            trail = fill * (1 - queued_entry * TRAIL)
            units = SIZE * cash / o[i]
            side = queued_entry
            quantity = side * units
            cash -= quantity * fill + FEE * (units * fill)
            best = fill
            queued_entry = 0
        if side != 0:
            level = max(stop, trail) if side > 0 else min(stop, trail)
            base, slip = 0.0, SLIP
            if side * (o[i] - level) <= 0:
                base = o[i]
            elif side * (o[i] - target) >= 0:
                base, slip = o[i], 0.0
            elif (l[i] <= level) if side > 0 else (h[i] >= level):
                base = level
            elif (h[i] >= target) if side > 0 else (l[i] <= target):
                base, slip = target, 0.0
            if base > 0:
                fill = base * (1 - side * slip)
                cash += quantity * fill - FEE * (abs(quantity) * fill)
                quantity, side = 0.0, 0
                trades += 1
        if side > 0:
            best = max(best, h[i])
            trail = max(trail, best * (1 - TRAIL))
        elif side < 0:
            best = min(best, l[i])
            trail = min(trail, best * (1 + TRAIL))
        order = 0
        if not numpy.isnan(slow[i]):
            order = 1 if fast[i] > slow[i] else -1 if fast[i] < slow[i] else 0
            if i > 0 and not numpy.isnan(slow[i - 1]) and order != 0 and order != before:
                if before * order <= 0 and side != order:
                    queued_entry = order
                    if side != 0:
                        queued_exit = 1
        before = order
        value = cash + quantity * c[i]
        if value > peak:
            peak = value
        elif value / peak - 1 < depth:
            depth = value / peak - 1
    if side != 0:
        trades += 1
    return value / CASH - 1, depth, trades


@numba.njit(cache=False)
def sweep(o, h, l, c, grid, rows):
    out = numpy.empty((len(grid), 3))
    for k in range(len(grid)):
        fast, slow = rows[int(grid[k, 0])], rows[int(grid[k, 1])]
        out[k, 0], out[k, 1], out[k, 2] = run(o, h, l, c, fast, slow)
    return out


def rows_of(c, grid):
    rows = numpy.empty((int(grid.max()) + 1, len(c)))
    for n in numpy.unique(grid).astype(int):
        rows[n] = sma(c, n)
    return rows


def main():
    o, h, l, c = (column(name) for name in ("open", "high", "low", "close"))
    grid = column("grid").reshape(-1, 2)
    ours = json.loads((FOLDER / "times.json").read_text())["milliseconds"] / 1000
    work = len(c) * len(grid)
    sweep(o, h, l, c, grid[:1], rows_of(c, grid[:1]))
    start = time.perf_counter()
    out = sweep(o, h, l, c, grid, rows_of(c, grid))
    numba_seconds = time.perf_counter() - start
    for index, name in enumerate(("totalReturn", "maxDrawdown", "trades")):
        wanted = column(name)
        off = numpy.max(numpy.abs(out[:, index] - wanted) / numpy.maximum(1e-9, numpy.abs(wanted)))
        if off > 1e-6:
            sys.exit(f"numba: {name} differs by {off}")
    print(f"barjit, all statistics     {work / ours / 1e6:8.0f} million/s")
    print(f"numba {numba.__version__}, 3 statistics {work / numba_seconds / 1e6:8.0f} million/s")
    try:
        import pandas
        import vectorbt
    except ImportError as error:
        return print(f"vectorbt: {error}")
    index = pandas.date_range("2000-01-01", periods=len(c), freq="min")
    part = grid[:VECTORBT_SETS]
    rows = rows_of(c, part)
    frame = lambda values: pandas.DataFrame(values, index=index)
    prices = {name: pandas.Series(x, index=index) for name, x in zip("ohlc", (o, h, l, c))}
    fast = numpy.column_stack([rows[int(f)] for f, _ in part])
    slow = numpy.column_stack([rows[int(s)] for _, s in part])
    above = fast > slow
    was = numpy.roll(above, 1, axis=0)
    valid = ~numpy.isnan(slow) & ~numpy.isnan(numpy.roll(slow, 1, axis=0))
    up, down = frame(above & ~was & valid), frame(~above & was & valid)

    def simulate():
        return vectorbt.Portfolio.from_signals(
            close=prices["c"], open=prices["o"], high=prices["h"], low=prices["l"],
            entries=up, short_entries=down, price=prices["o"].shift(-1).ffill(),
            sl_stop=STOP, tp_stop=TAKE, init_cash=CASH,
            fees=FEE, slippage=SLIP, upon_opposite_entry="reverse", freq="1min",
        )

    simulate()
    start = time.perf_counter()
    portfolio = simulate()
    alone = time.perf_counter() - start
    for name in ("total_return", "sharpe_ratio", "max_drawdown"):
        getattr(portfolio, name)()
    portfolio.trades.count()
    whole = time.perf_counter() - start
    work = len(c) * len(part)
    name = f"vectorbt {vectorbt.__version__}"
    print(f"{name}, simulation  {work / alone / 1e6:8.2f} million/s")
    print(f"{name}, 4 statistics {work / whole / 1e6:7.2f} million/s")


main()
