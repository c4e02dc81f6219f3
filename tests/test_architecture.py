"""The layers, the size of files and functions: what keeps this house readable."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import grimp  # the engine of import-linter
import pytest

from tests.tree import ROOT, place, tracked

LONGEST_FILE = 250
LONGEST_FUNCTION = 40

# Each exception with its reason; empty is best.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}

PURE = "The pure packages know nothing of Django"

# contract, file to plant, the import it may not have
PLANTED = {
    "pure package imports Django": (
        PURE,
        "tenders/scoring/planted.py",
        "import django.db\n",
    ),
    "clauses imports tenders": (
        "Clauses never import tenders",
        "clauses/planted.py",
        "import tenders.models\n",
    ),
    "model imports service": (
        "Models never import services, views or forms",
        "tenders/models/planted.py",
        "import tenders.services.planted\n",
    ),
    "method imports method": (
        "Scoring methods do not know each other",
        "tenders/scoring/methods/planted.py",
        "import tenders.scoring.methods.planted_too\n",
    ),
    "award rule imports award rule": (
        "Award rules do not know each other",
        "tenders/scoring/awards/planted.py",
        "import tenders.scoring.awards.lowest_price\n",
    ),
    "a cost imports a product table": (
        "Tables of product footprints inform and never score",
        "tenders/lifecycle/cost/planted.py",
        "import tenders.lifecycle.table.reading\n",
    ),
    "writer imports writer": (
        "Writers do not know each other",
        "procurement/documents/writers/docx/planted.py",
        "import procurement.documents.writers.xlsx\n",
    ),
    "ground floor imports application": (
        "The ground floor carries both applications and knows neither",
        "procurement/audit/planted.py",
        "import clauses\n",
    ),
}


CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]
FORBIDDEN = [
    (module, contract["forbidden_modules"][0])
    for contract in CONTRACTS
    if contract["type"] == "forbidden" and contract["forbidden_modules"][0] in ("django", "tenders")
    for module in contract["source_modules"]
]
"""Each module that may not import something as a whole, and that."""


def contracts_in(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_every_import_contract_holds() -> None:
    kept = f"Contracts: {len(CONTRACTS)} kept, 0 broken."

    checked = contracts_in(ROOT)

    assert (checked.stdout.strip().splitlines()[-1], checked.returncode) == (kept, 0)


@pytest.fixture(scope="module")
def report_on_planted_imports(tmp_path_factory: pytest.TempPathFactory) -> str:
    copy = tmp_path_factory.mktemp("planted")
    for source in tracked("procurement/*.py", "tenders/*.py", "clauses/*.py", "pyproject.toml"):
        target = copy / place(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    (copy / "tenders/services/planted.py").touch()
    (copy / "tenders/scoring/methods/planted_too.py").touch()
    for _contract, file, text in PLANTED.values():
        (copy / file).write_text(text)
    for module, forbidden in FORBIDDEN:
        plant(copy, module, forbidden)
    return contracts_in(copy).stdout


def plant(copy: Path, module: str, forbidden: str) -> None:
    """In a package a file of its own, in a module a line of its own."""
    place = copy / module.replace(".", "/")
    file = place / f"planted_{forbidden}.py" if place.is_dir() else place.with_suffix(".py")
    with file.open("a") as stream:
        stream.write(f"\nimport {forbidden}\n")


@pytest.mark.parametrize("contract", [contract for contract, _, _ in PLANTED.values()], ids=PLANTED.keys())
def test_a_planted_wrong_import_is_caught(report_on_planted_imports: str, contract: str) -> None:
    verdicts = [line for line in report_on_planted_imports.splitlines() if line.startswith(contract)]

    assert [line.split()[-1] for line in verdicts[:1]] == ["BROKEN"]


@pytest.mark.parametrize(("module", "forbidden"), FORBIDDEN)
def test_a_wrong_import_in_any_module_under_a_contract_is_caught(
    report_on_planted_imports: str, module: str, forbidden: str
) -> None:
    header = f"{module} is not allowed to import {forbidden}:\n"
    planted = rf"^-   {module}(\.planted_{forbidden})? -> {forbidden} "

    told = [each.split("\n\n\n")[0] for each in report_on_planted_imports.split(header)[1:]]

    assert any(re.search(planted, each, re.MULTILINE) for each in told)


def test_everything_that_knows_nothing_of_django_is_under_the_contract() -> None:
    """Of the packages and modules right under the three roots."""
    roots = ("procurement", "tenders", "clauses")
    graph = grimp.build_graph(*roots, include_external_packages=True, cache_dir=None)
    tainted = graph.find_downstream_modules("django") | graph.find_downstream_modules("crispy_forms")
    [contract] = [each for each in CONTRACTS if each["name"] == PURE]

    children = {child for root in roots for child in graph.find_children(root)}
    pure = {each for each in children if not ({each} | graph.find_descendants(each)) & tainted}

    assert pure <= {*contract["source_modules"]}
    assert len(pure) > 20


def python_files() -> list[Path]:
    return [path for path in tracked("*.py") if "migrations" not in path.parts]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length in lines of each function; nested ones count in the one around them as well."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield f"{place(path)}::{node.name}", node.end_lineno - node.lineno + 1


def test_a_file_is_one_idea() -> None:
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    too_long = {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}

    assert too_long.keys() == LONG_FILES.keys(), too_long


def test_a_function_does_one_thing() -> None:
    lengths = [function for path in python_files() for function in functions(path)]
    too_long = {name: lines for name, lines in lengths if lines > LONGEST_FUNCTION}

    assert too_long.keys() == LONG_FUNCTIONS.keys(), too_long


def test_no_vague_module_names() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}

    assert [place(path) for path in python_files() if path.stem in vague] == []


def test_no_test_borrows_from_another_test() -> None:
    """What two of them need stands in a module that is no test."""
    borrowed = [
        f"{place(path)}:{node.lineno}"
        for path in tracked("tests/*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").rpartition(".")[2].startswith("test_")
    ]

    assert borrowed == []


def test_no_unfinished_work() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error")
    found = [
        f"{place(path)}:{number}"
        for path in python_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if any(mark in line for mark in marks)
    ]

    assert found == []
