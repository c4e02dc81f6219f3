"""A tender file as a draft to check: the tender itself, its table `legal` and its list `reasons`."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tenders.lint.draft import Draft, Legal, Passage, Reason
from tenders.lint.files.topics import read_topic
from tenders.lint.passages import passages_of
from tenders.scoring.files import UnreadableTender, from_data, load
from tenders.scoring.files.fields import entries
from tenders.scoring.problem import Problem


def read_draft(path: Path, *, today: date) -> Draft:
    """The draft in a .toml or .json file. Raises UnreadableTender with every problem found."""
    return draft_from_data(load(path), today=today)


def draft_from_data(data: object, *, today: date, clauses: tuple[Passage, ...] = ()) -> Draft:
    """The law of the day counts on which the notice is sent, or of `today` where that is not stated.

    `clauses` are texts of the contract that come from elsewhere. Raises UnreadableTender.
    """
    problems: list[Problem] = []
    table: Mapping[str, object] = data if isinstance(data, Mapping) else {}
    legal = read_topic(Legal, table.get("legal"), "legal", problems)
    reasons = entries(table.get("reasons"), "reasons", problems, lambda raw, at: _reason(raw, at, problems))
    try:
        tender = from_data(data)
    except UnreadableTender as refusal:
        raise UnreadableTender((*refusal.problems, *problems)) from None
    if problems:
        raise UnreadableTender(problems)
    return Draft(
        tender=tender,
        legal=legal,
        passages=(*passages_of(tender, legal), *clauses),
        on=legal.planning.notice_sent or today,
        reasons=reasons,
    )


def _reason(raw: object, place: str, problems: list[Problem]) -> Reason:
    return read_topic(Reason, raw, place, problems)
