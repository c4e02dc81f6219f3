"""Our own sheets, changed by chance: refused with words or read as any program reads them.

Short by default; `MUTATIONS=10000` tries that many of each kind for each sheet.
"""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from random import Random
from typing import NamedTuple

import openpyxl
import pytest

from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import Refused
from procurement.returned_sheets import (
    Answer,
    Answers,
    Form,
    Identity,
    WrongSheet,
    check_identity,
    identity_of,
    issued,
    read_back,
)
from tenders.workbooks.evidence import KIND, Piece, Register, register_form
from tests.procurement.returned_sheets.in_process import read_here
from tests.tenders.workbooks import build_price, test_assessment_workbook
from tests.tenders.workbooks.mutating import MUTATIONS, Mutation

TIMES = int(os.environ.get("MUTATIONS", "60"))
KEY = b"a key for tests"


class Out(NamedTuple):
    form: Form
    answers: Answers


def evidence_form() -> Form:
    frozen: Mapping[str, Answer] = {"number": "C-1", "valid_from": date(2026, 1, 1)}
    register = Register(
        authority="Gemeente Amaranth",
        pieces=(
            Piece(number=7, supplier="Anemoon", kind="Certificaat", title="ISO 14001"),
            Piece(number=9, supplier="Borduur", kind="Label", title="TCO", fixed=frozen),
        ),
        outcomes=("klopt", "klopt niet"),
        ways=("nagevraagd", "nagemeten"),
        longest={"number": 100, "body": 200, "scope": 4_000, "remark": 4_000},
        made_at=datetime(2026, 11, 22, tzinfo=UTC),
    )
    return register_form(register, Identity(kind=KIND, organisation="1", tender="–"))


SHEETS = {
    "price": Out(build_price.form(), build_price.ANSWERS),
    "assessment": Out(test_assessment_workbook.form(), test_assessment_workbook.ALL),
    "evidence": Out(
        evidence_form(),
        {
            "7/number": "NL-1",
            "7/scope": "Alles.",
            "7/valid_until": date(2029, 10, 31),
            "9/outcome": "klopt",
            "9/remark": "Het register noemt dit.",
        },
    ),
}


def taken(out: Out, content: bytes) -> Answers | None:
    """The answers that would be taken over; None where the file is refused. Nothing else is ever raised."""
    try:
        table = read_here(content)
        check_identity(identity_of(table, KEY), out.form.identity)
    except (Refused, WrongSheet) as refused:
        text = refused.refusal.text if isinstance(refused, Refused) else refused.text
        assert text.nl
        assert text.en
        return None
    returned = read_back(out.form, table)
    assert all(each.place.nl and each.text.nl for each in returned.problems)
    return None if returned.problems else returned.answers


def seen_elsewhere(out: Out, content: bytes) -> Answers | None:
    """The same cells as another program shows them; None where it cannot open the file."""
    try:
        book = openpyxl.load_workbook(BytesIO(content))
        return {each.key: _as_answer(book[each.sheet][each.at].value) for each in out.form.blanks}
    except Exception:  # all kinds of errors for what it cannot open
        return None


def _as_answer(value: object) -> Answer:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float):
        return Decimal(str(value))
    return str(value).strip() or None if value is not None else None


def same(first: Answer, second: Answer) -> bool:
    """A level that looks like a number is read as what the list says."""
    return first == second or str(first) == str(second)


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=MUTATIONS)
@pytest.mark.parametrize("out", SHEETS.values(), ids=SHEETS)
def test_a_changed_sheet_is_refused_or_says_what_everybody_sees(out: Out, mutation: Mutation) -> None:
    whole, chance = xlsx_bytes(issued(out.form, out.answers, KEY)), Random(20_261_122)

    for content in (mutation(whole, chance) for _ in range(TIMES)):
        answers = taken(out, content)
        elsewhere = seen_elsewhere(out, content) if answers is not None else None
        if answers is not None and elsewhere is not None:
            assert [key for key in answers if not same(answers[key], elsewhere[key])] == []


@pytest.mark.parametrize("out", SHEETS.values(), ids=SHEETS)
def test_unchanged_it_is_taken_as_it_was_sent(out: Out) -> None:
    whole = xlsx_bytes(issued(out.form, out.answers, KEY))

    answers = taken(out, whole)

    assert answers is not None
    assert {key: answer for key, answer in answers.items() if answer is not None} == out.answers
    assert seen_elsewhere(out, whole) is not None
