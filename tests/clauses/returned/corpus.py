"""Every sort of edit, and what is found of it."""

from clauses.returned import Differences
from tests.clauses.returned.edits_blanks import BLANKS
from tests.clauses.returned.edits_marks import MARKS
from tests.clauses.returned.edits_places import PLACES
from tests.clauses.returned.edits_words import WORDS

CORPUS = {**WORDS, **PLACES, **BLANKS, **MARKS}


def verdicts(found: Differences) -> set[str]:
    said = set()
    for each in found.clauses:
        said |= {f"removed:{each.code}"} if each.removed else set()
        said |= {f"moved:{each.code}"} if each.moved else set()
        said |= {f"changed:{each.code}"} if each.is_changed else set()
        said |= {f"value:{each.code}.{value.variable}={value.value or '?'}" for value in each.values}
    said |= {f"added:{each.after}" for each in found.added}
    said |= {"outside"} if found.outside else set()
    return said | ({"problem"} if found.problems else set())
