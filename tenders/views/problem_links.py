"""What keeps a lot from being evaluated, each with a link to the page where it can be put right."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from procurement.words import readers_language
from tenders.models import Lot
from tenders.scoring.problem import Problem

_LOT = re.compile(r"^lots\[\d+\]\.")
_VALUE = re.compile(r"^bids\[(?P<bid>\d+)\]\.values\.(?P<code>[^.\[]+)")


@dataclass(frozen=True, slots=True)
class Obstacle:
    message: str
    url: str


def obstacles(lot: Lot, problems: Iterable[Problem]) -> list[Obstacle]:
    language, problems = readers_language(), list(problems)
    codes = list(lot.bids.values_list("code", flat=True)) if problems else []
    return [
        Obstacle(_named(codes, problem.place) + problem.message.to(language), _url(lot, problem.place))
        for problem in problems
    ]


def _named(codes: list[str], place: str) -> str:
    """Which bid it is about, before the sentence that says what is wrong."""
    value = _VALUE.match(_LOT.sub("", place))
    if value is None or int(value["bid"]) >= len(codes):
        return ""
    return _("Inschrijving %(code)s: ") % {"code": codes[int(value["bid"])]}


def _url(lot: Lot, place: str) -> str:
    within = _LOT.sub("", place)
    value = _VALUE.match(within)
    if value:
        return f"{reverse('tenders:scores', args=[lot.pk])}?{urlencode({'criterion': value['code']})}"
    for start, page in (("bids", "bids"), ("draw", "result"), ("award", "rule")):
        if within.startswith(start):
            return reverse(f"tenders:{page}", args=[lot.pk])
    return reverse("tenders:criteria", args=[lot.pk])
