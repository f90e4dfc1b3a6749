"""A case that portfolio.ts wrote, as its peers read it."""

import json
import pathlib

import numpy


class Case:
    """Columns of one case, bars by assets, and what is wanted of them."""

    def __init__(self, folder, number):
        folder = pathlib.Path(folder)
        given = json.loads((folder / "portfolio.json").read_text())["cases"][number]
        self.name, self.length, self.assets = given["name"], given["length"], given["assets"]
        self.picks, self.every, self.cash = given["picks"], given["every"], given["cash"]
        self.commission, self.slippage = given["commission"], given["slippage"]
        self.minutes = given.get("minutes", False)
        self.symbols = [f"A{asset:03d}" for asset in range(self.assets)]
        for name in ("open", "high", "low", "close", "volume", "score"):
            column = numpy.fromfile(folder / f"{number}_{name}.f64")
            setattr(self, name, column.reshape(self.length, self.assets))
        self.weights = self._weights()

    def times(self):
        """The time of each bar, as datetime64."""
        step = numpy.timedelta64(1, "m" if self.minutes else "D")
        return numpy.datetime64("2000-01-03T00:00:00", "us") + numpy.arange(self.length) * step

    def _weights(self):
        """The weight wanted of each asset at each close, NaN where nothing is to be changed."""
        weights = numpy.full((self.length, self.assets), numpy.nan)
        for t in range(0, self.length, self.every):
            order = numpy.argsort(self.score[t], kind="stable")
            weights[t] = 0
            weights[t, order[-self.picks :]] = 0.5 / self.picks
            weights[t, order[: self.picks]] = -0.5 / self.picks
        return weights
