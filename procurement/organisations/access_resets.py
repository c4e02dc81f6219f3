"""After somebody else opened an account, it cannot be used for a while as the second of two people.

Who manages accounts could give a colleague a new password, sign in as that colleague, and so sign twice for
what takes two people. Hence a rest of a day in which the owner notices, a password that the owner chose, and
never both signatures of who opened the account and of the account itself.
"""

from datetime import datetime, timedelta
from typing import Literal

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime

from procurement.language import Text
from procurement.organisations.account_log import record_about
from procurement.organisations.models import AccessReset

REST = timedelta(hours=24)
APART = timedelta(days=30)
"""For so long the two are one person where two have to sign."""

Way = Literal["password", "second_factor", "username", "new_account"]

_OWN_PASSWORD = Text(
    nl="Een beheerder heeft op {moment} uw toegang hersteld. Kies eerst zelf een wachtwoord, onder "
    "‘Wachtwoord’ bovenaan de pagina. Tekenen voor een stap van twee personen kan dan vanaf {until}.",
    en="An administrator reset your access on {moment}. First choose a password yourself, under ‘Password’ "
    "at the top of the page. You can then sign for a step of two people from {until}.",
)
_REST = Text(
    nl="Een beheerder heeft op {moment} uw toegang hersteld. U tekent weer voor een stap van twee personen "
    "vanaf {until}. Iemand anders kan dat nu al.",
    en="An administrator reset your access on {moment}. You can sign for a step of two people again "
    "from {until}. Somebody else can do so now.",
)
_APART = Text(
    nl="Van u en de eerste ondertekenaar heeft de een in de laatste dertig dagen de toegang van de ander "
    "hersteld. Samen tekent u dan niet. Laat iemand anders als tweede tekenen.",
    en="Of you and the first signer, one reset the access of the other in the last thirty days. You cannot "
    "sign together then. Have somebody else sign second.",
)


@transaction.atomic
def record_reset(*, account: User, way: Way, at: datetime, actor: User | None) -> AccessReset | None:
    """`actor` opened this account; one's own account is no reset. One event in each organisation.

    Making the account is an event already. Without a password there is none for the owner to choose.
    """
    if actor == account:
        return None
    settled_at = None if account.has_usable_password() else at
    row = AccessReset.objects.create(account=account, at=at, made_by=actor, settled_at=settled_at)
    if way != "new_account":
        record_about(account, action="access_reset", at=at, actor=actor, details={"way": way})
    return row


@transaction.atomic
def settle(*, account: User, at: datetime) -> None:
    """The owner chose a password. An event when that was still to be done."""
    if AccessReset.objects.filter(account=account, settled_at=None).update(settled_at=at):
        record_about(account, action="own_password", at=at, actor=account, details={})


def reason_against_signing(account: User, *, at: datetime) -> Text | None:
    """Why this account cannot be one of two people now; None when it can."""
    resets = AccessReset.objects.filter(account=account, at__lte=at)
    newest = resets.filter(Q(settled_at=None) | Q(at__gt=at - REST)).order_by("-at").first()
    if newest is None:
        return None
    waits = resets.filter(settled_at=None).exists()
    until = max(newest.at + REST, at) if waits else newest.at + REST
    words = _OWN_PASSWORD if waits else _REST
    return words.format(moment=_moment(newest.at), until=_moment(until))


def reason_against_both(one: User, other: User, *, at: datetime) -> Text | None:
    """Why these two do not count as two people; None when they do."""
    either = Q(account=one, made_by=other) | Q(account=other, made_by=one)
    return _APART if AccessReset.objects.filter(either, at__gt=at - APART, at__lte=at).exists() else None


def _moment(at: datetime) -> str:
    return f"{localtime(at):%d-%m-%Y %H:%M}"
