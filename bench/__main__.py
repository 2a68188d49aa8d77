"""``script/bench [NAME…] [--json] [--quick]``: measure, and print a line a figure."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from bench.figure import Figure, Options

ALL = ("fanout", "ballots", "agenda", "minutes", "import")
MODULES = {"import": "importing"}  # a word Python keeps for itself


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(ALL)}; all without"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--quick", action="store_true", help="few rounds: does it run at all?")
    given = parser.parse_args()
    unknown = set(given.names) - set(ALL)
    if unknown:
        parser.error(f"there is no bench {', '.join(sorted(unknown))}; there are {', '.join(ALL)}")
    codes = [in_own_process(name, given) for name in given.names or ALL]
    return max(codes)


def in_own_process(name: str, given: argparse.Namespace) -> int:
    """Run one bench in a fresh process with a data folder of its own."""
    flags = ["--json"] * given.json + ["--quick"] * given.quick
    with tempfile.TemporaryDirectory(prefix="nghisu-bench-", ignore_cleanup_errors=True) as folder:
        environment = {
            **os.environ,
            "DATA_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "SECRET_KEY": "for measuring only",
            "HTTPS": "0",
            "DEMO": "0",
        }
        environment.pop("DATABASE_URL", None)
        environment.pop("REDIS_URL", None)
        command = [sys.executable, "-m", "bench.one", name, *flags]
        return subprocess.run(command, env=environment, check=False).returncode


def measure(name: str, *, quick: bool) -> Iterable[Figure]:
    """Lay an empty house and run one bench in it; it returns a figure, or gives several."""
    from bench.world import prepare

    prepare()
    found = import_module(f"bench.{MODULES.get(name, name)}").run(
        Options(Path(os.environ["DATA_DIR"]), quick)
    )
    return [found] if isinstance(found, Figure) else found


if __name__ == "__main__":
    sys.exit(main())
