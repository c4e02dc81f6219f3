"""Signing in through an identity provider: which account it is, and which roles its groups give.

Only imported where single sign-on is on; see docs/configuration.md.
"""

import logging
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from jwt import PyJWTError
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from requests import RequestException

from procurement.organisations.account_log import record_about
from procurement.organisations.models import Membership, Organisation, Role
from procurement.organisations.obstacles import RoleRefused
from procurement.organisations.roles import give_role, take_role

Claims = Mapping[str, Any]
LOGGER = logging.getLogger(__name__)
LONGEST_NAME = 150
FAILED = _(
    "Inloggen met uw organisatie is niet gelukt. Probeer het opnieuw. Lukt het weer niet? Vraag uw beheerder"
    " of u een account hebt."
)
Place = tuple[str, Role]  # an organisation, by its name, and a role in it


class SignOn(OIDCAuthenticationBackend):  # type: ignore[misc]  # the package has no types
    def authenticate(self, request: HttpRequest | None, **options: Any) -> User | None:
        """Whatever is wrong with the provider or its token: nobody is signed in, and the page says so."""
        if request is None:
            return None
        try:
            user: User | None = super().authenticate(request, **options)
        except (SuspiciousOperation, PyJWTError, RequestException) as refusal:
            LOGGER.warning("single sign-on refused: %s", type(refusal).__name__)
            user = None
        if user is None:
            messages.error(request, FAILED)
        return user

    def verify_token(self, token: Any, **options: Any) -> Any:
        """Besides the signature: the token is meant for this site."""
        payload = super().verify_token(token, **options)
        meant_for = payload.get("aud") if payload else None
        if self.OIDC_RP_CLIENT_ID not in (meant_for if isinstance(meant_for, list) else [meant_for]):
            raise SuspiciousOperation("The token is for another site.")
        return payload

    def get_userinfo(self, access_token: Any, id_token: Any, payload: Any) -> Any:
        """The claims of the provider, about the same person as the token."""
        claims = super().get_userinfo(access_token, id_token, payload)
        if claims.get("sub") != payload.get("sub"):
            raise SuspiciousOperation("The claims are about another person.")
        return claims

    def verify_claims(self, claims: Claims) -> bool:
        return bool(_username(claims))

    def filter_users_by_claims(self, claims: Claims) -> QuerySet[User]:
        """By the name of the account alone; a mail address is not proof. Never who runs the site."""
        return User.objects.filter(username=_username(claims), is_superuser=False, is_active=True)

    def get_user(self, user_id: Any) -> User | None:
        """An account that was closed is out at its next request."""
        return User.objects.filter(pk=user_id, is_active=True).first()

    def get_username(self, claims: Claims) -> str:
        return _username(claims)

    def create_user(self, claims: Claims) -> User:
        """Only where OIDC_CREATE_USER is on."""
        if User.objects.filter(username=_username(claims)).exists():
            raise SuspiciousOperation("This account does not sign in here.")
        user = User.objects.create_user(_username(claims), email=str(claims.get("email", "")))
        return self.update_user(user, claims)

    def update_user(self, user: User, claims: Claims) -> User:
        """The roles follow the groups of the provider, at every sign-in."""
        follow_groups(user, claims.get(settings.OIDC_GROUPS_CLAIM))
        return User.objects.get(pk=user.pk)

    def describe_user_by_claims(self, claims: Claims) -> str:
        """For the log of the server: no name."""
        return "an account of the provider"


@transaction.atomic
def follow_groups(user: User, groups: object) -> None:
    """Give and take the roles that OIDC_GROUPS names; what it does not name stays as it is."""
    named = {group: _place(place) for group, place in settings.OIDC_GROUPS.items()}
    member_of = set(groups) if isinstance(groups, list) else set()
    wanted = {place for group, place in named.items() if group in member_of}
    for organisation, role in sorted(set(named.values())):
        row = Organisation.objects.filter(name=organisation).first()
        if row is not None:
            _follow(user, row, role, is_wanted=(organisation, role) in wanted)


def _follow(user: User, organisation: Organisation, role: Role, *, is_wanted: bool) -> None:
    has = Membership.objects.filter(user=user, organisation=organisation, role=role).exists()
    if has == is_wanted:
        return
    told: dict[str, object] = {"role": role.value, "organisation": organisation.pk}
    if is_wanted:
        action, after = "role_given", role.value
        try:
            give_role(user=user, organisation=organisation, role=role)
        except RoleRefused as refused:
            action, after, told = "role_refused", "", told | {"reason": str(refused)}
        record_about(user, action=action, at=timezone.now(), actor=None, details=told, before="", after=after)
    else:
        at, before = timezone.now(), role.value
        record_about(user, action="role_taken", at=at, actor=None, details=told, before=before, after="")
        take_role(user=user, organisation=organisation, role=role)


def _place(place: list[str]) -> Place:
    return place[0], Role(place[1])


def _username(claims: Claims) -> str:
    name = claims.get(settings.OIDC_USERNAME_CLAIM)
    return name if isinstance(name, str) and len(name) <= LONGEST_NAME else ""
