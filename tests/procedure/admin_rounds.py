"""Somebody in the admin along the journey, and whether a POST changes a row."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Model
from django.urls import reverse
from lxml import html

from tenders.models import (
    Evidence,
    Scale,
    Supplier,
    Tender,
)
from tests import cast
from tests.procedure.visiting import Visitor


def beside_the_tender() -> None:
    """Rows that an organisation has before it has bids."""
    supplier, _ = Supplier.objects.get_or_create(organisation=cast.organisation(), name="Zwaluw B.V.")
    Evidence.objects.create(
        supplier=supplier, kind="iso_14001", title="Certificaat", valid_until=date(2030, 1, 1)
    )
    Scale.objects.create(organisation=cast.organisation(), title="Vier niveaus")


def place(row: type[Model], page: str, *arguments: object) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=arguments)


def newest(row: type[Model]) -> int:
    """The key of the newest row; the first one that there could be as long as there is none."""
    last = row._default_manager.order_by("pk").last()
    return 1 if last is None else last.pk


class Clerk(Visitor):
    """Somebody in the admin who is watched: do the rows of this kind become others?"""

    row: type[Model] = Tender

    def watched(self) -> object:
        return stored(self.row)

    def changes(self, path: str, sent: Mapping[str, Any]) -> bool:
        before = stored(self.row)
        self.post(path, sent)
        return self.left != before


def stored(row: type[Model]) -> list[tuple[Any, ...]]:
    return list(row._default_manager.order_by("pk").values_list())


def filled_in(visitor: Visitor, path: str, changed: str) -> Mapping[str, Any]:
    """The form at this address as a browser would send it, with another text in one field."""
    page = html.fromstring(visitor.get(path).content)  # type: ignore[attr-defined]
    [form] = [
        each for each in page.forms if (each.get("id") or "").endswith("_form") and changed in each.fields
    ]
    sent: dict[str, list[str]] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    return {**sent, changed: "Gewijzigd na de publicatie"}
