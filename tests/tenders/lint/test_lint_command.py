"""`manage.py lint`: findings with their way out, data for programs, and the exit status; no database."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tenders.lint.rules import RULES
from tenders.lint.run import Outcome
from tenders.lint.severity import Moment
from tests.tenders.lint.drafts import HERE

LAWFUL = HERE / "lawful.toml"


def checked(path: Path, *options: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    out, err = StringIO(), StringIO()
    try:
        call_command("lint", str(path), *options, stdout=out, stderr=err)
    except SystemExit as stop:
        return int(str(stop.code)), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


@pytest.fixture
def unlawful(tmp_path: Path) -> Path:
    path = tmp_path / "draft.toml"
    text = LAWFUL.read_text(encoding="utf-8").replace(
        "volgens IEC 62623 of gelijkwaardig.", "volgens IEC 62623."
    )
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("moment", [moment.value for moment in Moment])
def test_a_lawful_tender_ends_with_status_0(moment: str) -> None:
    status, out, err = checked(LAWFUL, "--moment", moment)

    assert (status, err, out.splitlines()[0]) == (0, "", "2026-LINT – Laptops voor kantoorwerk")


def test_a_finding_is_told_with_its_place_article_and_way_out(unlawful: Path) -> None:
    status, out, _ = checked(unlawful)

    lines = [line.strip() for line in out.splitlines()]
    assert status == 1
    assert "L10  Een norm staat er samen met ‘of gelijkwaardig’" in lines
    assert any(line.startswith("Grondslag: art. 2.76 lid 2 Aw 2012") for line in lines)
    sentence = "Het typische energieverbruik per jaar, gemeten volgens IEC 62623"
    assert f"Schrijf: ‘{sentence} of gelijkwaardig.’" in lines


def test_the_data_name_every_rule_of_the_step(unlawful: Path) -> None:
    status, out, _ = checked(unlawful, "--json", "--language", "en")

    data = json.loads(out)
    expected = [rule.code for rule in RULES if rule.moment is Moment.PUBLICATION]
    found = {rule["code"]: rule for rule in data["rules"]}
    assert (status, data["closes_the_step"], list(found)) == (1, True, expected)
    assert found["L10"]["outcome"] == Outcome.BLOCKING.value
    assert found["L10"]["findings"][0]["place"] == "lots[0].criteria[2].children[1].account.description"
    assert found["L10"]["findings"][0]["rewrite"]["new"].endswith("IEC 62623 of gelijkwaardig.")


def test_a_file_that_cannot_be_read_gives_its_problems_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text('title = "x"\n[legal.contract]\nestimate = 5\n', encoding="utf-8")

    status, out, err = checked(path)

    assert (status, out) == (1, "")
    assert "legal.contract.estimate: Schrijf getallen als tekst" in err


def test_a_text_cannot_forge_a_line(tmp_path: Path) -> None:
    path = tmp_path / "forged.toml"
    text = LAWFUL.read_text(encoding="utf-8").replace(
        'title = "Laptops voor kantoorwerk"', 'title = "Laptops\\n0 blokkerend, 0 te motiveren"'
    )
    path.write_text(text, encoding="utf-8")

    out = checked(path)[1]

    assert out.splitlines()[0] == "2026-LINT – Laptops 0 blokkerend, 0 te motiveren"
