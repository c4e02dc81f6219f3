"""The price sheet of a lot: saved, published, frozen, changed by a nota and copied."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Lot, PriceLine
from tenders.procedure.phases import Phase
from tenders.publication.form import canonical, read_published
from tenders.published_form import published_form
from tenders.services.amending import start_amending, stop_amending
from tenders.services.check import problems_of_calculation
from tenders.services.clarifications import start_clarification
from tenders.services.criteria import copy_criteria
from tenders.services.frozen import FrozenTender
from tenders.services.phases import Refused
from tenders.services.price_lines import SUM, lines_version, save_price_lines, stored_lines
from tests import calculated, cast, clarifying, priced

pytestmark = pytest.mark.django_db


def figure_of(lot: Lot) -> object:
    return lot.criteria.get(code="P").figure


def test_saved_lines_come_back_as_they_were_and_the_criterion_takes_their_sum() -> None:
    lot = priced.lot()

    assert stored_lines(lot) == priced.LINES
    assert figure_of(lot) == SUM
    assert problems_of_calculation(lot) == ()


def test_saving_is_one_event_with_what_was_and_what_became_of_it() -> None:
    lot = priced.lot()

    [event] = Event.objects.filter(action="price_lines.saved")

    told = json.loads(event.details)
    assert told["before"] == {"criterion": [], "lines": []}
    assert [each["description"] for each in told["after"]["lines"]] == ["Laptop", "Dock", "Ondersteuning"]
    assert told["after"]["criterion"] == ["P"]
    assert event.subject == f"{lot.tender.reference} / 1"


def test_the_same_lines_again_change_nothing() -> None:
    lot = priced.lot()

    priced.save(lot, priced.LINES)

    assert Event.objects.filter(action="price_lines.saved").count() == 1


def test_without_lines_the_price_is_one_amount_again() -> None:
    lot = priced.lot()

    priced.save(lot, ())

    assert (stored_lines(lot), figure_of(lot)) == ((), {})


def test_somebody_else_saved_meanwhile() -> None:
    lot = priced.lot()

    with pytest.raises(Refused) as refusal:
        save_price_lines(lot=lot, lines=(), criterion="", seen="0", at=cast.NOW, actor=None)

    assert "iemand anders" in refusal.value.reasons[0].nl
    assert stored_lines(lot) == priced.LINES


@pytest.mark.parametrize("criterion", ["", "K", "D1", "X"])
def test_only_a_price_takes_the_sum(criterion: str) -> None:
    lot = cast.lot()

    with pytest.raises(Refused) as refusal:
        priced.save(lot, priced.LINES, criterion)

    assert refusal.value.reasons[0].nl.startswith("Kies welk criterium")
    assert stored_lines(lot) == ()


def test_a_life_cycle_cost_takes_no_sum_of_lines() -> None:
    lot = calculated.lot()

    with pytest.raises(Refused):
        priced.save(lot, priced.LINES)

    assert figure_of(lot) == {"of": "cost"}


def test_lines_that_cannot_be_published_are_not_kept() -> None:
    lot = cast.lot()

    with pytest.raises(Refused) as refusal:
        priced.save(lot, [replace(priced.LINES[0], quantity=Decimal(0))])

    assert refusal.value.reasons[0].nl.startswith("Regel 1: vul een hoeveelheid in")


def test_lines_stand_in_the_published_form_and_read_back_the_same() -> None:
    form = published_form(priced.lot().tender)

    again = read_published(canonical(form).decode())

    assert again.terms == form.terms
    assert again.terms is not None
    plan = again.terms.lots["1"].life_cycle
    assert plan is not None
    assert plan.price_lines == priced.LINES


def test_after_publication_the_sheet_is_frozen() -> None:
    lot = priced.lot()
    cast.published(lot.tender, Phase.SUBMISSION)

    with pytest.raises(FrozenTender):
        priced.save(lot, ())


def test_a_sheet_whose_sum_nobody_takes_is_told_before_publication() -> None:
    lot = priced.lot()
    lot.criteria.filter(code="P").update(figure={})

    assert "telt nergens mee" in problems_of_calculation(lot)[0].message.nl


def test_a_nota_changes_lines_and_its_undoing_brings_them_back() -> None:
    lot = priced.lot()
    cast.published(lot.tender, Phase.CLARIFICATION)
    officer, at, keys = clarifying.officer(), clarifying.AT, set(lot.price_lines.values_list("pk", flat=True))
    nota = start_amending(
        clarification=start_clarification(tender=lot.tender, at=at, actor=officer), at=at, actor=officer
    )
    priced.save(lot, priced.LINES[:1], at=at)

    stop_amending(clarification=nota, at=at, actor=officer)

    assert stored_lines(lot) == priced.LINES
    assert set(lot.price_lines.values_list("pk", flat=True)) == keys


def test_copying_criteria_copies_the_sheet_to_a_lot_without_one() -> None:
    source, officer = priced.lot(), cast.person(Role.OFFICER)
    target = Lot.objects.create(tender=cast.tender(reference="T-2"), number=1, title="Nieuw")

    copy_criteria(source=source, target=target, at=cast.NOW, actor=officer)

    assert stored_lines(target) == priced.LINES
    assert figure_of(target) == SUM
    assert json.loads(Event.objects.get(action="criteria.added").details)["price_lines"] == 3


def test_copying_criteria_leaves_a_sheet_that_is_there() -> None:
    source = priced.lot()
    target = cast.lot(cast.tender(reference="T-2"))
    priced.save(target, priced.LINES[:1])

    copy_criteria(source=source, target=target, at=cast.NOW, actor=None)

    assert stored_lines(target) == priced.LINES[:1]


def test_a_version_follows_the_lines() -> None:
    lot = priced.lot()
    before = lines_version(lot)

    PriceLine.objects.filter(lot=lot, number=2).update(maximum="151")

    assert lines_version(lot) != before
