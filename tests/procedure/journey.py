"""One tender through the whole procedure by the real services, with a canary in everything that is secret.

Three bidders: A (Kanarie) is dear, B (Sijsje) wins, C (Vinkje) fails a requirement. Two assessors: one is
free, the other has a conflict of interest with A. `journey()` halts at each stop of `STOPS`.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction

from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tenders.models import Assessor, Bid, Lot, Procedure
from tenders.reports.letters.model import Disclosure
from tenders.services.bids import Entry, record_outcomes, record_values
from tenders.services.clarification_publishing import publish_clarification
from tenders.services.clarifications import start_clarification
from tenders.services.consensus import Agreement, agree, reveal
from tenders.services.evaluate import evaluate_lot
from tenders.services.inquiries import ask, judge, record_answer
from tenders.services.legal_check import approve
from tenders.services.letter_drafts import Preparation, prepare_letters
from tenders.services.letters import letter_draft
from tenders.services.minutes import Written, write_minutes
from tenders.services.panel import set_panel
from tenders.services.publish import publish
from tenders.services.scoring_alone import Answer, declare, make_ready, save_score
from tenders.services.sealing import NewFile, NewSealedBid, seal_bid
from tenders.services.transitions import take_step
from tests import award, cast, clarifying, evidence
from tests.procedure.contract_begun import contract_begun

STOPS = (
    "preparation", "published", "opening", "assessment", "consensus", "price opening", "evaluation",
    "stopped", "award", "contract",
)  # fmt: skip
PEOPLE = (
    "nobody", "assessor", "conflicted", "assessor elsewhere", "officer", "lawyer", "project lead",
    "contract manager", "auditor", "administrator", "officer elsewhere", "superuser",
)  # fmt: skip
ROLES = {
    "officer": Role.OFFICER,
    "lawyer": Role.LAWYER,
    "project lead": Role.PROJECT_LEAD,
    "contract manager": Role.CONTRACT_MANAGER,
    "auditor": Role.AUDITOR,
    "administrator": Role.ORGANISATION_ADMIN,
    "assessor elsewhere": Role.JUROR,
}
SEATS = {"assessor": "Kwikstaart3c9e", "conflicted": "Boomvalk7d21"}
OFFERS = (
    ("Kanarie8fd2", "90817263", "antwoord71c4", "inhoud93ab", "voorstel5e1d", "283.61", "8675309.17"),
    ("Sijsje4b7a", "90817364", "antwoord83b6", "inhoud05de", "voorstel8c2a", "190", "1037.79"),
    ("Vinkje66c0", "90817465", "", "", "", "160", "941.53"),
)
WHY = {
    "A": "{word}: de monteur komt binnen vier uur en brengt een leentoestel mee naar de werkplek.",
    "B": "{word}: de helpdesk antwoordt binnen het uur en de reparatie op locatie is uitgewerkt.",
}
NOW = cast.NOW


def everybody() -> dict[str, User | None]:
    """Each of `PEOPLE`; nobody is who has not signed in."""
    people: dict[str, User | None] = {"nobody": None, "superuser": User.objects.create_superuser("site")}
    for person, name in SEATS.items():
        user = User.objects.create(username=name.lower(), first_name="Merel", last_name=name)
        give_role(user=user, organisation=cast.organisation(), role=Role.JUROR)
        people[person] = user
    for person, role in ROLES.items():
        people[person] = cast.person(role)
    people["officer elsewhere"] = cast.person(Role.OFFICER, "Bellis")
    return {person: people[person] for person in PEOPLE}


def journey() -> Iterator[str]:
    """Call `everybody()` first; the name of each stop once the tender has come there."""
    lot = cast.lot()
    call_command("load_clauses", verbosity=0)
    contract_begun(lot, _officer())
    evidence.of_a_known_supplier()
    yield "preparation"
    _published(lot)
    _bids_handed_in(lot)
    yield "published"
    _step(lot, "close-clarification")
    _two_open(lot, "open-bids", NOW + timedelta(minutes=1))
    _admitted(lot)
    yield "opening"
    _step(lot, "start-assessment")
    _scored_alone(lot)
    yield "assessment"
    _ready(lot)
    _step(lot, "start-consensus")
    _agreed(lot)
    yield "consensus"
    _step(lot, "lock-scores")
    yield "price opening"
    _two_open(lot, "open-prices", NOW + timedelta(hours=1))
    _ranked(lot)
    yield "evaluation"
    with transaction.atomic():
        _step(lot, "stop")
        yield "stopped"
        transaction.set_rollback(True)
    _step(lot, "start-verification")
    award.verified(lot)
    _step(lot, "decide-award")
    _letters_prepared(lot)
    yield "award"
    _step(lot, "send-letters")
    take_step(lot=lot, code="conclude-contract", at=NOW + timedelta(days=40), actor=_officer())
    yield "contract"


def _officer() -> User:
    return cast.person(Role.OFFICER)


def _step(lot: Lot, code: str) -> None:
    at = max(NOW, Procedure.objects.get(lot=lot).since)
    take_step(lot=lot, code=code, at=at, actor=_officer(), reason="Er is geen geld meer.")


def _two_open(lot: Lot, code: str, at: datetime) -> None:
    """Later than the step before: that one would have spent the first signature."""
    take_step(lot=lot, code=code, at=at, actor=_officer())
    take_step(lot=lot, code=code, at=at + timedelta(minutes=1), actor=cast.person(Role.LAWYER))
    lot.refresh_from_db()


def _published(lot: Lot) -> None:
    at = cast.PUBLISHED_AT
    take_step(lot=lot, code="ask-legal-check", at=at, actor=_officer())
    approve(tender=lot.tender, at=at, actor=cast.person(Role.LAWYER))
    publish(tender=lot.tender, at=at, actor=_officer())
    take_step(lot=lot, code="open-clarification", at=at, actor=_officer())
    nota = start_clarification(tender=lot.tender, at=clarifying.AT, actor=_officer())
    clarifying.write(nota, clarifying.QUESTION)
    nota.refresh_from_db()
    publish_clarification(clarification=nota, at=clarifying.AT, actor=_officer())


def _bids_handed_in(lot: Lot) -> None:
    for hour, (name, number, answer, content, file, value, price) in enumerate(OFFERS):
        files = [NewFile(f"{file}.pdf", "K", f"%PDF {content}".encode())] if file else []
        if name.startswith("Kanarie"):
            files.append(NewFile("voorstel3b90.txt", "", b"inhoud27fe"))
        bid = NewSealedBid(
            supplier=f"{name} B.V.",
            chamber_of_commerce=number,
            received_at=cast.DEADLINE - timedelta(days=1) + timedelta(hours=hour),
            values={"D1": value},
            prices={"P": price},
            answers={"K": f"Ons {answer} over de service."} if answer else {},
            files=tuple(files),
        )
        seal_bid(lot=lot, bid=bid, at=cast.DEADLINE - timedelta(hours=1), actor=_officer())
    wanted = {user.pk: [lot.criteria.get(code="K").pk] for user in _seated()}
    set_panel(lot=lot, wanted=wanted, at=NOW, actor=_officer())


def _seated() -> list[User]:
    return list(User.objects.filter(username__in=[name.lower() for name in SEATS.values()]).order_by("pk"))


def _seats(lot: Lot) -> list[Assessor]:
    """The assessor without and the one with a conflict."""
    return [Assessor.objects.get(lot=lot, user=user) for user in _seated()]


def _admitted(lot: Lot) -> None:
    requirement = lot.requirements.get()
    for bid in lot.bids.order_by("code"):
        met = bid.code != "C"
        outcome = (requirement.pk, met, "" if met else "afwijzing4d4e: de garantie is twee jaar.")
        record_outcomes(bid=bid, outcomes=[outcome], at=NOW, actor=_officer())
    criterion = lot.criteria.get(code="D1")
    entries = [
        Entry(bid=bid, criterion=criterion, value=offer[5], motivation="Het verslag is nagerekend.")
        for bid, offer in zip(lot.bids.order_by("code"), OFFERS, strict=True)
    ]
    record_values(lot=lot, entries=entries, at=NOW, actor=_officer())


def _scored_alone(lot: Lot) -> None:
    free, conflicted = _seats(lot)
    bids = {bid.code: bid for bid in lot.bids.exclude(code="C")}
    declare(assessor=free, answers={bid.pk: Answer(False) for bid in bids.values()}, at=NOW)
    answers = {bid.pk: Answer(bid.code == "A", "belang5f0c: familie werkt daar.") for bid in bids.values()}
    declare(assessor=conflicted, answers=answers, at=NOW)
    _score(free, bids["A"], "voldoende", "motief2f6c")
    _score(free, bids["B"], "goed", "motief51b8")
    _score(conflicted, bids["B"], "voldoende", "motief9d3e")


def _score(seat: Assessor, bid: Bid, level: str, word: str) -> None:
    save_score(
        assessor=seat, bid=bid, criterion=seat.lot.criteria.get(code="K"), value=level,
        motivation=WHY[bid.code].format(word=word), seen_version=0, at=NOW,
    )  # fmt: skip


def _ready(lot: Lot) -> None:
    for seat in _seats(lot):
        make_ready(assessor=seat, at=NOW)


def _agreed(lot: Lot) -> None:
    criterion = lot.criteria.get(code="K")
    reveal(lot=lot, criterion=criterion, at=NOW, actor=_officer())
    agreements = [
        Agreement(bid=lot.bids.get(code=code), value="voldoende", reason=WHY[code].format(word=word), seen=0)
        for code, word in (("A", "overleg6a0f"), ("B", "overleg9e21"))
    ]
    agree(lot=lot, criterion=criterion, agreements=agreements, at=NOW, actor=_officer())
    text = "notulenb58d: over de service is het langst gesproken."
    written = Written(held_at=NOW, present=tuple(_seats(lot)), text=text, seen=0)
    write_minutes(lot=lot, written=written, at=NOW, actor=_officer())


def _ranked(lot: Lot) -> None:
    evaluate_lot(lot=lot, at=NOW, actor=_officer())
    low = lot.bids.get(code="B")
    answer_by = NOW.date() + timedelta(days=10)
    inquiry = ask(bid=low, question="vraagc3e1: hoe kan dit?", answer_by=answer_by, at=NOW, actor=_officer())
    record_answer(inquiry=inquiry, answer="uitleg77aa: een eigen fabriek.", at=NOW, actor=_officer())
    judge(inquiry=inquiry, outcome="accepted", reason="Onderbouwd.", at=NOW, actor=_officer())


def _letters_prepared(lot: Lot) -> None:
    """With the sentences that are proposed."""
    proposed = letter_draft(award.standing(lot)).disclosed
    told = {code: Disclosure(**values) for code, values in proposed.items()}
    prepared = Preparation(court="Rechtbank Den Haag", contact="brief9c41@example.nl", disclosed=told)
    prepare_letters(lot=lot, prepared=prepared, at=NOW, actor=_officer())
