"""What the reader gets when something breaks: the page for a fault, or what is out of order."""

import sys
from collections.abc import Mapping
from types import MappingProxyType

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

from procurement.language import Text
from procurement.vault.errors import VaultError
from procurement.words import words

TRY_AGAIN_AFTER = 60  # seconds
TITLE = Text(nl="Er kan nu niets worden opgeslagen", en="Nothing can be saved now")
WHAT_TO_DO = Text(
    nl="De database antwoordt niet of is vol. Wat u net deed, is niet opgeslagen; wat eerder is opgeslagen, "
    "blijft staan. Bewaar uw tekst en probeer het over een minuut opnieuw. Blijft het zo? Waarschuw de "
    "beheerder.",
    en="The database does not answer or is full. What you just did was not saved; what was saved before "
    "stays. Keep your text and try again in a minute. Is it still so? Warn whoever runs the site.",
)
VAULT = Text(nl="De kluis gaat niet open", en="The vault does not open")
VAULT_TO_DO = Text(
    nl="{why} Er is niets opgeslagen of geopend. Waarschuw de beheerder.",
    en="{why} Nothing was saved or opened. Warn whoever runs the site.",
)


def broken(request: HttpRequest) -> HttpResponse:
    """The handler of 500, called while the fault is being handled.

    Without a database, or without the key of the vault, it becomes a 503.
    """
    fault = sys.exc_info()[1]
    if isinstance(fault, VaultError):
        return _out_of_order(VAULT, VAULT_TO_DO.format(why=fault.message))
    if isinstance(fault, InterfaceError | OperationalError):
        return _out_of_order(TITLE, WHAT_TO_DO, {"Retry-After": str(TRY_AGAIN_AFTER)})
    return server_error(request)


def _out_of_order(
    title: Text, what_to_do: Text, headers: Mapping[str, str] = MappingProxyType({})
) -> HttpResponse:
    page = render_to_string("503.html", {"title": words(title), "text": words(what_to_do)})
    return HttpResponse(page, status=503, headers={"Cache-Control": "no-store", **headers})
