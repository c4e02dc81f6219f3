"""From a place in the draft to the address where it is mended: the screen, and the field on it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse
from django.utils.http import urlencode

from clauses.access import drafts_for
from tenders.legal_draft import DERIVED
from tenders.lint.finding import Screen
from tenders.lint.questions import anchor_of, topic_of
from tenders.models import Criterion, Lot, Requirement, Tender
from tenders.services.contract_texts import contract_draft_of
from tenders.views.access import may_edit

_LOT = re.compile(r"lots\[(\d+)\](?:\.(.+))?")
_CRITERION = re.compile(r"criteria(\[\d+\](?:\.children\[\d+\])*)")
_REQUIREMENT = re.compile(r"requirements\[(\d+)\]\.?(\w*)")
_SUITABILITY = re.compile(r"legal\.bidders\.suitability\[(\d+)\]")
_WEIGHTS = re.compile(r"legal\.award\.weights\[(\d+)\]")
_INDEX = re.compile(r"\[(\d+)\]")

# What a place begins with, and the screen on which it stands.
_OWN_SCREENS = (
    (re.compile(r"lots\[\d+\]\.criteria"), Screen.CRITERIA),
    (re.compile(r"lots\[\d+\]\.requirements"), Screen.REQUIREMENTS),
    (re.compile(r"lots\[\d+\]\.award"), Screen.AWARD_RULE),
    (re.compile(r"legal\.bidders\.suitability\[\d+\]\.(code|text)"), Screen.SUITABILITY),
    (re.compile(r"legal\."), Screen.LEGAL_QUESTIONS),
    (re.compile(r"clauses\."), Screen.CONTRACT),
)

# The field of the tender's own page that answers a legal question; its organisation is chosen once.
_TENDER_FIELDS = {
    "contract.nature": "id_nature",
    "contract.estimate": "lots-group",
    "course.kind": "id_procedure",
    "planning.bids_until": "id_deadline_0",
    "planning.urgency": "id_urgency",
}
_RULE_FIELDS = {
    "method": "award_method",
    "parameters": "award_method",
    "points": "points",
    "rounding.at": "rounding_at",
    "rounding": "rounding_places",
    "ties": "ties",
    "zero_price": "zero_price",
    "combination": "combination",
    "falling_away": "falling_away",
}

T = TypeVar("T")


def question_url(tender: int, place: str) -> str:
    """The page of the topic, at this question; `place` begins with "legal."."""
    page = reverse("tenders:legal_questions", args=[tender, topic_of(place)])
    return f"{page}#{anchor_of(place)}"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the texts, figures and answers of one tender are mended, read once for all findings.

    `contract` is the key of the contract draft, None where this reader may not open one; only who edits is
    sent to the form of a new requirement.
    """

    tender: int
    may_edit: bool
    lots: Sequence[Lot]
    criteria: Mapping[int, Sequence[Criterion]]
    requirements: Mapping[int, Sequence[Requirement]]
    contract: int | None

    @classmethod
    def of(cls, tender: Tender, user: User | AnonymousUser) -> Self:
        """In as many queries for one lot as for many."""
        lots = list(tender.lots.order_by("number").prefetch_related("criteria", "requirements"))
        draft = contract_draft_of(tender)
        may_open = draft is not None and drafts_for(user).filter(pk=draft.pk).exists()
        return cls(
            tender=tender.pk,
            may_edit=may_edit(user, tender.organisation),
            lots=lots,
            criteria={lot.pk: list(lot.criteria.all()) for lot in lots},
            requirements={lot.pk: list(lot.requirements.all()) for lot in lots},
            contract=draft.pk if draft is not None and may_open else None,
        )

    def url(self, place: str) -> str:
        """Empty where there is no screen for it, or none that this reader may open."""
        if found := _LOT.fullmatch(place):
            lot = _at(self.lots, int(found[1]))
            return self._in_lot(lot, found[2] or "") if lot else ""
        if (found := _SUITABILITY.match(place)) and place.endswith(("]", ".code", ".text")):
            row = _at(self._suitability(), int(found[1]))
            return _requirement_url(row, "text") if row else ""
        if place.startswith("clauses."):
            return self._contract()
        if place.startswith("legal."):
            return self._answer(place)
        return self._of_tender("id_subject" if place == "subject" else "")

    def screen(self, screen: Screen, place: str) -> str:
        """Where somebody mends a finding at `place` whose way out names this screen; empty as in `url`."""
        if screen is _own_screen(place):
            return self.url(place)
        lot = self._lot_of(place)
        match screen:
            case Screen.CRITERIA | Screen.AWARD_RULE if lot:
                page = "criteria" if screen is Screen.CRITERIA else "rule"
                return reverse(f"tenders:{page}", args=[lot.pk])
            case Screen.SUITABILITY | Screen.REQUIREMENTS if lot:
                return self._requirement(lot, screen, place)
            case Screen.CONTRACT:
                return self._contract()
            case Screen.LEGAL_QUESTIONS:  # a text leads to one question only
                return self._answer("legal.award.named_products")
            case Screen.PROCEDURE:
                return reverse("tenders:procedure", args=[self.tender])
        return self._of_tender("")

    def _in_lot(self, lot: Lot, place: str) -> str:
        if found := _CRITERION.match(place):
            row = self._criterion(lot, [int(index) for index in _INDEX.findall(found[1])])
            return f"{reverse('tenders:criteria', args=[lot.pk])}{f'#c{row.pk}' if row else ''}"
        if found := _REQUIREMENT.match(place):
            rows = [row for row in self.requirements[lot.pk] if row.kind != Requirement.Kind.SUITABILITY]
            requirement = _at(rows, int(found[1]))
            return _requirement_url(requirement, found[2] or "text") if requirement else ""
        part = place.removeprefix("award.")
        field = next((name for start, name in _RULE_FIELDS.items() if part.startswith(start)), None)
        if place.startswith("award"):
            return f"{reverse('tenders:rule', args=[lot.pk])}{f'#div_id_{field}' if field else ''}"
        return reverse("tenders:criteria", args=[lot.pk])

    def _criterion(self, lot: Lot, path: Iterable[int]) -> Criterion | None:
        found: Criterion | None = None
        for index in path:
            parent = found.pk if found else None
            found = _at([row for row in self.criteria[lot.pk] if row.parent_id == parent], index)
            if found is None:
                return None
        return found

    def _answer(self, place: str) -> str:
        topic, _, question = place.removeprefix("legal.").partition(".")
        if found := _WEIGHTS.fullmatch(place):
            lot = _at(self.lots, int(found[1]))
            return reverse("tenders:criteria", args=[lot.pk]) if lot else ""
        if f"{topic}.{question}" in DERIVED:
            return self._of_tender(_TENDER_FIELDS.get(f"{topic}.{question}", ""))
        return question_url(self.tender, place)

    def _of_tender(self, field: str) -> str:
        address = reverse("admin:tenders_tender_change", args=[self.tender])
        return f"{address}#{field}" if field else address

    def _contract(self) -> str:
        return reverse("clauses:fill_in", args=[self.contract]) if self.contract else ""

    def _requirement(self, lot: Lot, screen: Screen, place: str) -> str:
        """The suitability requirement of this place; else the form of a new one, which leads back."""
        if found := _SUITABILITY.match(place):
            return self.url(f"{found[0]}.text")
        if not self.may_edit:
            return ""
        kind = Requirement.Kind.SUITABILITY if screen is Screen.SUITABILITY else Requirement.Kind.REQUIREMENT
        asked: dict[str, str | int] = {
            "lot": lot.pk,
            "kind": kind.value,
            "next": reverse("tenders:legality", args=[self.tender]),
        }
        return f"{reverse('admin:tenders_requirement_add')}?{urlencode(asked)}"

    def _lot_of(self, place: str) -> Lot | None:
        """The lot of a place within one; else the only lot, or the first."""
        found = _LOT.fullmatch(place) or _WEIGHTS.match(place)
        return _at(self.lots, int(found[1]) if found else 0)

    def _suitability(self) -> list[Requirement]:
        kind = Requirement.Kind.SUITABILITY
        return [row for lot in self.lots for row in self.requirements[lot.pk] if row.kind == kind]


def _own_screen(place: str) -> Screen:
    return next((screen for start, screen in _OWN_SCREENS if start.match(place)), Screen.TENDER)


def _requirement_url(row: Requirement, field: str) -> str:
    return f"{reverse('admin:tenders_requirement_change', args=[row.pk])}#id_{field}"


def _at(rows: Sequence[T], index: int) -> T | None:
    return rows[index] if index < len(rows) else None
