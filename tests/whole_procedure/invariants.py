"""What must hold after every step, whatever was tried."""

import json
from collections.abc import Callable
from decimal import Decimal

from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from tenders.models import (
    AwardDecision,
    Bid,
    BidValue,
    ConsensusScore,
    Evaluation,
    FallenBid,
    FirstSignature,
    IndividualScore,
    LateReplacement,
    Letter,
    PhaseChange,
    Publication,
    Reinstatement,
    SealedBid,
)
from tenders.published_form import form_digest
from tenders.services.evaluations import stored_result
from tenders.services.phases import phase_of
from tests.whole_procedure.attempts import Attempts
from tests.whole_procedure.model import TEN_MINUTES
from tests.whole_procedure.obstacles import first_free_moment
from tests.whole_procedure.table import DECIDED, DRAFT, SEALED, STEPS
from tests.whole_procedure.world import frozen_rows

Check = Callable[[Attempts], None]
OTHER_SIGNATURES = (
    "bids.late_price_signed",
    "bids.late_replacement_signed",
    "bid.reinstatement_signed",
    "bid.readmission_signed",
)


def phases_follow_the_table(real: Attempts) -> None:
    changes = list(PhaseChange.objects.order_by("number"))
    assert phase_of(real.lot) == real.model.phase
    assert [each.transition for each in changes] == real.model.changes
    before = "preparation"
    for place, each in enumerate(changes, 1):
        step = STEPS[each.transition]
        assert (each.number, each.source, each.target) == (place, before, step.target)
        assert before in step.sources
        assert bool(each.reason.strip()) or not step.needs_reason
        before = each.target


def two_people_sign(real: Attempts) -> None:
    signatures = list(FirstSignature.objects.values_list("transition", "made_by", "at"))
    for each in PhaseChange.objects.all():
        if STEPS[each.transition].people == 1:
            assert each.seconded_by_id is None
            continue
        assert each.seconded_by_id not in (None, each.made_by_id)
        assert any(
            code == each.transition and who == each.made_by_id and (each.at - at).total_seconds() >= 0
            and each.at - at < TEN_MINUTES
            for code, who, at in signatures
        )  # fmt: skip


def what_was_published_is_frozen(real: Attempts) -> None:
    model, versions = real.model, Publication.objects.count()
    assert versions == model.versions
    if model.phase in DRAFT or model.is_open_for_change:
        return
    assert frozen_rows() == model.frozen


def nothing_is_open_before_its_time(real: Attempts) -> None:
    model = real.model
    if model.phase in (*DRAFT, *SEALED):
        assert not Bid.objects.exists()
    prices = BidValue.objects.filter(criterion__kind="price")
    if not model.prices_opened:
        assert not prices.exists()
    assert dict(prices.values_list("bid__code", "value")) == {
        each.code: each.price for each in model.offers.values() if each.price
    }
    assert SealedBid.objects.count() == len(model.envelopes)
    assert set(Bid.objects.values_list("code", flat=True)) == set(model.offers)


def values_are_those_of_the_bids(real: Attempts) -> None:
    stated = BidValue.objects.filter(criterion__code="D1").values_list("bid__code", "value")
    assert dict(stated) == {
        each.code: each.footprint for each in real.model.offers.values() if each.footprint
    }
    assert not BidValue.objects.filter(criterion__kind="scale").exists()


def scores_are_those_that_were_given(real: Attempts) -> None:
    """So those of whoever was ready, and all of them once the meeting started, are as they were."""
    rows = IndividualScore.objects.values_list("assessor__letter", "bid__code", "value", "motivation")
    assert {(letter, bid): (value, text) for letter, bid, value, text in rows} == {
        (member.letter, code): given
        for member in real.model.panel.values()
        for code, given in member.scores.items()
    }


def agreed_scores_keep_their_versions(real: Attempts) -> None:
    rows = ConsensusScore.objects.order_by("bid__code", "number")
    stored = [(*each, "") for each in rows.values_list("bid__code", "number", "value", "reason")]
    assert stored == [
        (code, number, value, reason, "")
        for code, versions in sorted(real.model.agreed.items())
        for number, (value, reason, _) in enumerate(versions, 1)
    ]


def rankings_are_what_was_stored(real: Attempts) -> None:
    """The figures in the log of every calculation come out of its snapshot again."""
    events = Event.objects.filter(action="lot.evaluated").order_by("sequence")
    evaluations = list(Evaluation.objects.order_by("number"))
    assert len(events) == len(evaluations)
    for event, evaluation in zip(events, evaluations, strict=True):
        ranking = [(each.rank, each.bid.code, each.total) for each in stored_result(evaluation).ranking]
        written = json.loads(event.details)["ranking"]
        assert [(rank, code, Decimal(total)) for rank, code, total in written] == ranking


