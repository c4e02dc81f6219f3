"""Read the citation files under `data/` into values.

A file holds one `[act]` with its `[articles]`, or several `[[acts]]`, or `[[guidance]]` entries.
An article inherits dates and `confirmed` from its act and may state its own.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from procurement.language import Text
from procurement.law import Act, Article, Citation, Guidance

DATA = Path(__file__).parent / "data"
_PLACE = re.compile(r"(?P<article>[^()]+?)(?:\((?P<paragraph>[^()]+)\))?")

Table = Mapping[str, Any]


class CitationFileError(ValueError):
    """A citation file is wrong; the message names the file and the entry."""


def load_citations(folder: Path = DATA) -> tuple[Citation, ...]:
    return tuple(citation for path in sorted(folder.glob("*.toml")) for citation in _read(path))


def _read(path: Path) -> Iterator[Citation]:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    acts = [{**document["act"], "articles": document["articles"]}] if "act" in document else []
    for act in [*acts, *document.get("acts", [])]:
        yield from _articles(act, path)
    for entry in document.get("guidance", []):
        yield _guidance(entry, path)


def _articles(table: Table, path: Path) -> Iterator[Article]:
    act = Act(code=table["code"], title=_text(table["title"]), short=_text(table["short"]))
    for place, entry in table["articles"].items():
        match = _PLACE.fullmatch(place)
        if match is None:
            raise CitationFileError(f"{path.name}: {act.code}: {place!r} is not an article and paragraph")
        own = {**table, **entry}
        yield Article(
            act=act,
            article=match["article"],
            paragraph=match["paragraph"] or "",
            about=_text(entry),
            valid_from=own["valid_from"],
            valid_until=own.get("valid_until"),
            confirmed=own["confirmed"],
        )


def _guidance(entry: Table, path: Path) -> Guidance:
    try:
        return Guidance(
            code=entry["code"],
            title=_text(entry["title"]),
            publisher=_name(entry["publisher"]),
            year=entry["year"],
            about=_text(entry["about"]),
            review_by=entry["review_by"],
            confirmed=entry.get("confirmed", True),
        )
    except KeyError as missing:
        raise CitationFileError(f"{path.name}: {entry.get('code', '?')}: {missing} is missing") from None


def _name(value: str | Table) -> Text:
    """A name that is the same in both languages is written once."""
    return Text(nl=value, en=value) if isinstance(value, str) else _text(value)


def _text(table: Table) -> Text:
    return Text(nl=table["nl"], en=table["en"])
