"""What a finding is about, in a form that a reason can be held to: places count, and rows move.

"lots[0].criteria[2].account.link" is another criterion once the criteria are in another order. So a reason
knows the codes on the way, and, where no words were quoted, what stood there.
"""

from dataclasses import is_dataclass
from typing import Any

from tenders.lint.draft import Draft
from tenders.lint.files.writing import topic_data
from tenders.lint.finding import Finding
from tenders.lint.place_steps import steps_to

_KEYS = ("code", "name", "title", "criterion", "lot", "bid", "assessor", "ground", "kind")


def subject_of(draft: Draft, finding: Finding) -> str:
    """For example "1 / D1: " for a link that is missing; empty for a place that is not in the draft."""
    found: Any = draft.legal if finding.place.startswith("legal.") else draft.tender
    keys: list[str] = []
    for step in steps_to(finding.place.removeprefix("legal.")):
        try:
            found = found[step] if isinstance(step, int) else getattr(found, step)
        except (AttributeError, IndexError, TypeError):
            return ""
        if isinstance(step, int):
            keys.append(_key(found))
    named = " / ".join(key for key in keys if key)
    return named if finding.quote else f"{named}: {_words(found)}"


def _key(entry: Any) -> str:
    """What people call this entry of a list."""
    return next((str(value) for name in _KEYS if (value := getattr(entry, name, None))), "")


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(_words(each) for each in value)
    if is_dataclass(value):
        return str(topic_data(value))
    return "" if value is None else str(value)
