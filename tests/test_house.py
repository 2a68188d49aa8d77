"""The house rules that a machine can see."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 250


def tracked(*endings):
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = [Path(line) for line in listed.stdout.splitlines()]
    return [
        name
        for name in names
        if name.suffix in endings
        and not {"vendor", "migrations"} & set(name.parts)
        and (ROOT / name).exists()
    ]


def lines(name):
    return (ROOT / name).read_text(encoding="utf-8").splitlines()


def test_files_stay_short():
    long = {str(n): len(lines(n)) for n in tracked(".py", ".js", ".css", ".html")}

    assert {name: count for name, count in long.items() if count > LIMIT} == {}


def test_core_stays_small():
    ground = [n for n in tracked(".py") if n.parts[0] == "core" and "templatetags" not in n.parts]

    assert sum(len(lines(n)) for n in ground) < 700


def test_functions_stay_short():
    """Fifteen statements at most outside tests (ruff keeps it too); no function past 40 lines."""
    long = []
    for name in tracked(".py"):
        if name.parts[0] in {"tests", "bench"} or "commands" in name.parts[:-1]:
            continue
        for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.body[0].lineno + 1
                if length > 40:
                    long.append(f"{name}:{node.lineno} {node.name} {length}")

    assert long == []


def test_migrations_never_import_our_code():
    ours = re.compile(
        r"^\s*(from|import) (core|realtime|people|meetings|agendas|papers|voting|minutes|exchange|config)\b",
        re.M,
    )
    found = [
        str(path.relative_to(ROOT))
        for path in ROOT.glob("*/migrations/*.py")
        if ours.search(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_no_style_and_no_script_stands_in_a_template():
    """The content security policy allows neither."""
    bad = re.compile(r"""<script(?![^>]*\bsrc=)|\sstyle=["']|\son[a-z]+=["']|javascript:""", re.I)
    found = [
        str(name)
        for name in tracked(".html")
        if "pdf" not in name.parts and bad.search("\n".join(lines(name)))
    ]

    assert found == []


def test_every_import_in_a_module_ends_with_a_semicolon():
    """An import without one is left out of the hashed names without a word."""
    imports = re.compile(r"^\s*(?:import|export)\b[^;]*?[\"']\./[^\"']+[\"'](.)?", re.M)
    found = [
        f"{name}: {match.group(0)[:60]}"
        for name in tracked(".js", ".mjs")
        for match in imports.finditer("\n".join(lines(name)))
        if match.group(1) != ";"
    ]

    assert found == []


def test_no_registry_and_no_machine_is_named():
    host = re.compile(
        r"""^ *(-i|--index-url|--extra-index-url|--find-links)[ =]|"resolved": *"https?:""", re.M
    )
    found = [
        str(name)
        for name in tracked(".txt", ".in", ".toml", ".json", ".cfg", "")
        if (ROOT / name).is_file() and host.search((ROOT / name).read_text("utf-8", "ignore"))
    ]

    assert found == []


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX", "HACK"])
def test_nothing_is_left_for_later(word):
    mark = re.compile(rf"\b{word}\b")
    found = [
        str(name)
        for name in tracked(".py", ".js", ".css", ".html")
        if name != Path("tests/test_house.py") and mark.search("\n".join(lines(name)))
    ]

    assert found == []
