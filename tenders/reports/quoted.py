"""Words of the buyer in a document of another language: quoted as they were written, never translated.

Tenders, levels and motivations are written in Dutch. In an English document they are marked as Dutch, in
italics for the eye and with their language for who listens.
"""

from collections.abc import Iterable
from dataclasses import replace

from procurement.documents.compose import paragraph
from procurement.documents.model import Block, Content, Run
from procurement.language import Language, Text
from tenders.reports.wording import Wording

AUTHORED: Language = "nl"
MARK = "\0"  # in no typed text
_EXPLAINED = Text(
    nl="Wat schuin staat, is letterlijk overgenomen en is in het Nederlands.",
    en="Words in italics are quoted as they were written, in Dutch: from the tender documents and from what "
    "the authority recorded. The Dutch words count.",
)


def explained(say: Wording) -> Iterable[Block]:
    """What the italics mean; nothing in a document in the language of the buyer."""
    return () if say.language == AUTHORED else (paragraph(say(_EXPLAINED)),)


def quoted(words: str, say: Wording, written_in: Language = AUTHORED) -> Run:
    return Run(words) if say.language == written_in else Run(words, italic=True, language=written_in)


def quoting(sentence: Text, say: Wording, **typed: str) -> Content:
    """The sentence in the language of the document, with the typed words in its `{names}` as quotations."""
    marked = say(sentence, **{name: f"\0{name}\0" for name in typed}).split("\0")
    runs = (quoted(typed[each], say) if place % 2 else Run(each) for place, each in enumerate(marked))
    return tuple(run for run in runs if run.text)


def quoting_at(sentence: str, words: str, say: Wording) -> Content:
    """A finished sentence in which `MARK` stands in the place of the typed words, where there are any."""
    before, _, after = sentence.partition(MARK)
    if not words:
        return (Run(f"{before.rstrip()}{after}"),)
    return tuple(run for run in (Run(before), quoted(words, say), Run(after)) if run.text)


def in_one_line(several: Iterable[Content]) -> Content:
    """One after the other, as sentences."""
    found: list[Run] = []
    for each in several:
        found += [Run(" ")] if found else []
        found += [run for run in each if isinstance(run, Run)]
    return tuple(found)


def quoting_within(sentence: str, typed: Iterable[str], say: Wording, *, bold: bool = False) -> Content:
    """A finished sentence; each of the typed words that it holds becomes a quotation."""
    parts: list[Run] = [Run(sentence)]
    for words in (each for each in typed if each):
        parts = [piece for part in parts for piece in _split(part, words, say)]
    return tuple(replace(run, bold=bold) for run in parts if run.text)


def _split(part: Run, words: str, say: Wording) -> Iterable[Run]:
    before, found, after = part.text.partition(words)
    if part.language is not None or not found:
        return (part,)
    return Run(before), quoted(words, say), Run(after)


def lines(several: Iterable[Content]) -> Content:
    """Below each other in one cell."""
    found: list[Run] = []
    for content in several:
        found += [Run("\n")] if found else []
        found += [run for run in content if isinstance(run, Run)]
    return tuple(found)
