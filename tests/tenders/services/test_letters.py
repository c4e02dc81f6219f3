"""The letters about a decision: blocked while they explain too little, and kept as they were sent."""

import hashlib
import json
from datetime import UTC, datetime

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Letter, Lot, StandstillWaiver
from tenders.reports.letters.model import Disclosure
from tenders.services.letter_drafts import Preparation, prepare_letters
from tenders.services.letters import blocked_letters, letter_draft
from tenders.services.phases import Refused
from tests import cast
from tests.tenders.services.decided import AT, REASONS, decided, document_of, send

pytestmark = pytest.mark.django_db


def test_every_bidder_gets_a_letter_at_one_moment_and_the_standstill_runs_from_it():
    letters = send(decided())

    assert [(each.bid.code, each.sent_at) for each in letters] == [("A", AT), ("B", AT), ("C", AT)]
    assert {each.standstill_until for each in letters} == {datetime(2026, 12, 28, 23, tzinfo=UTC)}


def test_the_log_keeps_the_digest_of_every_letter_and_no_name():
    letters = send(decided())

    event = Event.objects.get(action="letters.sent")
    told = json.loads(event.details)
    assert list(told["letters"].values()) == [each.digest for each in letters]
    open_documents = [hashlib.sha256(bytes(each.open_document)).hexdigest() for each in letters]
    assert list(told["open_documents"].values()) == open_documents
    assert "Leverancier" not in event.details


def test_a_bare_motivation_blocks_the_letters_that_rest_on_it():
    lot = decided(reasons={**REASONS, "B": "Goed."})

    assert blocked_letters(lot) == 1
    with pytest.raises(Refused) as refusal:
        send(lot)
    assert [reason.en for reason in refusal.value.reasons] == [
        "Letters without full reasons: 1. Complete the reasons."
    ]
    assert Letter.objects.count() == 0


def test_a_missing_motivation_of_the_winner_blocks_every_letter():
    lot = decided(reasons={**REASONS, "A": ""})

    assert blocked_letters(lot) == 3


def test_the_price_of_the_winner_stands_in_no_letter_of_another():
    letters = send(decided())

    told = {each.bid.code: "900,00" in document_of(each) for each in letters}
    assert told == {"A": True, "B": False, "C": False}


def test_what_the_officer_discloses_comes_into_the_letters():
    lot = decided()
    told = {"P": Disclosure(shows_value=True), "K": Disclosure(text="Een eigen servicedesk in het pand.")}
    prepared = Preparation(court="de rechtbank Den Haag", disclosed=told)
    prepare_letters(lot=lot, prepared=prepared, at=AT, actor=cast.person(Role.OFFICER))

    letters = send(lot)

    text = document_of(letters[1])
    assert ("900,00" in text, "Een eigen servicedesk" in text, "rechtbank Den Haag" in text) == (True,) * 3
    assert REASONS["A"] not in text


def test_a_preparation_over_somebody_elses_is_refused():
    lot, officer = decided(), cast.person(Role.OFFICER)
    prepare_letters(lot=lot, prepared=Preparation(court="een"), at=AT, actor=officer)

    with pytest.raises(Refused):
        prepare_letters(lot=lot, prepared=Preparation(court="twee"), at=AT, actor=officer)


def test_after_sending_nothing_is_prepared_any_more():
    lot = decided()
    send(lot)

    with pytest.raises(Refused):
        prepare_letters(lot=lot, prepared=Preparation(), at=AT, actor=cast.person(Role.OFFICER))


def test_without_a_standstill_the_letter_says_why():
    lot = decided()
    StandstillWaiver.objects.create(
        decision=lot.decisions.get(), ground="no_notice", reason="Onder de drempel.", at=AT
    )

    letters = send(lot)

    assert letters[0].standstill_until == AT
    assert "was geen aankondiging vereist" in document_of(letters[1])


def test_what_is_proposed_stands_in_the_letters_in_their_language():
    lot = decided()
    draft = letter_draft(lot.decisions.get())
    proposed = {code: Disclosure(**told) for code, told in draft.disclosed.items()}
    prepared = Preparation(language="en", disclosed=proposed)
    prepare_letters(lot=lot, prepared=prepared, at=AT, actor=cast.person(Role.OFFICER))

    text = document_of(send(lot)[1])

    assert "The winner offered a lower price here than 1 of the 1 other valid bids." in text


def test_a_letter_that_does_not_say_why_the_winner_did_better_is_blocked():
    lot = decided()
    prepare_letters(lot=lot, prepared=Preparation(), at=AT, actor=cast.person(Role.OFFICER))

    with pytest.raises(Refused):
        send(lot)

    assert (blocked_letters(lot), Letter.objects.count()) == (1, 0)


def test_each_bidder_gets_its_letter_in_its_own_language():
    lot = decided()
    told = _proposed_disclosure(lot) | {"K": Disclosure(text="Sterke planning.")}
    prepared = Preparation(languages={"B": "en"}, disclosed=told)
    prepare_letters(lot=lot, prepared=prepared, at=AT, actor=cast.person(Role.OFFICER))

    send(lot)

    letters = Letter.objects.order_by("bid__code")
    assert [(each.bid.code, each.language) for each in letters] == [("A", "nl"), ("B", "en"), ("C", "nl")]
    _, english, dutch = (document_of(each) for each in letters)
    assert ("Dear Sir or Madam" in english, "Geachte heer of mevrouw" in english) == (True, False)
    assert ("Geachte heer of mevrouw" in dutch, "Dear Sir or Madam" in dutch) == (True, False)
    assert '<w:lang w:val="nl-NL"/></w:rPr><w:t>Sterke planning.' in english


def test_an_accepted_proposal_is_in_the_language_of_each_letter():
    lot = decided()
    prepared = Preparation(languages={"B": "en"}, disclosed=_proposed_disclosure(lot))
    prepare_letters(lot=lot, prepared=prepared, at=AT, actor=cast.person(Role.OFFICER))

    send(lot)

    _, english, dutch = (document_of(each) for each in Letter.objects.order_by("bid__code"))
    assert ("The winner offered a lower price here" in english, "bood hier een lagere" in english) == (
        True,
        False,
    )
    assert "bood hier een lagere prijs" in dutch


def _proposed_disclosure(lot: Lot) -> dict[str, Disclosure]:
    draft = letter_draft(lot.decisions.get())
    return {code: Disclosure(**told) for code, told in draft.disclosed.items()}
