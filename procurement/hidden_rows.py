"""For pages of the admin: what one may not see does not exist."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


class HiddenRows:
    """Goes before ModelAdmin. The stock one sends to its front page with a message; here it is a 404."""

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        raise Http404
