"""What an award report rests on: the calculations, and beside them the version of the criteria."""

import hashlib
from collections.abc import Iterator, Sequence

from procurement.language import Text
from tenders.reports.edition import Assessment, Edition, Stamp
from tenders.reports.front import grouped
from tenders.reports.vocabulary import LOT_SHORT
from tenders.reports.wording import Wording

_CALCULATED = Text(nl="berekening van {day}", en="calculation of {day}")
_CALCULATIONS = Text(nl="berekeningen tot en met {day}", en="calculations up to {day}")
_LOT = Text(nl="Berekening {lot}", en="Calculation of {lot}")
_MADE = Text(nl="nummer {number} van {moment}", en="number {number} of {moment}")
_DIGEST = Text(nl="Controlegetal {lot} (SHA-256)", en="Checksum of {lot} (SHA-256)")
_ALL = Text(nl="Controlegetal van de berekeningen samen", en="Checksum of the calculations together")
_ALL_TEXT = Text(
    nl="{digest} (SHA-256 over de controlegetallen in het laatste hoofdstuk, elk op een eigen regel)",
    en="{digest} (SHA-256 over the checksums in the last chapter, each on a line of its own)",
)


def stamp_of(edition: Edition, assessments: Sequence[Assessment]) -> Stamp:
    """The newest calculation dates the report; without any it is that of the criteria."""
    if not assessments:
        return edition.stamp
    newest = max(each.made_at for each in assessments)
    words = _CALCULATED if len(assessments) == 1 else _CALCULATIONS
    day = Text(nl=Wording("nl").day(newest.date()), en=Wording("en").day(newest.date()))
    return Stamp(words=words.format(day=day), digest=_together(assessments), created=newest)


def stamp_lines(assessments: Sequence[Assessment], say: Wording) -> Iterator[tuple[str, str]]:
    """Label and detail for the table on the front page; the digest of each of several lots is at the end."""
    for each in assessments:
        lot = say(LOT_SHORT, code=each.lot.code).lower()
        yield say(_LOT, lot=lot), say(_MADE, number=str(each.number), moment=say.moment(each.made_at))
        if len(assessments) == 1:
            yield say(_DIGEST, lot=lot), grouped(each.digest)
    if len(assessments) > 1:
        yield say(_ALL), say(_ALL_TEXT, digest=grouped(_together(assessments)))


def _together(assessments: Sequence[Assessment]) -> str:
    """The digest of the only calculation, else one over those of all."""
    if len(assessments) == 1:
        return assessments[0].digest
    return hashlib.sha256("".join(f"{each.digest}\n" for each in assessments).encode()).hexdigest()
