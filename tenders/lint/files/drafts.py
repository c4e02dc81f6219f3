"""A tender file as a draft to check: the tender itself, and the tables that `score` passes over."""

from collections.abc import Mapping
from datetime import date

from tenders.catalogue.model import Theme
from tenders.lint.draft import Draft, Legal, Passage, Reason, WeightPolicy
from tenders.lint.files.topics import read_topic
from tenders.lint.passages import passages_of
from tenders.scoring.files import UnreadableTender, from_data
from tenders.scoring.files.fields import Fields, entries
from tenders.scoring.problem import Problem


def draft_from_data(data: object, *, today: date, clauses: tuple[Passage, ...] = ()) -> Draft:
    """The law of the day counts on which the notice is sent, or of `today` where that is not stated.

    `clauses` are texts of the contract that come from elsewhere. Raises UnreadableTender.
    """
    problems: list[Problem] = []
    table: Mapping[str, object] = data if isinstance(data, Mapping) else {}
    legal = read_topic(Legal, table.get("legal"), "legal", problems)
    reasons = entries(table.get("reasons"), "reasons", problems, lambda raw, at: _reason(raw, at, problems))
    stated = table.get("policy")
    policy = None if stated is None else read_topic(WeightPolicy, stated, "policy", problems)
    themes = _themes(table.get("themes"), problems)
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
        policy=policy,
        themes=themes,
    )


def _themes(raw: object, problems: list[Problem]) -> dict[str, dict[str, Theme]]:
    """Tables by code of the lot, with the theme by code of the criterion."""
    fields = Fields({"themes": raw}, "", problems)
    return fields.mapping("themes", lambda _lot, value, place: _themes_of_lot(value, place, problems))


def _themes_of_lot(value: object, place: str, problems: list[Problem]) -> dict[str, Theme]:
    fields = Fields(value, place, problems)
    codes = value if isinstance(value, Mapping) else ()
    found = {code: fields.choice(code, Theme) for code in codes}
    return {code: theme for code, theme in found.items() if theme is not None}


def _reason(raw: object, place: str, problems: list[Problem]) -> Reason:
    return read_topic(Reason, raw, place, problems)
