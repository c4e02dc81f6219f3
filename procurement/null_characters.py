"""No address holds the character NUL: PostgreSQL stores no such text, and nobody types it.

Forms refuse it themselves, with a sentence beside the field.
"""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def refuse_null_characters(answer: Answer) -> Answer:
    """Middleware: such an address gets a 400."""

    def answered(request: HttpRequest) -> HttpResponse:
        texts = [request.path_info, *(text for values in request.GET.lists() for text in values[1])]
        if any("\0" in text for text in texts):
            raise BadRequest("NUL in the address")
        return answer(request)

    return answered
