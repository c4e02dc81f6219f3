"""A text changed by hand beside the model, and which deviation took the place of which, for who approves."""

import pytest
from django.test import Client

from clauses.assembly.markdown import provisions
from clauses.assembly.stored_text import plain_provisions
from clauses.loading import load_library
from clauses.services import decide_deviation, record_deviation
from clauses.text_difference import text_difference
from procurement.organisations.models import Role
from tests.cast import person
from tests.clauses.assembly.builders import WHO, clause
from tests.clauses.final_contracts import NOW, changed, draft

OLD = provisions(
    "1. {who} rapporteert elk jaar.\n2. Zie artikel [#two].\n   - eerste punt;\n   - tweede punt."
)
NEW = provisions("1. {who} rapporteert elk kwartaal.\n2. Zie artikel [#two].\n   - tweede punt.\n3. Nieuw.")


def test_each_line_says_word_by_word_what_went_and_what_came() -> None:
    found = text_difference(OLD, NEW, {"who": "Wie"})

    assert found == [
        (0, [("same", "[Wie] rapporteert elk "), ("del", "jaar"), ("ins", "kwartaal"), ("same", ".")]),
        (0, [("same", "Zie artikel [#two].")]),
        (1, [("del", "eerste punt;")]),
        (1, [("same", "tweede punt.")]),
        (0, [("ins", "Nieuw.")]),
    ]


def test_what_is_left_is_the_new_text_and_what_was_there_the_old_one() -> None:
    def said(gone: str) -> list[str]:
        lines = text_difference(OLD, NEW, {})
        texts = ["".join(text for kind, text in pieces if kind != gone) for _level, pieces in lines]
        return [text for text in texts if text]

    assert said("del") == ["[who] rapporteert elk kwartaal.", "Zie artikel [#two].", "tweede punt.", "Nieuw."]
    assert said("ins") == [
        "[who] rapporteert elk jaar.", "Zie artikel [#two].", "eerste punt;", "tweede punt."
    ]  # fmt: skip


@pytest.fixture
def listed():
    load_library(at=NOW, clauses=[clause("text", "1. Wij leveren {who} & meer.", more=WHO)])
    row, client = draft(), Client()
    client.force_login(person(Role.LAWYER))
    return row, lambda: client.get(f"/contracts/{row.pk}/afwijkingen/")


@pytest.mark.django_db
def test_the_approver_sees_the_text_beside_that_of_the_library(listed) -> None:
    row, got = listed
    record_deviation(
        draft=row, clause_code="text", kind="changed", reason="Gevraagd.", at=NOW, actor=person(Role.OFFICER),
        provisions=plain_provisions([("Wij leveren <b> & meer.", [])]),
    )  # fmt: skip

    shown = got().content.decode()

    assert "Naast de tekst van de bibliotheek" in shown
    assert '<del><span class="visually-hidden">verwijderd: </span>[Wie]</del>' in shown
    assert "toegevoegd: </span>&lt;b&gt;</ins>" in shown


@pytest.mark.django_db
def test_a_deviation_names_the_one_that_took_its_place(listed) -> None:
    row, got = listed
    first, refused, last = changed(row), changed(row), changed(row)
    decide_deviation(deviation=refused, outcome="refused", reason="Nee.", at=NOW, actor=person(Role.LAWYER))

    answer = got()

    lines = {each.row: each.replaced_by for each in answer.context["lines"]}
    assert lines == {first: last, refused: None, last: None}
    link = f'vervangen door <a href="#deviation-{last.pk}">de afwijking van 2 november 2026 10:30</a>'
    assert answer.content.decode().count(link) == 1
    assert answer.content.decode().count("telt niet meer in dit contract") == 1


@pytest.mark.django_db
def test_a_clause_that_was_left_out_or_added_has_no_model_beside_it(listed) -> None:
    row, got = listed
    for kind, code, more in (
        ("removed", "text", {}),
        ("added", "", {"title": "Extra", "provisions": NEW[2:]}),
    ):
        record_deviation(
            draft=row, clause_code=code, kind=kind, reason="Zo.", at=NOW, actor=person(Role.OFFICER), **more
        )

    lines = [(bool(each.lines), bool(each.text)) for each in got().context["lines"]]

    assert lines == [(False, True), (False, False)]
