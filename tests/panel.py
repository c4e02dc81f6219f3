"""A panel for the tests: two assessors of Amaranth on the one jury criterion of `cast.lot()`."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tenders.models import Assessor, Bid, Criterion, Lot
from tenders.procedure.phases import Phase
from tenders.services.panel import set_panel
from tenders.services.scoring_alone import Answer, declare, make_ready, save_score
from tests import cast

WHY = "De monteur van {code} komt binnen vier uur en brengt een leentoestel mee naar de werkplek."


def juror(name: str = "juror-1", of: str = "Amaranth") -> User:
    user, _ = User.objects.get_or_create(username=f"{name}.{of.lower()}")
    give_role(user=user, organisation=cast.organisation(of), role=Role.JUROR)
    return user


def criterion(lot: Lot) -> Criterion:
    return lot.criteria.get(code="K")


def assessor(lot: Lot, name: str = "juror-1") -> Assessor:
    """On the panel of the lot for criterion K; the lot must be where people may be appointed."""
    user = juror(name)
    wanted = {user.pk: [criterion(lot).pk]}
    set_panel(lot=lot, wanted=wanted, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return Assessor.objects.get(lot=lot, user=user)


def lot_in_assessment() -> Lot:
    """Bids A and B are admitted, C is knocked out; nobody is on the panel yet."""
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.ASSESSMENT)
    return lot


def declares(who: Assessor, *conflicts: str) -> Assessor:
    """About every admitted bid; `conflicts` are the codes of the bids with a conflict of interest."""
    bids = Bid.objects.filter(lot=who.lot).exclude(outcomes__met=False)
    answers = {bid.pk: Answer(bid.code in conflicts, "Familie werkt daar.") for bid in bids}
    declare(assessor=who, answers=answers, at=cast.NOW)
    return who


def scores(who: Assessor, **levels: str) -> Assessor:
    """`scores(assessor, A="goed", B="matig")`, each with a motivation of its own."""
    for code, level in levels.items():
        save_score(
            assessor=who,
            bid=who.lot.bids.get(code=code),
            criterion=criterion(who.lot),
            value=level,
            motivation=WHY.format(code=code),
            seen_version=0,
            at=cast.NOW,
        )
    return who


def ready(who: Assessor, **levels: str) -> Assessor:
    """Declared without conflicts, scored and final."""
    return make_ready(assessor=scores(declares(who), **levels), at=cast.NOW)


def client_of(who: Assessor) -> Client:
    client = Client()
    assert who.user is not None
    client.force_login(who.user)
    return client


def address(lot: Lot, name: str, *more: str) -> str:
    """A page of the assessors of this lot; that of a criterion is `address(lot, "scores", "K")`."""
    return reverse(f"tenders:jury_{name}", args=[lot.pk, *more])


def cells(client: Client, lot: Lot) -> dict[str, Any]:
    """What stands on the page of criterion K, by the code of the bid, in the order of the page."""
    shown = client.get(address(lot, "scores", "K")).context["cells"]
    return {cell.bid.code: cell for cell in shown}
