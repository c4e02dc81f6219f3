"""The course of a procedure as its record tells it: steps, judgements and publications, the oldest first."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.utils.timezone import localtime

from procurement.language import Text
from tenders.models import (
    Approval,
    Clarification,
    Inquiry,
    Lot,
    NoInquiry,
    Proceedings,
    Reinstatement,
    Verification,
    VersionAnswer,
)
from tenders.procedure.transitions import TRANSITIONS
from tenders.reports.record.model import Taken
from tenders.services.proofs import checklist
from tenders.services.readmitting import readmissions_of

_UNKNOWN = "–"
_APPROVED = Text(nl="Jurist keurt het concept goed", en="Lawyer approves the draft")
_DISAPPROVED = Text(nl="Jurist keurt het concept af", en="Lawyer does not approve the draft")
_CLARIFIED = Text(nl="Nota van inlichtingen {number} gepubliceerd", en="Clarification {number} is published")
_ASKED = Text(
    nl="Toelichting gevraagd op een lage inschrijving: {bidder}",
    en="Explanation of a low bid requested: {bidder}",
)
_JUDGED = Text(
    nl="Toelichting op een lage inschrijving beoordeeld: {bidder}",
    en="Explanation of a low bid judged: {bidder}",
)
_RIGHT = Text(nl="Geverifieerd bij {bidder}, klopt: {item}", en="Verified of {bidder}, right: {item}")
_WRONG = Text(
    nl="Geverifieerd bij {bidder}, klopt niet: {item}", en="Verified of {bidder}, not right: {item}"
)
OUTCOMES = {
    Inquiry.Outcome.ACCEPTED: Text(nl="voldoende onderbouwd", en="substantiated"),
    Inquiry.Outcome.REJECTED: Text(nl="niet onderbouwd, afgewezen", en="not substantiated, rejected"),
    Inquiry.Outcome.BREACH: Text(
        nl="laag door schending van milieu-, sociaal of arbeidsrecht, afgewezen",
        en="low through a breach of environmental, social or labour law, rejected",
    ),
    Inquiry.Outcome.STATE_AID: Text(
        nl="laag door ongeoorloofde staatssteun, afgewezen", en="low through unlawful state aid, rejected"
    ),
}

_NOT_ASKED = Text(
    nl="Geen vraag over de lage prijs aan {bidder}", en="No question about the low price to {bidder}"
)
_REJECTED = Text(
    nl="Inschrijving vervallen, later hersteld: {bidder}", en="Bid fell away, reinstated later: {bidder}"
)
_REINSTATED = Text(nl="Afwijzing hersteld: {bidder}", en="Rejection undone: {bidder}")
_READMITTED = Text(
    nl="Oordeel over een eis hersteld, doet weer mee: {bidder}",
    en="Judgement about a requirement undone, takes part again: {bidder}",
)
_RULED = Text(
    nl="Afwijzing hersteld: {bidder} (uitspraak: {ruling})",
    en="Rejection undone: {bidder} (ruling: {ruling})",
)
_CONFIRMED = Text(
    nl="Inschrijving op een eerdere versie, op tijd bevestigd: {bidder}",
    en="Bid on an earlier version, confirmed in time: {bidder}",
)
_NOT_CONFIRMED = Text(
    nl="Inschrijving op een eerdere versie, niet op tijd bevestigd: {bidder}",
    en="Bid on an earlier version, not confirmed in time: {bidder}",
)
_GRANTED = Text(
    nl="Kort geding: vordering geheel of gedeeltelijk toegewezen",
    en="Interim proceedings: claim granted in whole or in part",
)
_NOT_GRANTED = Text(
    nl="Kort geding: vordering afgewezen of ingetrokken",
    en="Interim proceedings: claim dismissed or withdrawn",
)
_CLEARED = Text(
    nl="Een jurist legde vast waarom de overeenkomst toch mag",
    en="A lawyer recorded why the contract may be concluded all the same",
)


def named(person: User | None) -> str:
    """The full name, else the name with which somebody signs in."""
    return (person.get_full_name() or person.get_username()) if person is not None else _UNKNOWN


def course_of(lot: Lot) -> tuple[Taken, ...]:
    """Steps of the same moment stay in the order in which they are listed here."""
    taken = [*_approvals(lot), *_steps(lot), *_clarifications(lot), *_inquiries(lot), *_verifications(lot)]
    taken.extend(_rulings(lot))
    taken.extend(_version_answers(lot))
    taken.extend(_reinstatements(lot))
    taken.extend(_readmissions(lot))
    return tuple(sorted(taken, key=lambda each: each.at))


def _steps(lot: Lot) -> Iterator[Taken]:
    for change in lot.phase_changes.select_related("made_by", "seconded_by").order_by("number"):
        people = [named(person) for person in (change.made_by, change.seconded_by) if person is not None]
        title = TRANSITIONS[change.transition].title
        yield Taken(title=title, at=localtime(change.at), people=tuple(people), reason=change.reason)


def _approvals(lot: Lot) -> Iterator[Taken]:
    for row in Approval.objects.filter(tender=lot.tender_id).select_related("made_by").order_by("pk"):
        title = _APPROVED if row.is_approved else _DISAPPROVED
        yield Taken(title=title, at=localtime(row.at), people=(named(row.made_by),), reason=row.reason)


def _clarifications(lot: Lot) -> Iterator[Taken]:
    rows = Clarification.objects.filter(tender=lot.tender_id).exclude(published_at=None)
    for row in rows.order_by("number"):
        assert row.published_at is not None, "the query leaves the others out"
        title = _CLARIFIED.format(number=str(row.number))
        yield Taken(title=title, at=localtime(row.published_at), people=(), reason=row.reason)


def _inquiries(lot: Lot) -> Iterator[Taken]:
    rows = Inquiry.objects.filter(bid__lot=lot).select_related("bid__supplier", "asked_by")
    for row in rows.order_by("pk"):
        bidder = row.bid.supplier.name
        asked = _ASKED.format(bidder=bidder)
        yield Taken(title=asked, at=localtime(row.asked_at), people=(named(row.asked_by),))
        if row.judged_at is not None:
            judged, outcome = _JUDGED.format(bidder=bidder), OUTCOMES[Inquiry.Outcome(row.outcome)]
            title = Text(nl=f"{judged.nl}, {outcome.nl}", en=f"{judged.en}, {outcome.en}")
            yield Taken(title=title, at=localtime(row.judged_at), people=(), reason=row.reason)
    for left in NoInquiry.objects.filter(bid__lot=lot).select_related("bid__supplier", "made_by"):
        title = _NOT_ASKED.format(bidder=left.bid.supplier.name)
        yield Taken(title=title, at=localtime(left.at), people=(named(left.made_by),), reason=left.reason)


def _rulings(lot: Lot) -> Iterator[Taken]:
    for row in Proceedings.objects.filter(lot=lot).select_related("cleared_by"):
        if row.ruled_at is not None:
            title = _GRANTED if row.ruling in Proceedings.AGAINST else _NOT_GRANTED
            yield Taken(title=title, at=localtime(row.ruled_at), people=(), reason=row.outcome)
        if row.cleared_at is not None:
            people, why = (named(row.cleared_by),), row.cleared_because
            yield Taken(title=_CLEARED, at=localtime(row.cleared_at), people=people, reason=why)


def _version_answers(lot: Lot) -> Iterator[Taken]:
    for row in VersionAnswer.objects.filter(bid__lot=lot).select_related("bid__supplier", "made_by"):
        words = _CONFIRMED if row.is_confirmed else _NOT_CONFIRMED
        title = words.format(bidder=row.bid.supplier.name)
        yield Taken(title=title, at=localtime(row.at), people=(named(row.made_by),), reason=row.reason)


def _reinstatements(lot: Lot) -> Iterator[Taken]:
    """Each with the rejection that it undoes."""
    rows = Reinstatement.objects.filter(fallen__bid__lot=lot)
    for row in rows.select_related("fallen__bid__supplier", "made_by", "seconded_by"):
        bidder, fall = row.fallen.bid.supplier.name, row.fallen
        yield Taken(
            title=_REJECTED.format(bidder=bidder), at=localtime(fall.at), people=(), reason=fall.reason
        )
        title = (_RULED if row.ruling else _REINSTATED).format(bidder=bidder, ruling=row.ruling)
        people = named(row.made_by), named(row.seconded_by)
        yield Taken(title=title, at=localtime(row.at), people=people, reason=row.reason)


def _readmissions(lot: Lot) -> Iterator[Taken]:
    bidders = dict(lot.bids.values_list("code", "supplier__name"))
    found = list(readmissions_of(lot))
    people = User.objects.in_bulk([key for each in found for key in each.people])
    for each in found:
        yield Taken(
            title=_READMITTED.format(bidder=bidders[each.bid]),
            at=localtime(each.at),
            people=tuple(named(people.get(key)) for key in each.people),
            reason=each.reason,
        )


def _verifications(lot: Lot) -> Iterator[Taken]:
    rows = Verification.objects.filter(bid__lot=lot).select_related("bid__supplier", "made_by")
    found = list(rows.order_by("pk"))
    listed = checklist(lot, on=localtime(found[-1].at).date()) if found else None
    titles = {proof.item.code: proof.item.title for proof in listed.proofs} if listed else {}
    for row in found:
        words, item = _RIGHT if row.is_right else _WRONG, titles.get(row.item, row.item)
        yield Taken(
            title=words.format(bidder=row.bid.supplier.name, item=item),
            at=localtime(row.at),
            people=(named(row.made_by),),
            reason=_seen(row),
        )


def _seen(row: Verification) -> str:
    """What was seen, and what was agreed about its renewal."""
    return "\n".join(text for text in (row.reason, row.renewal) if text)
