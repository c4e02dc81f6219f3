"""The tree of criteria as one form: its nodes in order, the actions of its buttons, and its checks."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from procurement.citations import CITATIONS
from procurement.numbers import NotANumber, parse_dutch
from procurement.words import readers_language
from tenders.figures import figure
from tenders.forms.criteria import NodeForm, initial_of
from tenders.forms.fields import CodesField
from tenders.forms.outline import Entry, Outline, Placed, spread
from tenders.forms.scales import Scales, scales_of
from tenders.models import Lot
from tenders.scoring.method import Verdict
from tenders.services.tree import NodeValues

HUNDRED = Decimal(100)
NO_SCALES: Scales = {}
MOVES: dict[str, Callable[[Outline, str], Outline]] = {
    "up": Outline.up,
    "down": Outline.down,
    "indent": Outline.indent,
    "outdent": Outline.outdent,
    "remove": Outline.remove,
}


class Node:
    """A place in the outline with the form that stands there."""

    def __init__(self, place: Placed, form: NodeForm, outline: Outline) -> None:
        self.place, self.form, self.key = place, form, place.key
        siblings = outline.children(place.parent)
        self.is_first, self.is_last = siblings[0] == place.key, siblings[-1] == place.key

        self.weight = read_weight(form["weight"].data if form.is_bound else form["weight"].initial)
        self.shown_total = ""
        self._language = readers_language()

    @property
    def method_title(self) -> str:
        method = self.form.scoring_method
        return method.title.to(self._language) if method else ""

    @property
    def method_words(self) -> str:
        method = self.form.scoring_method
        return method.words.to(self._language) if method else ""

    @property
    def method_remark(self) -> str:
        """The stated risk of a method that is allowed with a warning, or why one is refused."""
        method = self.form.scoring_method
        return "" if method is None or method.verdict == Verdict.ALLOWED else method.remark.to(self._language)

    @property
    def basis(self) -> list[str]:
        codes = CodesField(required=False).to_python(self.form["basis"].value() or "")
        return [CITATIONS[code].label.to(self._language) for code in codes if code in CITATIONS]


class TreeForm:
    """Made from posted data it complains; made from initial values it is a draft that does not."""

    def __init__(
        self,
        outline: Outline,
        initial: dict[str, dict[str, Any]],
        data: QueryDict | None = None,
        scales: Scales = NO_SCALES,
    ) -> None:
        self.outline, self.scales = outline, scales
        places = list(outline.placed())
        names = {place.key: _name_of(place.key, initial, data) for place in places}
        self.nodes = [
            Node(place, self._form(place, initial.get(place.key, {}), data, names), outline)
            for place in places
        ]
        for node in self.nodes:
            node.shown_total = self._shown(node.key) if node.place.is_group else ""

    def _form(
        self, place: Placed, initial: dict[str, Any], data: QueryDict | None, names: dict[str, str]
    ) -> NodeForm:
        beneath = self.outline.under(place.key)
        parents = [(key, name) for key, name in names.items() if key not in beneath]
        return NodeForm(
            key=place.key,
            is_group=place.is_group,
            parents=parents,
            scales=[(key, scale.title) for key, scale in self.scales.items()],
            data=data,
            initial={**initial, "parent": place.parent},
        )

    @classmethod
    def of_lot(cls, lot: Lot) -> "TreeForm":
        rows = list(lot.criteria.prefetch_related("levels"))
        entries = [Entry(key_of(row.pk), key_of(row.parent_id)) for row in rows]
        initial = {key_of(row.pk): initial_of(row) for row in rows}
        return cls(Outline.of(entries), initial, scales=scales_of(lot.tender.organisation))

    @classmethod
    def posted(cls, lot: Lot, data: QueryDict) -> "TreeForm":
        return cls(_outline(data), {}, data, scales_of(lot.tender.organisation))

    def after(self, action: str) -> "TreeForm":
        """The draft after a button was pressed, such as "up:c12", "add:", "spread:c3" or "refresh:"."""
        verb, _colon, key = action.partition(":")
        typed = {node.key: node.form.typed() for node in self.nodes}
        outline = self.outline
        if verb in MOVES and key in typed:
            outline = MOVES[verb](outline, key)
        elif verb == "add" and (not key or key in typed):
            outline = outline.add(key)
        elif verb == "spread":
            self._spread(key, typed)
        elif verb == "scale" and typed.get(key, {}).get("scale") in self.scales:
            typed[key]["levels"] = self.scales[typed[key]["scale"]].levels
        return TreeForm(outline, typed, scales=self.scales)

    def rest_has_no_place(self, action: str) -> bool:
        """Was "spread:…" pressed where something is left and no weight is empty?"""
        verb, _colon, group = action.partition(":")
        if verb != "spread":
            return False
        _keys, weights, total = self._weights(group, {node.key: node.form.typed() for node in self.nodes})
        return all(weights) and sum((weight or Decimal(0) for weight in weights), Decimal(0)) < total

    def _weights(
        self, group: str, typed: dict[str, dict[str, Any]]
    ) -> tuple[list[str], list[Decimal | None], Decimal]:
        """Of a group, or of the lot: the keys in it, their weights, and what those should add up to."""
        keys = list(self.outline.children(group))
        total = read_weight(typed[group].get("weight")) if group in typed else HUNDRED
        return keys, [read_weight(typed[key].get("weight")) for key in keys], total or Decimal(0)

    def _spread(self, group: str, typed: dict[str, dict[str, Any]]) -> None:
        keys, weights, total = self._weights(group, typed)
        for key, weight in zip(keys, spread(weights, total), strict=True):
            typed[key]["weight"] = weight

    def is_valid(self) -> bool:
        wrong = [node for node in self.nodes if not node.form.is_valid()]  # every form, so that all complain
        return self._codes_differ() and not wrong

    def _codes_differ(self) -> bool:
        seen: set[str] = set()
        differ = True
        for node in self.nodes:
            code = node.form.cleaned_data.get("code", "")
            if code and code in seen:
                node.form.add_error("code", _("Deze code staat er al. Geef elk criterium een eigen code."))
                differ = False
            seen.add(code)
        return differ

    def values(self) -> list[NodeValues]:
        return [node.form.values(node.place.parent) for node in self.nodes]

    def _shown(self, group: str) -> str:
        """What the script keeps up to date while typing, in the same words."""
        weights = {node.key: node.weight or Decimal(0) for node in self.nodes}
        divided = sum((weights[key] for key in self.outline.children(group)), Decimal(0))
        left = weights.get(group, HUNDRED) - divided
        return str(_sum_words(left)).format(sum=figure(divided), rest=figure(abs(left)))

    @property
    def words(self) -> dict[str, Promise]:
        return WORDS

    @property
    def shown_total(self) -> str:
        return self._shown("")


# Shared with the script, which fills in the same words while somebody types.
WORDS: dict[str, Promise] = {
    "whole": _("{sum}% verdeeld"),
    "short": _("{sum}% – nog {rest}% te verdelen"),
    "full": _("{sum}% – nog {rest}% te verdelen, maar er is geen lege weging. Maak er eerst een leeg."),
    "over": _("{sum}% – {rest}% te veel"),
    "unread": _("Een weging is nog geen getal"),
}


def _sum_words(left: Decimal) -> Promise:
    if left == 0:
        return WORDS["whole"]
    return WORDS["short" if left > 0 else "over"]


def read_weight(value: Any) -> Decimal | None:
    """A weight as typed or stored; None while it is no number yet."""
    if isinstance(value, Decimal):
        return value
    try:
        return parse_dutch(str(value or ""))
    except NotANumber:
        return None


def _outline(data: QueryDict) -> Outline:
    return Outline.of(Entry(key, data.get(f"{key}-parent", "")) for key in data.getlist("node"))


def key_of(pk: int | None) -> str:
    return "" if pk is None else f"c{pk}"


def _name_of(key: str, initial: dict[str, dict[str, Any]], data: QueryDict | None) -> str:
    source = initial.get(key, {})
    code = data.get(f"{key}-code", "") if data is not None else source.get("code", "")
    title = data.get(f"{key}-title", "") if data is not None else source.get("title", "")
    return f"{code or ''} {title or ''}".strip() or str(_("nieuw criterium"))
