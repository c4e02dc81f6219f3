"""How a rule reads answers: an open question is something else than a wrong answer."""

import pytest

from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.draft.documents import Documents
from tenders.lint.finding import GoTo, Screen
from tenders.lint.severity import Severity

OTHERWISE = Text(nl="Niet online.", en="Not online.")
ADVICE = Text(nl="Zet het online.", en="Put it online.")
ONLINE = Wanted("free_and_complete", True, OTHERWISE, ADVICE)


def test_an_open_question_asks_for_an_answer() -> None:
    (finding,) = against(Documents(), "legal.documents", (ONLINE,))

    assert finding.message.en.startswith("Not answered yet: Are all documents online")
    assert finding.severity is Severity.BLOCKING


def test_another_answer_says_what_is_wrong_with_it() -> None:
    (finding,) = against(Documents(free_and_complete=False), "legal.documents", (ONLINE,))

    assert finding.message == OTHERWISE
    assert finding.fix == GoTo(Screen.LEGAL_QUESTIONS, ADVICE)


def test_the_lawful_answer_is_no_finding() -> None:
    assert list(against(Documents(free_and_complete=True), "legal.documents", (ONLINE,))) == []


@pytest.mark.parametrize(("text", "places"), [("", 1), (" \n", 1), ("Ja", 0)])
def test_a_text_of_spaces_says_nothing(text: str, places: int) -> None:
    found = list(missing(Documents(obligations_office=text), "legal.documents", "obligations_office"))

    assert [finding.place for finding in found] == ["legal.documents.obligations_office"] * places


def test_a_reason_belongs_to_the_value_that_was_wrong() -> None:
    finding = wrong("legal.contract.estimate", OTHERWISE, ADVICE, severity=Severity.MOTIVATE, quote="215000")

    assert (finding.quote, finding.severity) == ("215000", Severity.MOTIVATE)
