"""Answers that wait in a page: of one person and one sheet, for a while, and no more than a page carries."""

import random
from dataclasses import replace

import pytest
from django.core import signing

from procurement.returned_pages import Carried, carried, opened
from procurement.returned_pages.carrying import KEPT_SECONDS, MOST_CHARACTERS
from procurement.returned_sheets import WrongSheet
from tests.procurement.returned_sheets.build import ANSWERS, BLANKS, IDENTITY, form

EMPTY = {blank.key: None for blank in BLANKS}
WAITING = Carried(ANSWERS, EMPTY)


def refused(sealed, of=None, user=7):
    with pytest.raises(WrongSheet) as caught:
        opened(sealed, form=of or form(), user=user)
    return caught.value.text.nl


def test_what_waits_comes_back_as_it_was():
    assert opened(carried(WAITING, form=form(), user=7), form=form(), user=7) == WAITING


def test_what_waits_is_of_one_person_one_sheet_and_one_state_of_it():
    sealed = carried(WAITING, form=form(), user=7)
    other_lot = form(identity=replace(IDENTITY, lot="9"))
    changed = form(blanks=BLANKS[:-1])

    said = [refused(sealed, user=8), refused(sealed, other_lot), refused(sealed, changed), refused("niets")]

    assert [each.split(".")[0] for each in said] == [
        "Deze vergelijking is verlopen",
        "Dit blad is van een ander perceel (2)",
        "Dit blad hoort bij een oudere versie",
        "Deze vergelijking is verlopen",
    ]


def test_what_waits_too_long_has_expired(monkeypatch):
    sealed = carried(WAITING, form=form(), user=7)
    later = signing.time.time() + KEPT_SECONDS + 1
    monkeypatch.setattr(signing.time, "time", lambda: later)

    assert "verlopen" in refused(sealed)


def test_more_than_a_page_carries_is_told():
    signs = random.Random(1)
    text = "".join(chr(signs.randrange(0x4E00, 0x9FFF)) for _ in range(MOST_CHARACTERS // 2))

    with pytest.raises(WrongSheet, match="too much text"):
        carried(Carried({**ANSWERS, "why": text}, EMPTY), form=form(), user=7)
