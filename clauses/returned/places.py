"""Where each clause of the contract stands in the file: by its content control, its bookmark or its title."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from clauses.returned.form import ClauseForm, ContractForm, clause_of, once
from clauses.returned.reading import Claim, Returned
from clauses.returned.words import key
from procurement.incoming.text.values import BODY, TextParagraph


@dataclass(slots=True)
class Place:
    """The paragraphs of one clause, its title first. `claim`: what its content control says."""

    form: ClauseForm
    claim: Claim | None
    paragraphs: list[TextParagraph] = field(default_factory=list)


@dataclass(slots=True)
class Loose:
    """A paragraph in no clause; `after` is the code of the clause before it, "" at the front."""

    paragraph: TextParagraph
    after: str


@dataclass(slots=True)
class Found:
    """`twice`: clauses that stand there more than once; `unknown`: claims of clauses of no such contract."""

    places: list[Place] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    unknown: list[Claim] = field(default_factory=list)

    def by_code(self) -> Iterator[tuple[str, TextParagraph]]:
        """Every paragraph with the code of its clause, "" where it stands in none."""
        for place in self.places:
            yield from ((place.form.code, each) for each in place.paragraphs)
        yield from (("", each.paragraph) for each in self.loose)


def places(form: ContractForm, returned: Returned) -> Found:
    """Every paragraph with words in it, in one clause or loose."""
    seeker = _Seeker(form, returned)
    for paragraph in once(returned.paragraphs):
        if key(paragraph.text) or paragraph.bookmarks:
            seeker.take(paragraph)
    return seeker.found


@dataclass(slots=True)
class _Seeker:
    form: ContractForm
    returned: Returned
    found: Found = field(default_factory=Found)
    _tagged: set[str] = field(default_factory=set)
    _outside: set[str] = field(default_factory=set)
    _open: Place | None = None  # a clause without a control, which goes on until something else begins
    _controls: dict[int, Place | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tagged = {claim.code for claim in self.returned.claims.values()}
        self._outside = {key(text) for text in self.form.outside}

    def take(self, paragraph: TextParagraph) -> None:
        control = clause_of(paragraph)
        claim = self.returned.claims.get(control[0]) if control else None
        if claim:
            self._claimed(claim, paragraph)
            return
        begun = self._begun(paragraph) if paragraph.part == BODY else None
        if begun:
            self._open = Place(begun, None)
            self.found.places.append(self._open)
        elif key(paragraph.text) in self._outside or paragraph.part != BODY:
            self._open = None
        self._put(self._open, paragraph)

    def _claimed(self, claim: Claim, paragraph: TextParagraph) -> None:
        self._open = None
        if claim.ordinal not in self._controls:
            self._controls[claim.ordinal] = self._place_of(claim)
        self._put(self._controls[claim.ordinal], paragraph)

    def _place_of(self, claim: Claim) -> Place | None:
        form = self.form.of(claim.code)
        if form is None:
            self.found.unknown.append(claim)
            return None
        if any(place.form is form for place in self.found.places):
            self.found.twice.append(claim.code)
            return None
        place = Place(form, claim)
        self.found.places.append(place)
        return place

    def _begun(self, paragraph: TextParagraph) -> ClauseForm | None:
        """The clause of which this is the title, if no control holds it and it was not seen yet."""
        open_ones = list(self._not_seen())
        by_mark = (each for each in open_ones if each.bookmarks & set(paragraph.bookmarks))
        words = key(paragraph.text)
        by_title = (
            each for each in open_ones if words and key(each.title) == words and not paragraph.in_table
        )
        return next(by_mark, None) or next(by_title, None)

    def _not_seen(self) -> Iterator[ClauseForm]:
        seen = {place.form.code for place in self.found.places}
        return (each for each in self.form.clauses if each.code not in self._tagged | seen)

    def _put(self, place: Place | None, paragraph: TextParagraph) -> None:
        if not key(paragraph.text):
            return
        if place:
            place.paragraphs.append(paragraph)
        else:
            last = self.found.places[-1].form.code if self.found.places else ""
            self.found.loose.append(Loose(paragraph, last))
