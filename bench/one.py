"""Runs one bench; started by ``bench`` with a clean environment."""

import sys

from bench.__main__ import measure

if __name__ == "__main__":
    for figure in measure(sys.argv[1], quick="--quick" in sys.argv):
        print(figure.line() if "--json" in sys.argv else figure.sentence(), flush=True)
