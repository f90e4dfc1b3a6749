"""A case in vectorbt: Portfolio.from_orders with target percents in one group that shares its cash."""

import time

import numpy
import pandas
import vectorbt

slow = False
packages = ["vectorbt", "vectorbt-rust", "numba"]


def prepare(case):
    """What is made before anything is timed: tables, and the weights moved to the bars of their fills."""
    index = pandas.DatetimeIndex(case.times())
    sizes = numpy.full(case.weights.shape, numpy.nan)
    sizes[1:] = case.weights[:-1]
    frame = lambda values: pandas.DataFrame(values, index=index, columns=case.symbols)
    return case, frame(case.close), frame(case.open), frame(sizes)


def run(prepared):
    """Equity at each close, number of fills, and seconds by the clock and of the thread."""
    case, close, price, size = prepared
    clock, thread = time.perf_counter(), time.thread_time()
    portfolio = vectorbt.Portfolio.from_orders(
        close,
        size=size,
        size_type="targetpercent",
        price=price,
        # A target is counted in units at the close before.
        val_price=-numpy.inf,
        init_cash=case.cash,
        cash_sharing=True,
        group_by=True,
        call_seq="auto",
        fees=case.commission,
        slippage=case.slippage,
    )
    equity = portfolio.value()
    fills = len(portfolio.orders.records)
    seconds = time.perf_counter() - clock, time.thread_time() - thread
    return equity.to_list(), fills, seconds
