import pytest

from procurement.organisations.models import Role
from tenders.models import BidValue
from tenders.procedure.phases import QUALITY, Phase
from tenders.services.bids import Entry, record_outcomes, record_values
from tenders.services.draw import record_draw
from tenders.services.phases import Refused
from tests import cast

pytestmark = pytest.mark.django_db


def entry(lot, bid: str, criterion: str, value: str, motivation: str = "") -> Entry:
    return Entry(
        bid=lot.bids.get(code=bid),
        criterion=lot.criteria.get(code=criterion),
        value=value,
        motivation=motivation,
    )


def test_only_what_changed_is_saved_and_logged():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.OPENING)
    same = entry(lot, "A", "D1", "280", "Waarde van D1 gecontroleerd.")
    changed = entry(lot, "B", "D1", "200", "Herstelde rekenfout.")

    changes = record_values(lot=lot, entries=[same, changed], at=cast.NOW, actor=cast.person(Role.OFFICER))

    assert [(change.entry.bid.code, change.old_value) for change in changes] == [("B", "190")]
    assert BidValue.objects.get(bid__code="B", criterion__code="D1").value == "200"
    assert lot.tender.organisation.events.get().action == "bids.scored"


def test_an_emptied_cell_is_removed():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.OPENING)

    record_values(lot=lot, entries=[entry(lot, "A", "D1", "")], at=cast.NOW, actor=None)

    assert not BidValue.objects.filter(bid__code="A", criterion__code="D1").exists()


def test_saving_nothing_new_leaves_no_event():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.OPENING)

    record_values(
        lot=lot,
        entries=[entry(lot, "A", "D1", "280", "Waarde van D1 gecontroleerd.")],
        at=cast.NOW,
        actor=None,
    )

    assert lot.tender.organisation.events.count() == 0


@pytest.mark.parametrize(("criterion", "value"), [("P", "850"), ("K", "goed")])
def test_a_price_or_a_score_of_the_jury_is_never_filled_in(criterion, value):
    lot = cast.in_phase(cast.lot_with_bids(), Phase.OPENING)
    entries = [entry(lot, "B", "D1", "200", "Hersteld."), entry(lot, "A", criterion, value, "Hersteld.")]

    with pytest.raises(Refused):
        record_values(lot=lot, entries=entries, at=cast.NOW, actor=None)

    assert BidValue.objects.get(bid__code="B", criterion__code="D1").value == "190"


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase not in QUALITY])
def test_values_are_filled_in_only_while_bids_are_judged(phase):
    lot = cast.in_phase(cast.lot_with_bids(), phase)

    with pytest.raises(Refused):
        record_values(lot=lot, entries=[entry(lot, "A", "D1", "200")], at=cast.NOW, actor=None)


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.OPENING])
def test_requirements_are_judged_at_the_opening_alone(phase):
    lot = cast.in_phase(cast.lot_with_bids(), phase)
    judged = [(lot.requirements.get().pk, True, "")]

    with pytest.raises(Refused):
        record_outcomes(bid=lot.bids.get(code="C"), outcomes=judged, at=cast.NOW, actor=None)

    assert lot.bids.get(code="C").outcomes.get().met is False


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.EVALUATION])
def test_lots_are_drawn_while_the_ranking_is_made(phase):
    lot = cast.in_phase(cast.lot_with_bids(), phase)

    with pytest.raises(Refused):
        record_draw(lot=lot, order=["A", "B"], held_by="notaris", at=cast.NOW, actor=None)


def test_a_correction_says_why():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.OPENING)

    with pytest.raises(Refused) as refused:
        record_values(lot=lot, entries=[entry(lot, "A", "D1", "200")], at=cast.NOW, actor=None)

    assert [reason.nl for reason in refused.value.reasons] == [
        "Bij ‘CO2-voetafdruk’ van inschrijving A staat niet waarom de waarde verandert. Schrijf dat op."
    ]
    assert BidValue.objects.get(bid__code="A", criterion__code="D1").value == "280"
