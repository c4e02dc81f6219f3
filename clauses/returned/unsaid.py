"""What changed although the words did not: where a reference leads, and how a line is numbered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clauses.returned.words import key, readable
from procurement.incoming.text.values import TextParagraph
from procurement.language import Text

_LONGEST_ECHO = 60
_LEVELS = ("Article", "Provision", "Point", "Subpoint")
_LEADS_ELSEWHERE = Text(
    nl="Een verwijzing leidt in het bestand naar een andere plaats: ‘{text}’.",
    en="A reference in the file leads to another place: ‘{text}’.",
)
_NUMBERED_OTHERWISE = Text(
    nl="In het bestand is de nummering of het niveau veranderd van: ‘{text}’.",
    en="In the file the numbering or the level was changed of: ‘{text}’.",
)
_COUNTED_OTHERWISE = Text(
    nl="In het bestand is de nummering anders opgemaakt: wat met ‘{was}’ begon, begint nu met ‘{now}’. "
    "Regels waarvoor dit geldt: {count}. De eerste is: ‘{text}’.",
    en="In the file the numbering has another format: what began with ‘{was}’ now begins with ‘{now}’. Lines "
    "that this holds for: {count}. The first is: ‘{text}’.",
)
_NO_NUMBER = Text(nl="geen nummer", en="no number")


@dataclass(slots=True)
class Looks:
    """Of the paragraphs of one clause as they were issued, by what they say."""

    by_words: dict[str, list[TextParagraph]] = field(default_factory=dict)
    targets: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)

    def add(self, paragraph: TextParagraph) -> None:
        self.by_words.setdefault(key(paragraph.text), []).append(paragraph)
        self.targets.update(paragraph.references)
        self.styles.add(paragraph.style)

    def leads_elsewhere(self, now: TextParagraph) -> bool:
        was = self.by_words.get(key(now.text))
        if was:
            return all(each.references != now.references for each in was)
        return not self.targets.issuperset(now.references)

    def is_numbered_otherwise(self, now: TextParagraph) -> bool:
        """A style that the clause never had is a look, such as another program gives it."""
        was = self.by_words.get(key(now.text), [])
        return bool(was) and all(self._other_number(each, now) for each in was)

    def counted_otherwise(self, now: TextParagraph) -> tuple[str, str] | None:
        """The first number of its list as it was and as it is, where that is another format."""
        was = self.by_words.get(key(now.text), [])
        if not was or any(each.first_number == now.first_number for each in was):
            return None
        return was[0].first_number, now.first_number

    def _other_number(self, was: TextParagraph, now: TextParagraph) -> bool:
        if was.unnumbered != now.unnumbered:
            return True
        return was.style != now.style and now.style in (*self.styles, *_LEVELS)


def unsaid(looks: Mapping[str, Looks], paragraphs: Iterable[tuple[str, TextParagraph]]) -> Iterator[Text]:
    """`paragraphs` that came back, each with the code of its clause or ""; `looks` by the same code."""
    counted: dict[tuple[str, str], list[str]] = {}
    for code, paragraph in paragraphs:
        issued = looks.get(code, Looks())
        shown = readable(paragraph.text)[:_LONGEST_ECHO]
        if issued.leads_elsewhere(paragraph):
            yield _LEADS_ELSEWHERE.format(text=shown)
        if code and issued.is_numbered_otherwise(paragraph):
            yield _NUMBERED_OTHERWISE.format(text=shown)
        elif change := issued.counted_otherwise(paragraph):
            counted.setdefault(change, []).append(shown)
    for (was, now), lines in counted.items():
        yield _counted(was, now, lines)


def _counted(was: str, now: str, lines: Sequence[str]) -> Text:
    count = str(len(lines))
    return _COUNTED_OTHERWISE.format(was=was or _NO_NUMBER, now=now or _NO_NUMBER, count=count, text=lines[0])
