"""What the reader gets when something breaks: the page for a fault, or that nothing can be saved now."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

from procurement.language import Text
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


def broken(request: HttpRequest) -> HttpResponse:
    """The handler of 500, called while the fault is being handled; without a database it becomes a 503."""
    if not isinstance(sys.exc_info()[1], InterfaceError | OperationalError):
        return server_error(request)
    told = {"title": words(TITLE), "text": words(WHAT_TO_DO)}
    headers = {"Retry-After": str(TRY_AGAIN_AFTER), "Cache-Control": "no-store"}
    return HttpResponse(render_to_string("503.html", told), status=503, headers=headers)
