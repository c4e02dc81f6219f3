"""A client for who visits hundreds of pages: the one of Django copies all that every template was given."""

from typing import Any

from django.http import HttpResponseBase
from django.test import Client


class QuickClient(Client):
    """Answers without `context` and `templates`; an error of the site is an error here."""

    def request(self, **request: Any) -> HttpResponseBase:  # type: ignore[override]
        answer = self.handler(self._base_environ(**request))
        assert answer.status_code != 500, request["PATH_INFO"]
        answer.client, answer.request = self, request  # to follow where it leads
        self.cookies.update(answer.cookies)
        return answer
