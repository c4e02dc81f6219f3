"""The browser of somebody who is signed in."""

from django.contrib.auth.models import User
from django.test import Client

from procurement.organisations.models import Role
from tests import cast


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def client_of(role: Role = Role.OFFICER, of: str = "Amaranth", language: str = "") -> Client:
    """Of the member of the cast in this role; without a choice of `language` the site shows Dutch."""
    client = signed_in(cast.person(role, of))
    if language:
        client.cookies["django_language"] = language
    return client