def a_decision_stands_where_the_phase_says_so(real: Attempts) -> None:
    model = real.model
    standing = list(AwardDecision.objects.filter(withdrawal=None).values_list("winner", flat=True))
    assert standing == ([model.standing] if model.phase in DECIDED else [])
    assert AwardDecision.objects.count() == model.decisions


def letters_follow_the_decision(real: Attempts) -> None:
    model, bids = real.model, sorted(Bid.objects.values_list("pk", flat=True))
    for decision in AwardDecision.objects.all():
        sent = sorted(Letter.objects.filter(decision=decision).values_list("bid", flat=True))
        assert sent in ([], bids), "a bidder has no letter, or two"
    newest = AwardDecision.objects.order_by("number").last()
    assert newest is None or Letter.objects.filter(decision=newest).exists() is model.letters


def no_contract_within_the_standstill(real: Attempts) -> None:
    model = real.model
    if model.phase != "contract" or model.waived_at is not None:
        return
    change = PhaseChange.objects.get(target="contract")
    assert change.at >= first_free_moment(model)
    assert all(ended for _, ended in model.proceedings)


def the_log_is_whole(real: Attempts) -> None:
    organisation = real.lot.tender.organisation
    assert first_broken_event(organisation) is None
    steps = Event.objects.filter(action__startswith="procedure.").exclude(action="procedure.first_signature")
    written = list(steps.order_by("sequence").values_list("action", flat=True))
    assert written == [f"procedure.{code}" for code in real.model.changes]
    signed = Event.objects.filter(action="procedure.first_signature").count()
    fell = Event.objects.filter(action="bid.fell_away").count()
    assert fell == FallenBid.objects.exclude(reason__startswith="Te laat ontvangen").count()
    others = Event.objects.filter(action__in=OTHER_SIGNATURES).count()
    of_steps = FirstSignature.objects.filter(transition__in=list(STEPS)).count()
    assert (signed, others) == (of_steps, FirstSignature.objects.count() - of_steps)


def the_digest_is_that_of_the_rows(real: Attempts) -> None:
    """Dear: at the end of a run, where the hash of the bare rows is held every time."""
    newest = Publication.objects.order_by("version").last()
    if newest is not None and not real.model.is_open_for_change:
        assert newest.digest == form_digest(real.lot.tender)


def those_that_fell_are_those_that_should(real: Attempts) -> None:
    standing = FallenBid.objects.filter(reinstatement=None).values_list("bid__code", flat=True)
    assert sorted(standing) == sorted(each.code for each in real.model.offers.values() if each.fallen)


def every_fall_and_its_undoing_is_in_the_log(real: Attempts) -> None:
    """A bid that came too late is in the event of the opening."""
    late = [each.code for each in real.model.offers.values() if each.is_late]
    falls = FallenBid.objects.exclude(bid__code__in=late).order_by("pk").values_list("bid__code", "at")
    undone = Reinstatement.objects.order_by("pk").values_list("fallen__bid__code", "at")
    for action, rows in (("bid.fell_away", falls), ("bid.reinstated", undone)):
        events = Event.objects.filter(action=action).order_by("sequence")
        written = [(subject.rpartition(" / ")[2], at) for subject, at in events.values_list("subject", "at")]
        assert written == list(rows), f"{action} is not in the log as it was"
    for row in Reinstatement.objects.all():
        assert row.seconded_by_id not in (None, row.made_by_id)
    for replaced in LateReplacement.objects.all():
        assert replaced.signed_by_id not in (None, replaced.made_by_id)


ALWAYS: tuple[Check, ...] = (
    phases_follow_the_table,
    two_people_sign,
    what_was_published_is_frozen,
    nothing_is_open_before_its_time,
    values_are_those_of_the_bids,
    scores_are_those_that_were_given,
    agreed_scores_keep_their_versions,
    a_decision_stands_where_the_phase_says_so,
    letters_follow_the_decision,
    no_contract_within_the_standstill,
    those_that_fell_are_those_that_should,
)
AT_THE_END: tuple[Check, ...] = (
    every_fall_and_its_undoing_is_in_the_log,
    rankings_are_what_was_stored,
    the_log_is_whole,
    the_digest_is_that_of_the_rows,
)
