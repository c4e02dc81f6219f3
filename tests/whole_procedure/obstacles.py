"""What must stand in the way of each step, by a word of our own; nothing when it must succeed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.whole_procedure.model import PROOFS, Asked, Model, Offer
from tests.whole_procedure.ranking import inputs, looks_low, winner
from tests.whole_procedure.table import ROLES, STEPS

Found = Iterator[str]
ZONE = ZoneInfo("Europe/Amsterdam")
SHORTEST = 40  # days for bids in an open procedure


def against(model: Model, code: str, name: str, reason: str) -> list[str]:
    step, found = STEPS[code], []
    if not step.roles & ROLES.get(name, frozenset()):
        found.append("role")
    if step.needs_reason and not reason.strip():
        found.append("reason")
    if step.people == 2 and model.signed_by(code) == name:
        found.append("the same person")
    if not model.source_is_right(code):
        return [*found, "phase"]
    return [*found, *(GUARDS[code](model, name) if code in GUARDS else ())]


def unlawful(model: Model) -> Found:
    """What the check objects to in the draft of this moment."""
    if model.draft[0] != 60:
        yield "weights"
    days = (model.deadline.astimezone(ZONE).date() - model.now.astimezone(ZONE).date()).days
    if days < SHORTEST:
        yield "too short for bidders"


def _ask_check(model: Model, name: str) -> Found:
    yield from unlawful(model)


def _publish(model: Model, name: str) -> Found:
    yield from _ask_check(model, name)
    if model.now > model.deadline:
        yield "deadline"
    is_approved, by = model.judged.get(model.draft, (False, ""))
    if not is_approved:
        yield "no approval"
    elif by == name:
        yield "approved by the same person"


def _before_deadline(model: Model, name: str) -> Found:
    if model.now > model.deadline:
        yield "deadline"


def _no_nota(model: Model, name: str) -> Found:
    if model.nota is not None:
        yield "a nota is open"


def _open_bids(model: Model, name: str) -> Found:
    yield from _no_nota(model, name)
    if model.now <= model.deadline:
        yield "too early"


def _start_assessment(model: Model, name: str) -> Found:
    if not model.admitted():
        yield "nobody admitted"
    if any(each.met is None and not each.fallen for each in model.offers.values()):
        yield "requirements"
    if any(model.asks_confirmation(each) for each in model.offers.values()):
        yield "earlier versions"
    if not model.active() or any(_is_nobodys(model, each) for each in model.admitted()):
        yield "nobody assigned"


def _is_nobodys(model: Model, offer: Offer) -> bool:
    return all(each.has_conflict(offer.code) for each in model.active())


def _start_consensus(model: Model, name: str) -> Found:
    if any(not each.is_ready or model.undeclared(each) for each in model.active()):
        yield "assessors"


def _lock(model: Model, name: str) -> Found:
    if any(not model.is_settled(each.code) for each in model.admitted()):
        yield "not settled"
    if not model.has_minutes:
        yield "minutes"
    if any(not each.footprint for each in model.admitted()):
        yield "values"


def _resume(model: Model, name: str) -> Found:
    if model.prices_opened or not any(model.is_orphaned(each.code) for each in model.admitted()):
        yield "everything is judged"


def _reopen_consensus(model: Model, name: str) -> Found:
    if model.prices_opened:
        yield "prices are known"


def _correct_score(model: Model, name: str) -> Found:
    if not model.prices_opened:
        yield "prices were never opened"


def _open_prices(model: Model, name: str) -> Found:
    if any(not each.sealed_price for each in model.admitted()):
        yield "no price"


def _has_jury(model: Model, name: str) -> Found:
    yield "there is a jury"


def _ranked(model: Model, name: str) -> Found:
    if model.ranked is None or model.ranked != inputs(model):
        yield "no current ranking"
    elif not winner(model):
        yield "no winner"


def _start_verification(model: Model, name: str) -> Found:
    yield from _ranked(model, name)
    if any(_is_open(model, each) for each in model.inquiries):
        yield "a question is open"
    first = winner(model) if model.ranked is not None and model.ranked == inputs(model) else ""
    if first and looks_low(model, first) and not is_explained(model, first):
        yield "a low price"


def is_explained(model: Model, code: str) -> bool:
    return code in model.unasked or any(each.code == code and each.outcome for each in model.inquiries)


def _is_open(model: Model, asked: Asked) -> bool:
    return not asked.outcome and not model.offers[asked.code].fallen


def _decide(model: Model, name: str) -> Found:
    yield from _ranked(model, name)
    first = winner(model) if model.ranked is not None else ""
    if not all(_is_proven(model, (first, item)) for item in PROOFS):
        yield "proof"


def _is_proven(model: Model, key: tuple[str, str]) -> bool:
    """Right when it was checked, and not expired since."""
    until = model.valid_until.get(key)
    today = model.now.astimezone(ZONE).date()
    return bool(model.checks.get(key)) and (until is None or today <= until)


def _send(model: Model, name: str) -> Found:
    if any(not each.is_admitted and len(each.why.split()) < 3 for each in model.offers.values()):
        yield "a bare reason"


def _contract(model: Model, name: str) -> Found:
    if any(not ended for _, ended in model.proceedings):
        yield "proceedings"
    if model.held_by:
        yield "a ruling"
    if model.waived_at is None and model.now < first_free_moment(model):
        yield "standstill"


HOLIDAYS = {
    date.fromisoformat(day)
    for day in (
        "2026-12-25", "2026-12-26", "2027-01-01", "2027-03-26", "2027-03-29", "2027-04-27", "2027-05-05",
        "2027-05-06", "2027-05-17", "2027-12-25", "2027-12-26", "2028-01-01",
    )
}  # fmt: skip


def first_free_moment(model: Model) -> datetime:
    """The Dutch midnight after twenty days, or after the next working day."""
    assert model.sent_at is not None
    day = model.sent_at.astimezone(ZONE).date() + timedelta(days=20)
    while day.weekday() > 4 or day in HOLIDAYS:
        day += timedelta(days=1)
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), tzinfo=ZONE)


GUARDS: Mapping[str, Callable[[Model, str], Found]] = {
    "ask-legal-check": _ask_check,
    "publish": _publish,
    "open-clarification": _before_deadline,
    "reopen-clarification": _before_deadline,
    "close-clarification": _no_nota,
    "open-bids": _open_bids,
    "start-assessment": _start_assessment,
    "start-consensus": _start_consensus,
    "lock-scores": _lock,
    "lock-without-jury": _has_jury,
    "reopen-admission": _has_jury,
    "reopen-consensus": _reopen_consensus,
    "correct-score-after-prices": _correct_score,
    "resume-assessment": _resume,
    "open-prices": _open_prices,
    "start-verification": _start_verification,
    "decide-award": _decide,
    "send-letters": _send,
    "conclude-contract": _contract,
}
