"""A case in vectorbt as in portfolio_vectorbt.py, by its engine in numba; there by that in Rust where it is installed."""

import vectorbt

from portfolio_vectorbt import packages, prepare, run, slow

vectorbt.settings["engine"] = "numba"

__all__ = ["packages", "prepare", "run", "slow"]
