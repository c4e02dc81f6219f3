"""Are the kinds of devices of a plan complete: code, name, number and the lifetime that counts at most?"""

import re
from collections import Counter
from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.amount import LONGEST_LIFE
from tenders.lifecycle.plan.plan import DeviceKind, Plan
from tenders.scoring.problem import Problem

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]{0,29}")
LOT_PARTS = ("circularity", "software", "data_centre", "ladder")
"""What a bid states once for the whole lot stands under these names, so no kind of device has one."""
MOST_KINDS, MOST_DEVICES, MOST_CHARACTERS = 20, 10_000_000, 200

_NO_KIND = Text(
    nl="Noem de soorten apparaten, met hun aantal.", en="Name the kinds of devices, with their number."
)
_MANY_KINDS = Text(nl="Noem hooguit {most} soorten apparaten.", en="Name at most {most} kinds of devices.")
NO_USE = Text(
    nl="Dit doet in deze berekening niet mee. Haal het weg.",
    en="This plays no part in this calculation. Remove it.",
)
WRONG_CODE = Text(
    nl="Gebruik voor ‘{code}’ letters, cijfers, punten en streepjes, hooguit 30, en niet een van: {taken}.",
    en="Use letters, digits, points and dashes for ‘{code}’, at most 30, and none of: {taken}.",
)
_TWICE = Text(nl="‘{code}’ staat er meer dan eens.", en="‘{code}’ is there more than once.")
TEXT = Text(
    nl="Vul hier een tekst in van hooguit {most} tekens.",
    en="Fill in a text of at most {most} characters here.",
)
_NUMBER = Text(
    nl="Vul in hoeveel apparaten de aanbesteding vraagt: een heel getal van 1 tot en met {most}.",
    en="Enter how many devices the tender asks for: a whole number from 1 to {most}.",
)
_LONGEST_LIFE = Text(
    nl="Maak bekend welke levensduur ten hoogste telt: hele jaren, van 1 tot en met {most}. Een langere "
    "levensduur verlaagt kosten en uitstoot, en zonder grens wint wie het hoogste getal invult.",
    en="Publish the longest lifetime that counts: whole years, from 1 to {most}. A longer lifetime lowers "
    "cost and emissions, and without a limit whoever enters the highest number wins.",
)


def problems_of_kinds(plan: Plan) -> Iterator[Problem]:
    if counts_devices(plan) and not plan.kinds:
        yield Problem("kinds", _NO_KIND)
    elif plan.kinds and not counts_devices(plan):
        yield Problem("kinds", NO_USE)
    if len(plan.kinds) > MOST_KINDS:
        yield Problem("kinds", _MANY_KINDS.format(most=str(MOST_KINDS)))
    for code, times in Counter(kind.code for kind in plan.kinds).items():
        if times > 1:
            yield Problem("kinds", _TWICE.format(code=code[:40]))
    for place, kind in enumerate(plan.kinds):
        for problem in (*_kind(kind), *_life(kind, counts=counts_lifetimes(plan))):
            yield problem.under(f"kinds[{place}]")


def _kind(kind: DeviceKind) -> Iterator[Problem]:
    if not CODE.fullmatch(kind.code) or kind.code in LOT_PARTS:
        yield Problem("code", WRONG_CODE.format(code=kind.code[:40], taken=", ".join(LOT_PARTS)))
    yield from wrong_text(kind.title, "title")
    if not 1 <= kind.number <= MOST_DEVICES:
        yield Problem("number", _NUMBER.format(most=str(MOST_DEVICES)))


def _life(kind: DeviceKind, *, counts: bool) -> Iterator[Problem]:
    if not counts and kind.longest_life is not None:
        yield Problem("longest_life", NO_USE)
    elif counts and not 1 <= (kind.longest_life or 0) <= LONGEST_LIFE:
        yield Problem("longest_life", _LONGEST_LIFE.format(most=str(LONGEST_LIFE)))


def wrong_text(text: str, place: str) -> Iterator[Problem]:
    if not text.strip() or len(text) > MOST_CHARACTERS:
        yield Problem(place, TEXT.format(most=str(MOST_CHARACTERS)))


def counts_devices(plan: Plan) -> bool:
    return any((plan.energy, plan.cost, plan.footprint))


def counts_lifetimes(plan: Plan) -> bool:
    """Does a bid state how long a device lasts?"""
    return plan.cost is not None or plan.footprint is not None
