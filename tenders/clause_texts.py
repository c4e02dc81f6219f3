"""The text of one clause under the rules about texts, for who writes a clause of the own library.

Named in the setting `CLAUSE_TEXT_CHECK`: the clauses know nothing of the rules about tenders.
"""

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from django.utils import timezone

from clauses.assembly.assemble import assemble
from clauses.assembly.clause import LibraryClause
from clauses.assembly.variables import Variable
from clauses.text_check import TextFinding
from procurement.documents import model
from tenders.lint.draft import Draft, Legal, Passage, PassageKind
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tenders.lint.run import judge
from tenders.lint.severity import CheckedBy, Severity
from tenders.scoring.model import Tender

CLOSING = frozenset((Severity.BLOCKING, Severity.MOTIVATE))
BARE = Tender(reference="", title="", authority="", lots=())
WORDS = {"text": "wat de aanbestedingsstukken noemen", "date": "2027-01-31"}


@cache
def text_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if CheckedBy.TEXT in rule.checked_by)


def findings_in(clause: LibraryClause) -> Iterator[TextFinding]:
    """What blocks or asks for a reason, each once, with the provision in which it stands."""
    passages = tuple(_passages(clause))
    draft = Draft(tender=BARE, legal=Legal(), passages=passages, on=timezone.localdate())
    seen: set[tuple[str, str, str]] = set()
    for rule in text_rules():
        for finding in judge(rule, draft).open:
            told = (rule.code, finding.place, finding.quote)
            if finding.place.startswith("clauses.") and finding.severity in CLOSING and told not in seen:
                seen.add(told)
                yield TextFinding(
                    rule=rule.code,
                    line=int(finding.place.partition("[")[2].partition("]")[0]),
                    quote=finding.quote,
                    message=finding.message,
                    blocking=finding.severity is Severity.BLOCKING,
                )


def _passages(clause: LibraryClause) -> Iterator[Passage]:
    """Every paragraph with its points in Dutch, once for each filling of the blanks."""
    for filling in _fillings(clause):
        (block,) = assemble([clause], None, {clause.code: filling}, "nl").blocks
        provisions = [part for part in block.body if isinstance(part, model.Provision)]
        for number, part in enumerate(provisions, start=1):
            yield Passage(
                place=f"clauses.{clause.code}[{number}]",
                kind=PassageKind.CONTRACT_CONDITION,
                title=clause.title.nl,
                text=" ".join(map(_text, (part.content, *(point.content for point in part.points)))),
            )


def _fillings(clause: LibraryClause) -> Iterator[dict[str, str]]:
    """Values for all blanks, until each choice was there once."""
    values = {variable.name: _values(variable) for variable in clause.variables}
    for row in zip_longest(*values.values()) if values else [()]:
        yield {name: value or known[0] for (name, known), value in zip(values.items(), row, strict=True)}


def _values(variable: Variable) -> tuple[str, ...]:
    """Every choice that there is; elsewhere the default, or a value that fits."""
    if variable.options:
        return tuple(option.code for option in variable.options)
    return (variable.default or WORDS.get(variable.kind) or str(variable.minimum),)


def _text(content: model.Content) -> str:
    """A reference to another article has a number."""
    return "".join(piece.text if isinstance(piece, model.Run) else "7" for piece in content)
