"""Citations as a reader sees them; one that nobody read at its source says that a lawyer must confirm it."""

from collections.abc import Iterable

from procurement.citations import CITATIONS
from procurement.language import Text
from procurement.law import Citation
from tenders.reports.wording import Wording

_UNCONFIRMED = Text(
    nl="{citation} (te bevestigen door een jurist)", en="{citation} (a lawyer must confirm this)"
)


def cited(citation: Citation, say: Wording) -> str:
    return say(citation.stated)


def cited_code(code: str, say: Wording) -> str:
    """A code that is not in the registry was typed by somebody: it is shown as typed, to be confirmed."""
    if code in CITATIONS:
        return cited(CITATIONS[code], say)
    return say(_UNCONFIRMED, citation=code)


def all_cited(citations: Iterable[Citation], say: Wording) -> str:
    return "; ".join(cited(citation, say) for citation in citations)


def all_cited_codes(codes: Iterable[str], say: Wording) -> str:
    return "; ".join(cited_code(code, say) for code in codes)
