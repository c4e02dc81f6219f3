"""The questions of one topic as the page shows them: field or answer, and what the check says there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.forms import BoundField

from procurement.language import Text
from tenders.forms.legal.layout import SUITABILITY, Part, Row, rows_of
from tenders.forms.legal.topic import TopicForm
from tenders.lint.answer_words import answer_words
from tenders.lint.asked_by import rules_asking
from tenders.lint.draft import Draft
from tenders.lint.files import topic_data
from tenders.lint.finding import Finding
from tenders.lint.questions import Sort, anchor_of, name_of, question_at
from tenders.lint.rule import Rule
from tenders.lint.run import Report
from tenders.lint.severity import Severity
from tenders.lint.words import SEVERITIES
from tenders.views.legal_links import Places

_LAST_NUMBER = re.compile(r"\[\d+\]$")
_BADGES = {
    Severity.BLOCKING: "badge-bad",
    Severity.MOTIVATE: "badge-care",
    Severity.ADVICE: "badge-news",
}


@dataclass(frozen=True, slots=True)
class Note:
    """What the check finds at a question now."""

    rule: str
    badge: str
    weight: Text
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """`answer` stands where nothing is asked, `url` leads to where a fact is changed.

    `kept_now` is what a colleague saved meanwhile, where it differs. What is absent holds no answers to read.
    """

    text: Text
    sort: Sort
    anchor: str
    path: str
    is_fact: bool = False
    is_fixed: bool = False
    is_absent: bool = False
    bound: BoundField | None = None
    answer: Text | None = None
    url: str = ""
    kept_now: Text | None = None
    rules: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    nodes: tuple["Node", ...] = ()
    rows: tuple["RowNode", ...] = ()
    rows_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowNode:
    anchor: str
    key: str
    code: str
    says: str
    url: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands beside the fields: the draft with what was found in it, and where facts are changed.

    `kept` are answers that a colleague saved meanwhile; None where nobody did.
    """

    draft: Draft | None
    notes: Mapping[str, Sequence[Note]]
    places: Places
    suitability: Mapping[str, str] = field(default_factory=dict)
    is_closed: bool = False
    kept: Mapping[str, Any] | None = None


def notes_of(report: Report) -> dict[str, list[Note]]:
    """By the place of the question."""
    found: dict[str, list[Note]] = {}
    for judged in report.judged:
        for finding in judged.open:
            found.setdefault(_question_place(finding), []).append(_note(judged.rule, finding))
    return found


def _note(rule: Rule, finding: Finding) -> Note:
    return Note(rule.code, _BADGES[finding.severity], SEVERITIES[finding.severity], finding.message)


def _question_place(finding: Finding) -> str:
    """One of several codes or lines is no question of its own; one of several rows is."""
    question = question_at(finding.place)
    if question is None or question.sort is Sort.ROWS:
        return finding.place
    return _LAST_NUMBER.sub("", finding.place)


def nodes_of(form: TopicForm, parts: Iterable[Part], around: Around) -> tuple[Node, ...]:
    return tuple(_node(form, part, around) for part in parts)


def _node(form: TopicForm, part: Part, around: Around) -> Node:
    sort, has_field = part.question.sort, part.path in form.fields
    closed = around.is_closed or part.is_fact
    return Node(
        text=part.question.text,
        sort=sort,
        anchor=anchor_of(part.place),
        path=part.path,
        is_fact=part.is_fact,
        is_fixed=name_of(part.place) == SUITABILITY,
        is_absent=closed and sort is Sort.OPTIONAL_TOPIC and part.stored is None,
        bound=_bound(form, part) if has_field and not closed else None,
        answer=_answer(part, around) if closed else None,
        url=around.places.url(part.place) if part.is_fact else "",
        kept_now=_kept_now(form, part, around),
        rules=rules_asking(name_of(part.place)),
        notes=tuple(around.notes.get(part.place, ())),
        nodes=nodes_of(form, part.parts, around),
        rows=tuple(_row(form, row, around) for row in part.rows),
        rows_name=rows_of(part.path),
    )


def _bound(form: TopicForm, part: Part) -> BoundField:
    bound = form[part.path]
    bound.field.widget.attrs["aria-describedby"] = f"{anchor_of(part.place)}-notes"
    return bound


def _row(form: TopicForm, row: Row, around: Around) -> RowNode:
    return RowNode(
        anchor=anchor_of(row.place),
        key=row.key,
        code=row.code,
        says=around.suitability.get(row.code, ""),
        url=around.places.url(row.place) if row.code else "",
        nodes=nodes_of(form, row.parts, around),
    )


def _answer(part: Part, around: Around) -> Text:
    """Of a fact as the check reads it; of another question as it is kept."""
    value = _in_draft(part.place, around.draft) if part.is_fact else part.stored
    return answer_words(part.place, value)


def _in_draft(place: str, draft: Draft | None) -> Any:
    if draft is None:
        return None
    topic, _, question = name_of(place).partition(".")
    return topic_data(getattr(draft.legal, topic)).get(question)


def _kept_now(form: TopicForm, part: Part, around: Around) -> Text | None:
    """What a colleague kept where it is not what was filled in here; rows are compared as a whole."""
    if around.kept is None or part.is_fact or part.question.sort is Sort.TOPIC:
        return None
    theirs: Any = around.kept
    for name in name_of(part.place).split(".")[1:]:
        theirs = theirs.get(name) if isinstance(theirs, Mapping) else None
    in_a_row = "[" in part.place
    same = in_a_row or (form.answer(part) or None) == (theirs or None)
    return None if same else answer_words(part.place, theirs)
