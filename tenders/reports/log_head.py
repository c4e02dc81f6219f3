"""The head of the log at the moment a document was made: with it a rewritten log is found.

The hash alone: its number would tell the reader of two documents how many bids came in between.
"""

from procurement.audit.chain import Head
from procurement.language import Text
from tenders.reports.front import grouped
from tenders.reports.wording import Wording

_LABEL = Text(nl="Stand van het logboek", en="Head of the log")
_LINE = Text(nl="SHA-256 {hash}", en="SHA-256 {hash}")


def log_line(head: Head, say: Wording) -> tuple[str, str]:
    """Label and detail for a table of facts."""
    return say(_LABEL), say(_LINE, hash=grouped(head.hash))
