"""The language of a page: what the reader chose with the buttons in the head, else Dutch.

Django's own middleware follows the browser, so that an officer with an English browser would get half of a
Dutch procedure in English without having asked for it.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponse]


def chosen_language(request: HttpRequest) -> str:
    """One of `settings.LANGUAGES`; a cookie with anything else counts as no choice."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def language_choice(answer: Answer) -> Answer:
    """Middleware: speak the chosen language and say in the response which one that is."""

    def answered(request: HttpRequest) -> HttpResponse:
        language = chosen_language(request)
        request.LANGUAGE_CODE = language  # as Django's own middleware sets it
        with translation.override(language):
            response = answer(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Cookie",))
        return response

    return answered
