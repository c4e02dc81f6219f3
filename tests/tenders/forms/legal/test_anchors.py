"""Wherever a rule finds something among the answers, the page of that topic has the spot to go to."""

from collections.abc import Iterator, Sequence

import pytest

from tenders.forms.legal.codes import Codes
from tenders.forms.legal.layout import Part
from tenders.forms.legal.topic import TopicForm
from tenders.legal_draft import DERIVED
from tenders.lint.draft import Draft
from tenders.lint.files import topic_data
from tenders.lint.questions import LATER, anchor_of, name_of, topic_of
from tenders.lint.run import judge
from tests.tenders.lint.case_files import Case, cases


def anchors(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield anchor_of(part.place)
        yield from anchors(part.parts)
        for row in part.rows:
            yield anchor_of(row.place)
            yield from anchors(row.parts)


def on_the_page(draft: Draft, topic: str) -> set[str]:
    stated = draft.legal.bidders.suitability
    codes = Codes(suitability=tuple((each.code, each.text) for each in stated))
    form = TopicForm(topic=topic, stored=topic_data(getattr(draft.legal, topic)), codes=codes, facts=DERIVED)
    return set(anchors(form.parts))


def is_asked(place: str) -> bool:
    """Not a text or fact of the tender itself, and not a question of a later step."""
    name = f"{name_of(place)}."
    elsewhere = [each for each in (*LATER, *DERIVED) if name.startswith(f"{each}.")]
    return place.startswith("legal.") and not elsewhere


@pytest.mark.parametrize("case", [each for each in cases() if each.fails], ids=lambda case: case.name)
def test_a_finding_has_its_spot_on_the_page(case: Case) -> None:
    draft = case.draft
    found = judge(case.rule, draft).open

    places = {finding.place for finding in found if is_asked(finding.place)}
    assert [place for place in places if anchor_of(place) not in on_the_page(draft, topic_of(place))] == []
