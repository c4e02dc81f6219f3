"""The clauses pass the legality check of this product: no text rule blocks a clause or asks for a reason."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

import pytest

from clauses.assembly.assemble import assemble
from clauses.assembly.clause import LibraryClause
from clauses.assembly.library import newest, read_library
from clauses.assembly.variables import Variable
from procurement.documents import model
from tenders.lint.draft import Draft, Passage, PassageKind
from tenders.lint.rules import RULES
from tenders.lint.run import judge
from tenders.lint.severity import CheckedBy, Severity
from tests.clauses.assembly.builders import KG, clause
from tests.tenders.lint.drafts import draft

CLAUSES = newest(read_library())
TEXT_RULES = tuple(rule for rule in RULES if CheckedBy.TEXT in rule.checked_by)
CLOSING = frozenset((Severity.BLOCKING, Severity.MOTIVATE))

EVERY_CLAUSE = pytest.mark.parametrize("each", CLAUSES, ids=lambda each: each.code)


def some_values(variable: Variable) -> tuple[str, ...]:
    """Every choice that there is; elsewhere the default, or a value that fits."""
    if variable.options:
        return tuple(option.code for option in variable.options)
    if variable.default:
        return (variable.default,)
    words = {"text": "wat de aanbestedingsstukken noemen", "date": "2027-01-31"}
    return (words.get(variable.kind) or str(variable.minimum),)


def fillings(filled: LibraryClause) -> Iterator[dict[str, str]]:
    """Values for all blanks, until each choice was there once."""
    values = {variable.name: some_values(variable) for variable in filled.variables}
    for row in zip_longest(*values.values()) if values else [()]:
        yield {name: value or known[0] for (name, known), value in zip(values.items(), row, strict=True)}


def paragraphs(filled: LibraryClause, values: dict[str, str]) -> Iterator[str]:
    """Each paragraph with its points in Dutch; a reference to another article has a number."""
    (block,) = assemble([filled], None, {filled.code: values}, "nl").blocks
    for part in block.body:
        if isinstance(part, model.Provision):
            yield " ".join(map(_words, (part.content, *(point.content for point in part.points))))


def _words(content: model.Content) -> str:
    return "".join(piece.text if isinstance(piece, model.Run) else "7" for piece in content)


def as_conditions(filled: LibraryClause) -> Draft:
    """A lawful tender whose only texts are the paragraphs of this clause, each by itself."""
    texts = [text for values in fillings(filled) for text in paragraphs(filled, values)]
    passages = tuple(
        Passage(
            place=f"clauses.{filled.code}[{number}]",
            kind=PassageKind.CONTRACT_CONDITION,
            title=filled.title.nl,
            text=text,
        )
        for number, text in enumerate(texts)
    )
    return replace(draft(), passages=passages)


def closing(subject: Draft) -> list[tuple[str, str]]:
    """What the text rules have against the step, each with the sentence."""
    return [
        (rule.code, finding.quote)
        for rule in TEXT_RULES
        for finding in judge(rule, subject).open
        if finding.severity in CLOSING
    ]


@EVERY_CLAUSE
def test_no_text_rule_blocks_a_clause_or_asks_for_a_reason(each: LibraryClause) -> None:
    assert closing(as_conditions(each)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("De {kg} apparaten zijn gemeten volgens ISO 14067.", "L10"),
        ("De {kg} apparaten zijn klimaatneutraal.", "L33"),
        ("De prijzen van de {kg} apparaten kunnen in overleg worden aangepast.", "L44"),
        ("De {kg} apparaten komen uit de regio.", "L48"),
        ("Opdrachtnemer heeft een certificaat volgens ISO 14001 voor {kg} apparaten.", "L12"),
    ],
)
def test_an_unlawful_paragraph_would_be_found(text: str, code: str) -> None:
    wrong = clause(nl=f"1. De Prestatie is geleverd.\n2. {text}", more=KG)

    assert code in [found for found, _sentence in closing(as_conditions(wrong))]


def test_every_choice_of_a_blank_is_read() -> None:
    definitions = next(each for each in CLAUSES if each.code == "definitions")

    read = " ".join(passage.text for passage in as_conditions(definitions).passages)

    assert [word for word in ("ARBIT", "GIBIT", "inkoopvoorwaarden die bij") if word not in read] == []
