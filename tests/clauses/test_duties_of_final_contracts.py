"""What is due under a final contract was read when it became final, and is not read again."""

import json
from dataclasses import replace

import pytest

from clauses.agreements import agreed
from clauses.assembly.obligations import obligations
from clauses.loading import load_library
from clauses.models import ContractVersion
from clauses.stored_contract import read_form, stored_form
from tests.clauses.assembly.builders import clause
from tests.clauses.final_contracts import NOW, draft, final
from tests.clauses.own_texts import REPORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> ContractVersion:
    text = clause("text", "1. De leverancier rapporteert bij elke levering.", more=REPORT)
    load_library(at=NOW, clauses=[text, clause("none", "1. Niets.")])
    return final(draft())


def titles(form: str) -> list[str]:
    return [each.title for each in obligations(read_form(form).assembly())]


def read_otherwise(version: ContractVersion, change) -> str:
    """The form as it would be had its duties been read in another way."""
    form = json.loads(version.form)
    for each in form["clauses"]:
        change(each)
    return json.dumps(form)


def test_the_form_holds_the_duties_of_every_clause(version: ContractVersion) -> None:
    stored = {each["code"]: each["duties"] for each in json.loads(version.form)["clauses"]}

    assert stored["none"] == []
    assert [(each["kind"], each["every"], each["title"]["nl"]) for each in stored["text"]] == [
        ("report", "delivery", "Rapport")
    ]
    assert [each.title for each in agreed(version.draft).due] == ["Rapport"]


def test_a_later_reading_of_the_same_text_changes_nothing(version: ContractVersion) -> None:
    """The same the other way round: the text reads as ever, the form says otherwise, and the form counts."""

    def corrected(stored) -> None:
        for duty in stored["duties"]:
            duty["title"] = {"nl": "Rapport over energie", "en": "Report on energy"}

    assert titles(version.form) == ["Rapport"]
    assert titles(read_otherwise(version, corrected)) == ["Rapport over energie"]
    assert titles(read_otherwise(version, lambda stored: stored["duties"].clear())) == []


def test_the_annex_of_the_document_has_the_duties_of_then(version: ContractVersion) -> None:
    stored = stored_form(version)

    there = str(stored.document(created=version.made_at))
    gone = str(replace(stored, duties={}).document(created=version.made_at))

    assert "'Rapport'" in there
    assert "'Rapport'" not in gone


def test_a_contract_of_before_is_read_from_its_texts_as_it_was(version: ContractVersion) -> None:
    older = read_otherwise(version, lambda stored: stored.pop("duties"))

    assert read_form(older).duties is None
    assert titles(older) == ["Rapport"]
