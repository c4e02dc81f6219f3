"""`manage.py score`: every example file runs, nothing is half-printed, no database is touched."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tenders.scoring.awards import AWARDS
from tenders.scoring.evaluate import evaluate_tender
from tenders.scoring.files import read
from tenders.scoring.method import Verdict
from tenders.scoring.methods import METHODS

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.toml"))


def score(path: Path, *options: str) -> str:
    out = StringIO()
    call_command("score", str(path), *options, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_example_prints_its_ranking_and_working(path: Path, language: str) -> None:
    result = evaluate_tender(read(path))

    printed = score(path, "--language", language)

    heading = {"nl": "Berekening van", "en": "Working of"}[language]
    for found in result.lots[0].ranking:
        assert printed.count(f"{heading} {found.bid.code} ") == 1


def test_every_method_has_an_example_and_is_documented() -> None:
    tenders = [read(path) for path in EXAMPLES]
    shown = {leaf.method for tender in tenders for lot in tender.lots for leaf in lot.leaves()}
    awarded = {lot.award.method for tender in tenders for lot in tender.lots}
    usable = {method.code for method in METHODS if method.verdict is not Verdict.REFUSED}
    page = (ROOT / "docs" / "scoring-methods.md").read_text(encoding="utf-8")

    assert shown - {""} == usable
    assert awarded == set(AWARDS.codes)
    for method in (*METHODS, *AWARDS):
        section = (
            page.split(f"### {method.title.en} (`{method.code}`)\n")[1].split("\n## ")[0].split("\n### ")[0]
        )
        assert f"`{method.formula}`" in section
        assert method.words.en in section
        assert method.remark.en in section
        assert [citation.label.en for citation in method.basis if citation.label.en not in section] == []


def test_the_data_carry_the_whole_working() -> None:
    data = json.loads(
        score(ROOT / "docs" / "examples" / "relative-inverse.toml", "--json", "--language", "en")
    )

    [lot] = data["lots"]
    best = lot["ranking"][0]
    price = best["scores"][0]
    assert (best["bid"], best["rank"], best["total"]) == ("B", 1, "92")
    assert (price["filled"], price["share"], price["worth"], price["rounded"]) == (
        "100,000 / 125,000",
        "0.8",
        "40",
        "32",
    )
    assert (price["weight"], price["exact"], price["contribution"]) == ("40", "32", "32")
    assert price["formula"] == "Pl / P"
    assert price["words"].startswith("The lowest value divided by that of this bid;")
    assert [(entry["symbol"], entry["value"]) for entry in price["inputs"]] == [
        ("P", "125000"),
        ("Pl", "100000"),
    ]
    assert price["basis"][0] == "art. 1.9(1) Aw 2012"


def test_the_text_carries_the_whole_working() -> None:
    printed = score(ROOT / "docs" / "examples" / "relative-inverse.toml", "--language", "en")

    assert printed.split("Working of B – Bidder B\n")[1].splitlines()[:6] == [
        "  price – Price (40%)",
        f"      Relative to the best bid: {METHODS['relative-inverse'].words.en}",
        "      P = 125,000 (the price of this bid)",
        "      Pl = 100,000 (the lowest of the valid bids)",
        "      Pl / P = 100,000 / 125,000",
        "      0.8 × 40.00 = 32.00 → 32.00",
    ]


def test_a_name_cannot_forge_a_line_of_the_ranking(tmp_path: Path) -> None:
    good = (ROOT / "docs" / "examples" / "lowest-price.toml").read_text(encoding="utf-8")
    forged = tmp_path / "forged.toml"
    forged.write_text(good.replace('"Bidder A"', '"Bidder A\\n    1. Z"'), encoding="utf-8")

    printed = score(forged)

    assert [line for line in printed.splitlines() if line.strip().startswith("1. Z")] == []


def test_an_error_prints_the_problems_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = (ROOT / "docs" / "examples" / "relative-inverse.toml").read_text(encoding="utf-8")
    bad = tmp_path / "bad.toml"
    bad.write_text(good.replace('weight = "60"', 'weight = "55"'), encoding="utf-8")

    with pytest.raises(SystemExit) as stop:
        call_command("score", str(bad))

    printed = capsys.readouterr()
    assert stop.value.code == 1
    assert printed.out == ""
    assert printed.err == (
        "lots[0].criteria: De gewichten van perceel 1 tellen op tot 95%. Nog 5% te verdelen.\n"
    )
