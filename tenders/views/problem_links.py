"""What keeps a lot from being evaluated, each with a link to the page where it can be put right."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from tenders.models import Lot
from tenders.scoring.problem import Problem

_LOT = re.compile(r"^lots\[\d+\]\.")
_VALUE = re.compile(r"^bids\[\d+\]\.values\.(?P<code>[^.\[]+)")


@dataclass(frozen=True, slots=True)
class Obstacle:
    message: str
    url: str


def obstacles(lot: Lot, problems: Iterable[Problem]) -> list[Obstacle]:
    language = get_language() or "nl"
    return [Obstacle(problem.message.to(language), _url(lot, problem.place)) for problem in problems]


def _url(lot: Lot, place: str) -> str:
    within = _LOT.sub("", place)
    value = _VALUE.match(within)
    if value:
        return f"{reverse('tenders:scores', args=[lot.pk])}?{urlencode({'criterion': value['code']})}"
    for start, page in (("bids", "bids"), ("draw", "result"), ("award", "rule")):
        if within.startswith(start):
            return reverse(f"tenders:{page}", args=[lot.pk])
    return reverse("tenders:criteria", args=[lot.pk])
