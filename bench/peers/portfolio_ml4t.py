"""A case in ml4t-backtest: orders of the difference to the wanted quantity, filled at the next open."""

import time

import polars
from ml4t.backtest import BacktestConfig, CommissionType, DataFeed, Engine, ExecutionMode, Strategy
from ml4t.backtest.config import SlippageType

slow = False
packages = ["ml4t-backtest"]


class Targets(Strategy):
    """Holds the weights; which assets they are of is looked up, not computed."""

    def __init__(self, targets):
        self.targets = targets

    def on_data(self, timestamp, data, context, broker):
        wanted = self.targets.get(timestamp)
        if wanted is None:
            return
        equity = broker.get_account_value()
        for asset in sorted(set(wanted) | set(broker.positions)):
            position = broker.get_position(asset)
            held = position.quantity if position else 0.0
            missing = wanted.get(asset, 0.0) * equity / data[asset]["close"] - held
            if missing:
                broker.submit_order(asset, missing)


def prepare(case):
    """What is made before anything is timed: the table of bars and the weights by time."""
    times = case.times()
    table = polars.DataFrame(
        {
            "timestamp": times.repeat(case.assets),
            "asset": case.symbols * case.length,
            **{
                name: getattr(case, name).ravel()
                for name in ("open", "high", "low", "close", "volume")
            },
        }
    )
    targets = {
        times[t].item(): {
            case.symbols[a]: weight for a, weight in enumerate(case.weights[t]) if weight != 0
        }
        for t in range(0, case.length, case.every)
    }
    percent = case.commission > 0
    config = BacktestConfig(
        initial_cash=case.cash,
        allow_short_selling=True,
        allow_leverage=True,
        commission_type=CommissionType.PERCENTAGE if percent else CommissionType.NONE,
        commission_rate=case.commission,
        slippage_type=SlippageType.PERCENTAGE if percent else SlippageType.NONE,
        slippage_rate=case.slippage,
        execution_mode=ExecutionMode.NEXT_BAR,
    )
    return table, targets, config


def run(prepared):
    """Equity at each close, number of fills, and seconds by the clock and of the thread."""
    table, targets, config = prepared
    clock, thread = time.perf_counter(), time.thread_time()
    engine = Engine(DataFeed(prices_df=table), Targets(targets), config)
    result = engine.run()
    seconds = time.perf_counter() - clock, time.thread_time() - thread
    return [value for _, value in result.equity_curve], len(engine.broker.fills), seconds
