"""Clauses for tests, written the way a lawyer writes a file."""

from clauses.assembly.clause import LibraryClause
from clauses.assembly.source import parse_clause

HEAD = """\
code = "{code}"
version = {version}
order = 10
title.nl = "Titel van {code}"
title.en = "Title of {code}"
theme = "general"
purpose.nl = "Doel."
purpose.en = "Purpose."
basis = ["aw2012:2.80"]
criteria = []
ambition = 1
condition = {condition}
rung = "{rung}"
approver = "lawyer"
valid_from = 2026-11-01
review_by = 2027-11-01
{more}"""

KG = """
[[variables]]
name = "kg"
kind = "number"
source = "bid"
label.nl = "Kilogram"
label.en = "Kilograms"
minimum = "0"
maximum = "500"
"""

WHO = """
[[variables]]
name = "who"
kind = "text"
source = "buyer"
label.nl = "Wie"
label.en = "Who"
"""


def file_text(
    *,
    code: str = "one",
    version: int = 1,
    nl: str = "1. Tekst.",
    en: str = "1. Text.",
    condition: str = "{ all = [] }",
    rung: str = "preferred",
    more: str = "",
) -> str:
    head = HEAD.format(code=code, version=version, condition=condition, rung=rung, more=more)
    return f"+++\n{head}+++\n# Nederlands\n\n{nl}\n\n# English\n\n{en}\n"


def clause(
    code: str = "one",
    nl: str = "1. Tekst.",
    *,
    en: str | None = None,
    version: int = 1,
    condition: str = "{ all = [] }",
    rung: str = "preferred",
    more: str = "",
) -> LibraryClause:
    """A clause with the same text in both languages, unless `en` says otherwise."""
    source = file_text(
        code=code,
        version=version,
        nl=nl,
        en=nl if en is None else en,
        condition=condition,
        rung=rung,
        more=more,
    )
    return parse_clause(source, code)
