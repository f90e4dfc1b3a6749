"""A case in backtrader: orders of the difference to the wanted quantity in next(), filled at the next open."""

import time

import backtrader
import pandas

# Minutes for 500 assets.
slow = True
packages = ["backtrader"]


class Targets(backtrader.Strategy):
    """Holds the weights; sells before it buys, as cash below zero refuses an order."""

    params = (("weights", None), ("every", 1))

    def __init__(self):
        self.equity = []
        self.fills = 0

    def notify_order(self, order):
        self.fills += order.status == order.Completed

    def next(self):
        t = len(self) - 1
        equity = self.broker.getvalue()
        self.equity.append(equity)
        if t % self.p.every != 0:
            return
        orders = []
        for data, weight in zip(self.datas, self.p.weights[t]):
            held = self.getposition(data).size
            if weight == 0 and held == 0:
                continue
            orders.append((weight * equity / data.close[0] - held, data))
        for missing, data in sorted(orders, key=lambda order: order[0]):
            if missing < 0:
                self.sell(data, size=-missing)
            elif missing > 0:
                self.buy(data, size=missing)


def prepare(case):
    """What is made before anything is timed: a table for each asset."""
    index = pandas.DatetimeIndex(case.times())
    names = ("open", "high", "low", "close", "volume")
    tables = [
        pandas.DataFrame({name: getattr(case, name)[:, asset] for name in names}, index=index)
        for asset in range(case.assets)
    ]
    return case, tables


def run(prepared):
    """Equity at each close, number of fills, and seconds by the clock and of the thread."""
    case, tables = prepared
    clock, thread = time.perf_counter(), time.thread_time()
    cerebro = backtrader.Cerebro(stdstats=False)
    cerebro.broker.setcash(case.cash)
    cerebro.broker.setcommission(commission=case.commission)
    cerebro.broker.set_checksubmit(False)
    if case.slippage > 0:
        cerebro.broker.set_slippage_perc(
            case.slippage, slip_open=True, slip_match=True, slip_out=True
        )
    for symbol, table in zip(case.symbols, tables):
        cerebro.adddata(backtrader.feeds.PandasData(dataname=table), name=symbol)
    cerebro.addstrategy(Targets, weights=case.weights, every=case.every)
    strategy = cerebro.run()[0]
    seconds = time.perf_counter() - clock, time.thread_time() - thread
    return strategy.equity, strategy.fills, seconds
