"""A scale of described levels; each level has a published share of the points."""

from collections import Counter
from collections.abc import Sequence

from procurement.language import Text
from tenders.scoring import stated
from tenders.scoring.codes import as_read
from tenders.scoring.method import ScoringMethod, Verdict
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.numbers import ONE
from tenders.scoring.parameters import MOST_LINES
from tenders.scoring.sources import PIANOO_METHODS, PIANOO_SCALES, WEIGHTS

_TOO_FEW = Text(nl="Beschrijf minstens twee niveaus.", en="Describe at least two levels.")
_TWICE = Text(nl="Niveau ‘{code}’ komt twee keer voor.", en="Level ‘{code}’ occurs twice.")
_TOO_HIGH = Text(
    nl="Niveau ‘{code}’ geeft meer dan alle punten. Het deel mag hooguit 1 zijn.",
    en="Level ‘{code}’ earns more than all points. Its share may be at most 1.",
)

_TOO_MANY = Text(nl="Gebruik hooguit {most} niveaus.", en="Use at most {most} levels.")


def check(criterion: Criterion) -> Sequence[Text]:
    found = [] if len(criterion.levels) > 1 else [_TOO_FEW]
    codes = Counter(as_read(level.code) for level in criterion.levels)
    found += [_TWICE.format(code=code) for code, times in codes.items() if times > 1]
    found += [
        _TOO_HIGH.format(code=level.code)
        for level in criterion.levels
        if not (level.share.is_finite() and level.share <= ONE)
    ]
    if len(criterion.levels) > MOST_LINES:
        found.append(_TOO_MANY.format(most=str(MOST_LINES)))
    return found


METHOD = ScoringMethod(
    code="graded-scale",
    title=Text(nl="Schaal met beschreven niveaus", en="Scale of described levels"),
    formula="s",
    words=Text(
        nl="Het deel van de hoogste score dat bij het gegeven niveau is bekendgemaakt.",
        en="The share of the highest score published for the level given.",
    ),
    kinds=frozenset({Kind.SCALE}),
    relative=False,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Beschrijf bij elk niveau waaraan een inschrijving voldoet; zonder tekst is een cijfer niet uit "
        "te leggen.",
        en="Describe for each level what a bid meets; without words a mark cannot be explained.",
    ),
    basis=(WEIGHTS, PIANOO_METHODS, PIANOO_SCALES),
    check=check,
    share_of=stated.share_of,
    inputs=stated.inputs,
    spreadsheet=stated.spreadsheet,
)
