"""Times ml4t-backtest, vectorbt and backtrader on what portfolio.ts wrote, after their equity was compared with ours.

    deno run -A bench/peers/portfolio.ts FOLDER
    python3 -m venv VENV && VENV/bin/pip install -r bench/peers/portfolio_requirements.txt
    VENV/bin/python bench/peers/portfolio.py FOLDER

One process each. A first run is that of a new process, with what it compiles; the fastest of some later ones is told
beside it. Weights are computed before anything is timed; ours picks them in the timed part. Times of the thread are not
lengthened by other work of the machine.
"""

import importlib
import importlib.metadata
import json
import os
import pathlib
import platform
import resource
import subprocess
import sys

import numpy

from portfolio_case import Case

peers = ["ml4t", "vectorbt", "vectorbt_numba", "backtrader"]
# vectorbt takes sums within 1e-9 of their parts for zero, which adds up.
tolerance = 1e-6
rounds = {"vectorbt": 8, "vectorbt_numba": 8}
# Events that a slow one is given at most.
most = 50_000


def one(folder, number, peer):
    """Runs a case in this process and prints what came of it."""
    made = importlib.import_module(f"portfolio_{peer}")
    prepared = made.prepare(Case(folder, number))
    before = resident()
    seconds = []
    for _ in range(rounds.get(peer, 2)):
        equity, fills, spent = made.run(prepared)
        if not seconds:
            above = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        seconds.append(spent)
    print(json.dumps({"equity": equity, "fills": fills, "seconds": seconds, "above": above}))


def resident():
    """Bytes of the process that are resident now, by the count of Linux."""
    pages = int(pathlib.Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def compare(peer, case, found):
    """The largest relative difference of the equity; raises where it is above the tolerance."""
    ours = numpy.array(case["ours"][0]["equity"])
    theirs = numpy.array(found["equity"])
    if len(ours) != len(theirs):
        raise ValueError(f"{case['name']}, {peer}: {len(theirs)} bars, ours {len(ours)}")
    difference = numpy.abs(theirs / ours - 1)
    worst = int(numpy.argmax(difference))
    if not difference[worst] <= tolerance:
        raise ValueError(
            f"{case['name']}, {peer}: equity of bar {worst} is {theirs[worst]}, ours {ours[worst]}"
        )
    return difference[worst]


def cells(values, width=10):
    return " ".join(f"{value:>{width}}" for value in values)


def milliseconds(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def main():
    if len(sys.argv) == 4:
        return one(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    if len(sys.argv) != 2:
        sys.exit("Cannot time portfolios: expected the folder that portfolio.ts wrote")
    folder = pathlib.Path(sys.argv[1])
    given = json.loads((folder / "portfolio.json").read_text())
    lines, largest, packages = [], 0, ["numpy", "pandas", "polars"]
    for case in given["cases"]:
        first, later = case["ours"][0]["firstThread"], case["ours"][0]["laterThread"]
        lines.append(f"{case['name']}, {case['length'] * case['assets']:,} events")
        for ours in case["ours"]:
            times = [ours[name] for name in ("first", "later", "firstThread", "laterThread")]
            ratios = [f"{ours['firstThread'] / first:.2f}", f"{ours['laterThread'] / later:.2f}"]
            above = f"{(ours['peak'] - ours['held']) / 1e6:.0f}"
            shown = [*map(milliseconds, times), *ratios, ours["fills"], above]
            lines.append(f"  {ours['name']:20} {cells(shown)}")
        for peer in peers:
            made = importlib.import_module(f"portfolio_{peer}")
            if made.slow and case["length"] * case["assets"] > most:
                continue
            packages += [name for name in made.packages if name not in packages]
            command = [sys.executable, __file__, str(folder), str(case["number"]), peer]
            found = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
            largest = max(largest, compare(peer, case, found))
            seconds = numpy.array(found["seconds"]) * 1e3
            least = seconds[1:].min(axis=0)
            times = [seconds[0][0], least[0], seconds[0][1], least[1]]
            ratios = [f"{seconds[0][1] / first:.1f}", f"{least[1] / later:.1f}"]
            shown = [*map(milliseconds, times), *ratios, found["fills"], f"{found['above'] / 1e6:.0f}"]
            lines.append(f"  {peer:20} {cells(shown)}")
    versions = {**given["versions"], "Python": platform.python_version()}
    versions |= {name: importlib.metadata.version(name) for name in packages}
    print(", ".join(f"{name} {version}" for name, version in versions.items()))
    print(f"load of the machine {' '.join(f'{load:.1f}' for load in os.getloadavg())}")
    print(f"equity of all agrees with that of ours by code, largest relative difference {largest:.1e}")
    header = ["first ms", "later ms", "first cpu", "later cpu", "x first", "x later", "fills", "MB above"]
    print(f"\n{'':22} {cells(header)}")
    print("\n".join(lines))


main()
