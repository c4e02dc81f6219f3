"""What somebody sees after signing in stays in no cache: it would show scores and prices later on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

Answer = Callable[[HttpRequest], HttpResponse]


def keep_out_of_caches(answer: Answer) -> Answer:
    """Middleware, behind the one that knows who asks: pages and downloads alike. A page may say otherwise."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    return answered
