"""Do the Dutch and the English text of a clause say the same? As far as a program can see."""

from collections.abc import Iterator, Sequence

from clauses.assembly.markdown import Blank, CrossReference, Provision, pieces_of
from procurement.language import Text


def differences(nl: Sequence[Provision], en: Sequence[Provision]) -> Iterator[tuple[int, Text]]:
    """What the English text has otherwise than the Dutch one, with the provision (from 1; 0: the whole)."""
    if len(nl) != len(en):
        yield (
            0,
            Text(
                nl=f"De Nederlandse tekst heeft {len(nl)} leden, de Engelse {len(en)}.",
                en=f"The Dutch text has {len(nl)} provisions, the English one {len(en)}.",
            ),
        )
    for number, (dutch, english) in enumerate(zip(nl, en, strict=False), start=1):
        if len(dutch.points) != len(english.points):
            yield (
                number,
                Text(
                    nl=f"Lid {number} heeft in het Nederlands {len(dutch.points)} punten, "
                    f"in het Engels {len(english.points)}.",
                    en=f"Provision {number} has {len(dutch.points)} points in Dutch, "
                    f"{len(english.points)} in English.",
                ),
            )
        if _marks(dutch) != _marks(english):
            yield (
                number,
                Text(
                    nl=f"Lid {number} heeft in de twee talen niet dezelfde invulplekken en verwijzingen.",
                    en=f"Provision {number} has other blanks or references in the two languages.",
                ),
            )


def _marks(provision: Provision) -> list[str]:
    """The blanks and references of a provision, whatever their order."""
    return sorted(
        f"{{{piece.name}}}" if isinstance(piece, Blank) else f"[#{piece.code}]"
        for piece in pieces_of([provision])
        if isinstance(piece, Blank | CrossReference)
    )
