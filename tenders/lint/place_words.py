"""The place of a finding as a person says it: "Perceel 1 › D1 CO2-voetafdruk › Bewijs"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from procurement.language import Text
from tenders.lint.asking import question_of
from tenders.lint.draft import Draft
from tenders.scoring.model import Criterion, Lot

_BETWEEN = " › "
_LOT_PLACE = re.compile(r"lots\[(\d+)\](?:\.(.+))?")
_CRITERION_PLACE = re.compile(r"criteria(\[\d+\](?:\.children\[\d+\])*)\.?(.*)")
_REQUIREMENT_PLACE = re.compile(r"requirements\[(\d+)\]\.?(.*)")
_LEVEL_PLACE = re.compile(r"levels\[(\d+)\]")
_SUITABILITY_PLACE = re.compile(r"(legal\.bidders\.suitability)\[(\d+)\](?:\.(\w+))?")
_INDEX = re.compile(r"\[(\d+)\]")

_SUBJECT = Text(nl="Voorwerp van de opdracht", en="Subject of the contract")
_LOT = Text(nl="Perceel {code}", en="Lot {code}")
_LEVEL = Text(nl="Niveau {title}", en="Level {title}")
_ROW = Text(nl="{question} (rij {number})", en="{question} (row {number})")
_SUITABILITY = Text(nl="Geschiktheidseis {code}", en="Suitability requirement {code}")
_QUESTIONS = Text(nl="Juridische vragen", en="Legal questions")
_CONTRACT = Text(nl="Overeenkomst", en="Agreement")

# How the screens call each field; the first that the place begins with is used.
_OF_A_CRITERION = (
    ("title", Text(nl="Titel", en="Title")),
    ("account.description", Text(nl="Wat wij vragen", en="What we ask")),
    ("account.proof", Text(nl="Bewijs", en="Proof")),
    ("account.verification", Text(nl="Controle", en="Verification")),
    ("account.link", Text(nl="Verband met het voorwerp", en="Link to the subject-matter")),
    ("weight", Text(nl="Weging", en="Weight")),
    ("children", Text(nl="Weging van de onderdelen", en="Weight of the parts")),
    ("levels", Text(nl="Niveaus", en="Levels")),
    ("", Text(nl="Beoordeling", en="Assessment")),
)
_OF_A_REQUIREMENT = (
    ("title", Text(nl="Titel", en="Title")),
    ("text", Text(nl="Eis", en="Requirement")),
    ("proof", Text(nl="Bewijs", en="Proof")),
)
_OF_A_LOT = (
    ("criteria", Text(nl="Criteria", en="Criteria")),
    ("award.method", Text(nl="Gunningsmethode", en="Award method")),
    ("award.parameters", Text(nl="Gunningsmethode", en="Award method")),
    ("award.rounding", Text(nl="Afronden", en="Rounding")),
    ("award.ties", Text(nl="Volgorde bij gelijke stand", en="Order in a tie")),
    ("award.zero_price", Text(nl="Prijs van 0", en="Price of 0")),
    (
        "award.combination",
        Text(nl="Scores van beoordelaars samenvoegen", en="Joining the scores of assessors"),
    ),
    ("award.falling_away", Text(nl="Als een inschrijving vervalt", en="When a bid falls away")),
    ("award", Text(nl="Gunningsregels", en="Award rules")),
)

T = TypeVar("T")
Labels = Sequence[tuple[str, Text]]


def place_words(place: str, draft: Draft) -> Text:
    """The place in words, in both languages. A place that is gone is given as it is."""
    found = tuple(_steps(place, draft)) or (_as_is(place),)
    return Text(nl=_BETWEEN.join(step.nl for step in found), en=_BETWEEN.join(step.en for step in found))


def _steps(place: str, draft: Draft) -> Iterator[Text]:
    if place == "subject":
        yield _SUBJECT
    elif found := _LOT_PLACE.fullmatch(place):
        yield from _in_lot(_at(draft.tender.lots, int(found[1])), found[2] or "")
    elif found := _SUITABILITY_PLACE.fullmatch(place):
        yield from _of_suitability(found, draft)
    elif place.startswith("clauses."):
        yield from _of_a_clause(place, draft)
    elif place.startswith("legal."):
        yield from _of_a_question(place)


def _in_lot(lot: Lot | None, place: str) -> Iterator[Text]:
    if lot is None:
        return
    yield _LOT.format(code=lot.code)
    if found := _CRITERION_PLACE.fullmatch(place):
        yield from _in_criterion(_criterion(lot, found[1]), found[2])
    elif found := _REQUIREMENT_PLACE.fullmatch(place):
        requirement = _at(lot.requirements, int(found[1]))
        if requirement is not None:
            yield _as_is(f"{requirement.code} {requirement.title}")
            yield from _field(found[2], _OF_A_REQUIREMENT)
    else:
        yield from _field(place, _OF_A_LOT)


def _in_criterion(criterion: Criterion | None, field: str) -> Iterator[Text]:
    if criterion is None:
        return
    yield _as_is(f"{criterion.code} {criterion.title}")
    found = _LEVEL_PLACE.match(field)
    level = _at(criterion.levels, int(found[1])) if found else None
    if level is not None:
        yield _LEVEL.format(title=level.title)
    elif field:
        yield from _field(field, _OF_A_CRITERION)


def _criterion(lot: Lot, path: str) -> Criterion | None:
    """The criterion at "[2].children[0]"."""
    rows: Sequence[Criterion] = lot.criteria
    found: Criterion | None = None
    for index in _INDEX.findall(path):
        found = _at(rows, int(index))
        if found is None:
            return None
        rows = found.children
    return found


def _of_suitability(found: re.Match[str], draft: Draft) -> Iterator[Text]:
    """A suitability requirement goes by its code; what is asked about it is a legal question."""
    topic, index, field = found.groups()
    requirement = _at(draft.legal.bidders.suitability, int(index))
    if requirement is None:
        return
    if field not in (None, "text"):
        yield _QUESTIONS
    yield _SUITABILITY.format(code=requirement.code)
    if field not in (None, "text"):
        yield question_of(f"{topic}.{field}")


def _of_a_clause(place: str, draft: Draft) -> Iterator[Text]:
    yield _CONTRACT
    title = next((each.title for each in draft.passages if each.place == place), "")
    yield _as_is(title or place.removeprefix("clauses."))


def _of_a_question(place: str) -> Iterator[Text]:
    """The topic and the questions down to this one; the first row of a list is row 1."""
    yield _QUESTIONS
    names = place.split(".")
    try:
        for end in range(2, len(names) + 1):
            question, row = question_of(".".join(names[:end])), _INDEX.search(names[end - 1])
            yield _ROW.format(question=question, number=str(int(row[1]) + 1)) if row else question
    except KeyError:  # a question that is not asked any more
        yield _as_is(place)


def _field(place: str, labels: Labels) -> Iterator[Text]:
    label = next((words for start, words in labels if place.startswith(start)), None)
    if place and label is not None:
        yield label


def _at(rows: Iterable[T], index: int) -> T | None:
    found = tuple(rows)
    return found[index] if index < len(found) else None


def _as_is(words: str) -> Text:
    return Text(nl=words, en=words)
