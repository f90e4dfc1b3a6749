"""Writes compressed Feather files with pandas and pyarrow to tests/fixtures/arrow.

    python3 -m venv .venv && .venv/bin/pip install pandas==3.1.1 pyarrow==26.0.1
    .venv/bin/python tests/record/feather.py

300 days of 30 assets in order of time: enough for more than one block of LZ4 in a column.
"""

import pathlib

import pandas

DAYS, ASSETS = 300, 30

rows = [(day, asset) for day in range(DAYS) for asset in range(ASSETS)]
table = pandas.DataFrame({
    "date": pandas.to_datetime("2001-01-01") + pandas.to_timedelta([day for day, _ in rows], unit="D"),
    "symbol": pandas.Categorical([f"S{asset}" for _, asset in rows]),
    "close": [10 + asset + day % 7 / 4 for day, asset in rows],
    "volume": [100 * (day % 5) for day, _ in rows],
})
folder = pathlib.Path(__file__).parent.parent / "fixtures" / "arrow"
folder.mkdir(parents=True, exist_ok=True)
table.to_feather(folder / "lz4.feather")
table.to_feather(folder / "zstd.feather", compression="zstd")
