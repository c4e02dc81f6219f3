"""The contract as it was issued against the file that came back."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from clauses.assembly.markdown import Point, Provision, Words
from clauses.assembly.variables import WrongValue
from clauses.returned.differences import (
    Added,
    ClauseDifference,
    Differences,
    LineDifference,
    Piece,
    ValueChange,
)
from clauses.returned.form import TITLE, ClauseForm, ContractForm, Line, Part
from clauses.returned.lines import difference, only_blanks, sources
from clauses.returned.places import Found, Loose, Place, places
from clauses.returned.problems import problems
from clauses.returned.reading import Returned
from clauses.returned.unsaid import unsaid
from clauses.returned.values import written_value
from clauses.returned.words import key, readable, token_key, tokens
from procurement.documents.redline.sequences import Pair, paired, steps
from procurement.documents.redline.words import likeness
from procurement.incoming.text.values import FOOTER, HEADER, TextParagraph
from procurement.language import language_named

Newer = Mapping[str, int]
"""Clause code → number of the text that holds now, of clauses of which the contract has another text."""


def compare_returned(form: ContractForm, returned: Returned, newer: Newer) -> Differences:
    """Every clause of the contract with what became of it; never fails on what stands in the file."""
    found = places(form, returned)
    moved = _moved(form, found)
    here = {place.form.code: place for place in found.places}
    loose = _around(form, found)
    return Differences(
        clauses=tuple(
            _clause(form, each, here.get(each.code), newer, moved=each.code in moved) for each in form.clauses
        ),
        added=tuple(_grouped(each for each in loose if isinstance(each, Loose))),
        outside=tuple(each for each in loose if isinstance(each, LineDifference)),
        problems=tuple(problems(form, returned, found)),
        unsaid=tuple(unsaid(form.looks, found.by_code())),
        changes=returned.changes,
        comments=returned.comments,
    )


def _moved(form: ContractForm, found: Found) -> set[str]:
    """The clauses that stand before or behind others than they did."""
    is_now = [place.form.code for place in found.places]
    was = [each.code for each in form.clauses if each.code in set(is_now)]
    kept = {code for step in steps(was, is_now) if step.same for code in was[step.a : step.b]}
    return set(is_now) - kept


def _clause(
    form: ContractForm, clause: ClauseForm, place: Place | None, newer: Newer, *, moved: bool
) -> ClauseDifference:
    number, name = newer.get(clause.code, 0), clause.clause.title
    if place is None or not place.paragraphs:
        return ClauseDifference(code=clause.code, name=name, removed=True, newer_version=number)
    title, body = _titled(clause, place.paragraphs)
    pairs = _paired(clause.lines, body)
    lines = tuple(_changed_lines(clause, body, pairs))
    values = tuple(_values(form, clause, body, pairs))
    return ClauseDifference(
        code=clause.code,
        name=name,
        lines=lines,
        values=values,
        title=title,
        moved=moved,
        newer_version=number,
        provisions=tuple(_provisions(clause, body, pairs)) if lines else (),
    )


def _titled(
    clause: ClauseForm, paragraphs: list[TextParagraph]
) -> tuple[LineDifference | None, list[TextParagraph]]:
    """The first paragraph is the title, unless it reads as a line of the clause and the title is gone."""
    first, rest = paragraphs[0], paragraphs[1:]
    if key(first.text) == key(clause.title):
        return None, rest
    old = Line(0, (Part(clause.title, Words(clause.title)),))
    if clause.lines and _alike(clause.lines[0].text, first.text) > _alike(clause.title, first.text):
        return LineDifference(0, ((Piece.DELETED, clause.title),)), paragraphs
    return difference(old, first.text), rest


def _paired(lines: Sequence[Line], body: Sequence[TextParagraph]) -> list[Pair]:
    """Which line is which paragraph: equal words, or only other values in the blanks, or words much alike."""
    fits = (
        [[only_blanks(line, each.text) is not None for each in body] for line in lines]
        if (len(lines) * len(body) <= _MOST_FITTED)
        else []
    )

    def like(a: int, c: int) -> float:
        return 1.0 if fits and fits[a][c] else _alike(lines[a].text, body[c].text)

    return paired([key(line.text) for line in lines], [key(each.text) for each in body], like)


_MOST_FITTED = 10_000


def _alike(old: str, new: str) -> float:
    return likeness(_counted(old), _counted(new))


def _counted(text: str) -> Counter[str]:
    return Counter(token_key(token) for token in tokens(text) if not token.isspace())


def _changed_lines(
    clause: ClauseForm, body: Sequence[TextParagraph], pairs: Sequence[Pair]
) -> Iterator[LineDifference]:
    levels = _levels(clause, body, pairs)
    for old, new in pairs:
        if old is None and new is not None:
            yield LineDifference(levels[new], ((Piece.INSERTED, readable(body[new].text)),))
        elif new is None and old is not None:
            line = clause.lines[old]
            yield LineDifference(line.level, ((Piece.DELETED, readable(line.text)),))
        elif old is not None and new is not None and only_blanks(clause.lines[old], body[new].text) is None:
            yield difference(clause.lines[old], body[new].text)


def _levels(clause: ClauseForm, body: Sequence[TextParagraph], pairs: Sequence[Pair]) -> list[int]:
    """Of each paragraph that came back: that of its line, else of lines in the same style."""
    by_style = {
        body[new].style: clause.lines[old].level for old, new in pairs if old is not None and new is not None
    }
    lined = {new: clause.lines[old].level for old, new in pairs if old is not None and new is not None}
    return [lined.get(number, by_style.get(each.style, 0)) for number, each in enumerate(body)]


def _values(
    form: ContractForm, clause: ClauseForm, body: Sequence[TextParagraph], pairs: Sequence[Pair]
) -> Iterator[ValueChange]:
    """Each blank that holds something else; one that stands in more places counts once."""
    seen: set[tuple[str, str]] = set()
    for old, new in pairs:
        if old is None or new is None:
            continue
        line = clause.lines[old]
        now = only_blanks(line, body[new].text)
        for part in line.parts:
            text = _held(part, body[new]) if now is None else now.get(part.blank, "")
            if part.blank and text and key(text) != key(part.text) and (part.blank, text) not in seen:
                seen.add((part.blank, text))
                change = _value(form, clause, part, text)
                if change:
                    yield change


def _held(part: Part, paragraph: TextParagraph) -> str:
    """What stands in the form field of a blank, in a line of which more was changed."""
    tag = f"field:{part.blank}"
    return next((each.text for each in paragraph.filled if each.tag == tag and not each.hint), "")


def _value(form: ContractForm, clause: ClauseForm, part: Part, text: str) -> ValueChange | None:
    variable = clause.clause.variable(part.blank)
    if variable is None:
        return None
    was_open = not form.values.get(clause.code, {}).get(part.blank)
    language = language_named(form.language)
    value, problem = "", None
    try:
        value = written_value(variable, text, language)
    except WrongValue as error:
        problem = error.message
    return ValueChange(
        clause=clause.code,
        variable=variable.name,
        label=variable.label,
        old="" if was_open else part.text,
        new=readable(text),
        value=value,
        problem=problem,
    )


def _provisions(
    clause: ClauseForm, body: Sequence[TextParagraph], pairs: Sequence[Pair]
) -> Iterator[Provision]:
    """The text as it is now; a blank that only has another value stays a blank."""
    levels = _levels(clause, body, pairs)
    olds = {new: old for old, new in pairs if new is not None and old is not None}
    found: list[tuple[tuple[Words, ...], list[Point]]] = []
    for number, paragraph in enumerate(body):
        line = clause.lines[olds[number]] if number in olds else Line(levels[number], ())
        fits = line.parts and only_blanks(line, paragraph.text) is not None
        pieces = tuple(part.piece for part in line.parts) if fits else sources(line, paragraph.text)
        if line.level and found:
            found[-1][1].append(Point(pieces, number + 1))
        else:
            found.append((pieces, []))  # type: ignore[arg-type]
    for number, (pieces, points) in enumerate(found, start=1):
        yield Provision(pieces, tuple(points), number)


def _around(form: ContractForm, found_here: Found) -> list[Loose | LineDifference]:
    """What stands in no clause: text that came is by hand, text that went or changed is of the contract.

    A table before or behind all clauses is of the contract too: a cell in it was filled in, or counted anew.
    The title of the contract stays that, whatever it says.
    """
    outside, loose, titles = form.outside, found_here.loose, form.titles
    ends = ("", found_here.places[-1].form.code if found_here.places else "")
    texts = [each.paragraph.text for each in loose]

    def like(a: int, c: int) -> float:
        is_title = outside[a] in titles and loose[c].paragraph.style == TITLE
        return 1.0 if is_title else _alike(outside[a], texts[c])

    found: list[Loose | LineDifference] = []
    for old, new in paired([key(each) for each in outside], [key(each) for each in texts], like):
        if old is None and new is not None:
            paragraph = loose[new].paragraph
            is_filled = paragraph.part in (HEADER, FOOTER) or (
                paragraph.in_table and loose[new].after in ends
            )
            inserted = LineDifference(0, ((Piece.INSERTED, readable(texts[new])),))
            found.append(inserted if is_filled else loose[new])
        elif new is None and old is not None:
            found.append(LineDifference(0, ((Piece.DELETED, readable(outside[old])),)))
        elif old is not None and new is not None and key(outside[old]) != key(texts[new]):
            found.append(difference(Line(0, (Part(outside[old], Words(outside[old])),)), texts[new]))
    return found


def _grouped(loose: Iterator[Loose]) -> Iterator[Added]:
    """Paragraphs behind one clause are one addition."""
    after: str | None = None
    lines: list[str] = []
    for each in loose:
        if each.after != after and lines and after is not None:
            yield Added(after=after, lines=tuple(lines))
            lines = []
        after = each.after
        lines.append(readable(each.paragraph.text))
    if lines and after is not None:
        yield Added(after=after, lines=tuple(lines))
