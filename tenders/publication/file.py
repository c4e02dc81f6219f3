"""A tender file for the legality check: one that a person wrote, or a publication as the site keeps it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tenders.lint.draft import Draft
from tenders.lint.draft.contract import Authority
from tenders.lint.files.drafts import draft_from_data
from tenders.procedure.moments import AMSTERDAM
from tenders.publication.draft import Circumstances, draft_of
from tenders.publication.form import TABLE
from tenders.publication.reading import read_terms
from tenders.scoring.files import from_data, load


def read_checked_file(path: Path, *, today: date, authority: Authority | None = None) -> Draft:
    """The draft in a .toml or .json file. Raises UnreadableTender with every problem found.

    A publication holds the answers and reasons in its table `publication`. It does not say what kind of
    authority buys: that is `authority`, and stays unanswered without it.
    """
    data = load(path)
    if not isinstance(data, Mapping) or TABLE not in data:
        return draft_from_data(data, today=today)
    tender, terms = from_data(data), read_terms(data[TABLE])
    planned = terms.legal.planning.notice_sent
    deadline = terms.deadline.astimezone(AMSTERDAM).date() if terms.deadline else None
    known = Circumstances(on=planned or today, authority=authority, notice_sent=planned, bids_until=deadline)
    return draft_of(tender, terms, known)
