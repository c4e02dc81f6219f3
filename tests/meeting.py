"""A lot in its consensus meeting, for the tests: assessors by letter, what each scored, and conflicts."""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import User

from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tenders.models import (
    Assessor,
    Bid,
    ConsensusScore,
    Criterion,
    Declaration,
    IndividualScore,
    Lot,
    Minutes,
    Procedure,
)
from tenders.procedure.phases import Phase
from tenders.services.consensus import Agreement, agree, reveal
from tenders.services.minutes import Written, minutes_of, write_minutes
from tests import cast

WHY_A = "Het plan beschrijft elke stap van de levering, maar noemt niemand die op vrijdag helpt."
WHY_B = "De helpdesk antwoordt binnen het uur en de reparatie op locatie is volledig uitgewerkt."
WHY = "De planning noemt per week wie de laptops uitlevert en ophaalt."


def member(letter: str) -> User:
    user, _ = User.objects.get_or_create(username=f"assessor.{letter.lower()}")
    give_role(user=user, organisation=cast.organisation(), role=Role.JUROR)
    return user


def assessor(lot: Lot, letter: str) -> Assessor:
    return Assessor.objects.get_or_create(
        lot=lot, letter=letter, defaults={"user": member(letter), "seed": letter * 8}
    )[0]


def criterion(lot: Lot, code: str = "K") -> Criterion:
    return lot.criteria.get(code=code)


def bid(lot: Lot, code: str) -> Bid:
    return lot.bids.get(code=code)


def scored(
    lot: Lot, letter: str, levels: Mapping[str, str], code: str = "K", *, is_ready: bool = True
) -> Assessor:
    """`levels` by bid code; ready unless said otherwise."""
    who = assessor(lot, letter)
    for bid_code, level in levels.items():
        IndividualScore.objects.create(
            assessor=who, bid=bid(lot, bid_code), criterion=criterion(lot, code), value=level,
            motivation=f"{WHY} Dat is {level}, zegt {letter} over {bid_code}.", saved_at=cast.NOW,
        )  # fmt: skip
    if is_ready:
        Assessor.objects.filter(pk=who.pk).update(ready_at=cast.NOW)
    return who


def conflict(lot: Lot, letter: str, code: str, *, at: datetime = cast.NOW, is_so: bool = True) -> None:
    Declaration.objects.create(
        assessor=assessor(lot, letter), bid=bid(lot, code), has_conflict=is_so, at=at, reason="Familie."
    )


def in_phase(lot: Lot, phase: Phase) -> Lot:
    return cast.in_phase(lot, phase)


def judged_lot(combination: str, phase: Phase = Phase.CONSENSUS) -> Lot:
    """Bids A and B are scored on K by assessors A, B and C; C was knocked out.

    A gets goed, voldoende, matig (100, 60, 0); B gets goed, goed, voldoende (100, 100, 60).
    """
    lot = cast.lot_with_bids()
    lot.combination = combination
    lot.save()
    scored(lot, "A", {"A": "goed", "B": "goed"})
    scored(lot, "B", {"A": "voldoende", "B": "goed"})
    scored(lot, "C", {"A": "matig", "B": "voldoende"})
    return in_phase(lot, phase)


def published(lot: Lot, phase: Phase = Phase.CONSENSUS) -> Lot:
    """With the criteria published, as a document prints them."""
    Procedure.objects.filter(lot=lot).delete()
    cast.published(lot.tender, phase)
    return lot


def revealed(lot: Lot, *, at: datetime = cast.NOW) -> Lot:
    reveal(lot=lot, criterion=criterion(lot), at=at, actor=cast.person(Role.OFFICER))
    return lot


def minuted(lot: Lot, *, at: datetime = cast.NOW) -> Minutes:
    """With everybody of the panel there."""
    present = tuple(lot.assessors.order_by("pk"))
    written = Written(held_at=at, present=present, text=WHY, seen=minutes_of(lot).version)
    return write_minutes(lot=lot, written=written, at=at, actor=cast.person(Role.OFFICER))


def settle(
    lot: Lot, *, at: datetime = cast.NOW, seen: int = 0, **levels: tuple[str, str]
) -> list[ConsensusScore]:
    """`levels`: by bid code, the level and the reason."""
    agreements = [
        Agreement(bid=bid(lot, code), value=value, reason=reason, seen=seen)
        for code, (value, reason) in levels.items()
    ]
    return agree(
        lot=lot, criterion=criterion(lot), agreements=agreements, at=at, actor=cast.person(Role.OFFICER)
    )
