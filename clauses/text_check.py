"""The check of a clause's text by the rules about tenders, which this application does not know.

The setting `CLAUSE_TEXT_CHECK` names a function `(LibraryClause) -> Iterable[TextFinding]`; empty: no check.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from clauses.assembly.clause import LibraryClause
from procurement.language import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFinding:
    """What a rule has against a sentence. While a `blocking` one stands, the text is not handed in.

    `line` is the number of the provision in the Dutch text, from 1.
    """

    rule: str
    line: int
    quote: str
    message: Text
    blocking: bool


def text_findings(clause: LibraryClause) -> tuple[TextFinding, ...]:
    if not settings.CLAUSE_TEXT_CHECK:
        return ()
    check = import_string(settings.CLAUSE_TEXT_CHECK)
    found: Iterable[TextFinding] = check(clause)
    return tuple(found)
