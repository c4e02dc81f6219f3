"""The form of one topic of the legal questions."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from tenders.forms.legal.codes import Codes
from tenders.forms.legal.fields import field_for, kept, shown
from tenders.forms.legal.layout import (
    MOST_ROWS,
    Part,
    Sheet,
    leaves,
    parts_of,
    rows_of,
    stored_keys,
    tables,
    typed_keys,
)
from tenders.lint.questions import Sort, anchor_of

_NOTHING: tuple[object, ...] = (None, "", [])


class TopicForm(forms.Form):
    """`stored` are the answers that are kept, in the format of a tender file; `facts` are not asked.

    `data` is what was sent in to be saved; `typed` was sent in for more or fewer rows, and is not judged.
    """

    def __init__(
        self,
        *,
        topic: str,
        stored: Mapping[str, Any],
        codes: Codes,
        facts: frozenset[str],
        data: QueryDict | None = None,
        typed: QueryDict | None = None,
    ) -> None:
        sent = data if data is not None else typed
        keys = stored_keys if sent is None else typed_keys(sent)
        sheet = Sheet(facts=facts, codes=tuple(code for code, _ in codes.suitability), keys=keys)
        self.stored, self.parts = stored, parts_of(topic, stored, sheet)
        super().__init__(data, auto_id="in-%s")
        for part in leaves(self.parts):
            field = field_for(part, codes)
            self.fields[part.path] = field
            self.initial[part.path] = (
                shown(part) if typed is None else field.widget.value_from_datadict(typed, {}, part.path)
            )

    def clean(self) -> dict[str, Any]:
        for part in tables(self.parts):
            self._check_requirements(part)
        for part in leaves(self.parts):
            if part.question.sort is Sort.OPTIONAL_TOPIC:
                self._check_applies(part)
        return self.cleaned_data

    def _check_requirements(self, table: Part) -> None:
        """What is said about a requirement must not come to stand at another one."""
        codes = [row.code for row in table.rows if row.code]
        if codes and self.data.getlist(rows_of(table.path)) != codes:  # type: ignore[attr-defined]
            self.add_error(
                None,
                _("De geschiktheidseisen zijn intussen gewijzigd. Kijk de antwoorden na en bewaar opnieuw."),
            )

    def _check_applies(self, part: Part) -> None:
        """Somebody who takes the tick away wants to be rid of it all; who never put it there forgot it."""
        if part.stored is None and not self.cleaned_data.get(part.path) and self._answers(part.parts):
            self.add_error(
                part.path, _("U vulde hieronder iets in. Kruis dit aan, of maak de velden weer leeg.")
            )

    def answers(self) -> dict[str, Any]:
        """As a tender file writes them, with those kept answers that this page does not ask for."""
        asked = {part.question.name for part in self.parts if not part.is_fact}
        elsewhere = {name: value for name, value in self.stored.items() if name not in asked}
        return {**elsewhere, **self._answers(self.parts)}

    def _answers(self, parts: Sequence[Part]) -> dict[str, Any]:
        given = {part.question.name: self.answer(part) for part in parts}
        return {name: value for name, value in given.items() if value not in _NOTHING}

    def answer(self, part: Part) -> Any:
        """What was filled in at this part; a row that says nothing is no row."""
        if part.is_fact:
            return None
        if part.question.sort is Sort.TOPIC:
            return self._answers(part.parts) or None
        if part.question.sort is Sort.OPTIONAL_TOPIC:
            return self._answers(part.parts) if self.cleaned_data.get(part.path) else None
        if part.question.sort is Sort.ROWS:
            return self._rows(part)
        given = kept(part.question.sort, self.cleaned_data.get(part.path))
        return part.stored if _same_choice(part, given) else given

    def _rows(self, table: Part) -> list[dict[str, Any]]:
        given = ((row.code, self._answers(row.parts)) for row in table.rows)
        return [{**({"code": code} if code else {}), **answers} for code, answers in given if answers]

    def wrong(self) -> list[tuple[str, str, str]]:
        """The id, the question and the message of each error, in the order of the page."""
        return [
            (
                anchor_of(part.place),
                str(self.fields[part.path].label),
                " ".join(map(str, self.errors[part.path])),
            )
            for part in leaves(self.parts)
            if part.path in self.errors
        ]


def _same_choice(part: Part, given: Any) -> bool:
    """Ticked in another order is no other answer."""
    several = part.question.sort in (Sort.CHOICES, Sort.CRITERIA)
    return several and isinstance(part.stored, list) and set(part.stored) == set(given or ())


_ACT = re.compile(r"(add|remove):([a-z_0-9-]{1,200})")


def with_rows_changed(sent: QueryDict) -> QueryDict | None:
    """What was sent in with one row more or less, as its `act` asks; None where it asks something else."""
    asked = _ACT.fullmatch(sent.get("act", ""))
    if asked is None:
        return None
    changed = sent.copy()
    if asked[1] == "add":
        keys = typed_keys(sent)(asked[2]) or ()
        if len(keys) < MOST_ROWS:
            changed.appendlist(rows_of(asked[2]), str(max((int(key) + 1 for key in keys), default=0)))
    else:
        path, _dash, key = asked[2].rpartition("-")
        kept_keys = [each for each in sent.getlist(rows_of(path)) if each != key]
        changed.setlist(rows_of(path), kept_keys)
    return changed
