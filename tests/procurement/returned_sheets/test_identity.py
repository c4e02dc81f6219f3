from dataclasses import replace

import pytest

from procurement.documents.workbook import Sheet
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import Table
from procurement.returned_sheets import Blank, WrongSheet, check_identity, identity_of, issued, signed
from procurement.returned_sheets.identity import TITLE
from tests.procurement.returned_sheets.build import ANSWERS, BLANKS, IDENTITY, KEY, filled, form, sent
from tests.procurement.returned_sheets.changes import with_cell, without_sheet
from tests.procurement.returned_sheets.in_process import read_here


def refused(call, *args):
    with pytest.raises(WrongSheet) as caught:
        call(*args)
    return caught.value.text.nl


def test_a_file_says_which_sheet_it_is():
    assert identity_of(sent(), KEY) == form().identity


def test_the_identity_stands_in_a_hidden_sheet_and_in_the_properties():
    workbook = issued(form(), ANSWERS, KEY)

    assert [(sheet.title, sheet.hidden) for sheet in workbook.sheets][-1] == (TITLE, True)
    assert dict(workbook.properties.custom) == {
        "TenderId": "T-1",
        "TenderVersion": "3",
        "SnapshotSha256": form().identity.digest,
    }


def test_a_file_of_somebody_else_is_not_recognised():
    assert "niet met Tenderwijzer gemaakt" in refused(identity_of, without_sheet(sent(), TITLE), KEY)


@pytest.mark.parametrize("row", range(1, 9))
def test_a_changed_field_breaks_the_signature(row):
    changed = with_cell(sent(), TITLE, f"B{row}", value="iets anders")

    assert "kenmerk van dit bestand is veranderd" in refused(identity_of, changed, KEY)


def test_a_signature_of_another_key_is_refused():
    assert "kenmerk" in refused(identity_of, sent(key=b"another key"), KEY)


@pytest.mark.parametrize("at", ["A1", "B1", "B9", "A9"])
def test_an_identity_that_lacks_something_is_refused(at):
    changed = with_cell(sent(), TITLE, at)

    refused(identity_of, changed, KEY)


def test_an_identity_with_a_formula_is_refused():
    changed = with_cell(sent(), TITLE, "B3", value="T-1", formula=True)

    assert "kenmerk" in refused(identity_of, changed, KEY)


def test_an_identity_twice_is_refused():
    table = sent()
    twice = Table((*table.sheets, table.sheets[-1]))

    assert "niet met Tenderwijzer" in refused(identity_of, twice, KEY)


def test_every_field_counts_in_the_signature():
    others = [replace(IDENTITY, **{name: "other"}) for name in ("kind", "organisation", "tender", "lot")]
    others += [replace(IDENTITY, **{name: "other"}) for name in ("version", "seat", "language", "digest")]

    assert len({signed(each, KEY) for each in (IDENTITY, *others)}) == 9


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("kind", "een ander soort blad"),
        ("organisation", "een andere aanbesteding"),
        ("tender", "een andere aanbesteding (other)"),
        ("lot", "een ander perceel (other)"),
        ("seat", "van iemand anders"),
        ("version", "oudere versie"),
        ("language", "oudere versie"),
        ("digest", "oudere versie"),
    ],
)
def test_the_first_difference_is_told(field, sentence):
    found = replace(IDENTITY, **{field: "other"})

    assert sentence in refused(check_identity, found, IDENTITY)


def test_the_same_identity_passes():
    check_identity(identity_of(sent(), KEY), form().identity)


def test_answers_do_not_change_the_digest():
    assert identity_of(sent({}), KEY) == identity_of(sent(ANSWERS), KEY)


def test_everything_frozen_counts_in_the_digest():
    digests = {form().identity.digest, form(blanks=BLANKS[:-1]).identity.digest}
    digests |= {form(blanks=(*BLANKS[:-1], replace(BLANKS[-1], key="other"))).identity.digest}
    digests |= {form(fill=changed).identity.digest for changed in CHANGED}

    assert len(digests) == 3 + len(CHANGED)


def _with_rows(change):
    def fill(answers):
        workbook = filled(answers)
        rows = [list(row) for row in workbook.sheets[0].rows]
        change(rows)
        first = replace(workbook.sheets[0], rows=tuple(rows))
        return replace(workbook, sheets=(first, *workbook.sheets[1:]))

    return fill


def _text(rows):
    rows[3][0] = "Laptops"


def _number_as_text(rows):
    rows[3][1] = "3"


def _formula(rows):
    rows[3][3] = rows[3][3]._replace(formula="B4*C4*1")


def _order(rows):
    rows[0], rows[2] = rows[2], rows[0]


CHANGED = [
    *(_with_rows(change) for change in (_text, _number_as_text, _formula, _order)),
    lambda answers: replace(filled(answers), title="Ander blad"),
    lambda answers: replace(filled(answers), sheets=(*filled(answers).sheets, Sheet(title="Meer", rows=()))),
]


def test_what_a_formula_gives_does_not_count_in_the_digest():
    """Results follow from answers, which change while the sheet stays the same."""

    def other_result(rows):
        rows[3][3] = rows[3][3]._replace(value=12)

    assert form(fill=_with_rows(other_result)).identity == form().identity


def test_blanks_that_contradict_each_other_are_a_mistake_of_ours():
    twice = (*BLANKS, replace(BLANKS[0], at="C5", key="more"))

    for blanks in (
        twice,
        (*BLANKS, BLANKS[0]),
        (replace(BLANKS[0], at="D4"),),
        (replace(BLANKS[0], at="Z9"),),
    ):
        with pytest.raises(ValueError, match=r"blank|no cell"):
            form(blanks=blanks)


def test_a_blank_knows_its_place():
    one: Blank = BLANKS[0]

    assert one.place.nl == "blad Prijzen, cel C4"


def test_what_goes_out_is_the_same_twice():
    first, second = (xlsx_bytes(issued(form(), ANSWERS, KEY)) for _ in range(2))

    assert first == second
    assert read_here(first).sheets[-1].hidden


@pytest.mark.parametrize("at", ["D30", "A30", "A12"])
def test_a_cell_that_does_not_belong_on_the_hidden_sheet_is_refused(at):
    changed = with_cell(sent(), TITLE, at, value="iets")

    assert "kenmerk van dit bestand is veranderd" in refused(identity_of, changed, KEY)
