"""Ambition levels as data: a buyer's organisation chooses its own scale, of three levels or four."""

from dataclasses import dataclass

from procurement.language import Text
from procurement.registry import Registry


@dataclass(frozen=True, slots=True)
class AmbitionScale:
    """Levels from low to high; an item with ambition 0 is ungraded and stands outside the scale."""

    code: str
    title: Text
    levels: tuple[Text, ...]
    basis: str  # citation code

    def name(self, ambition: int) -> Text:
        if ambition == 0:
            return UNGRADED
        return self.levels[min(ambition, len(self.levels)) - 1]


UNGRADED = Text(nl="Niet ingedeeld", en="Ungraded")

AMBITION_SCALES = Registry(
    (
        AmbitionScale(
            code="mvi",
            title=Text(nl="Drie niveaus (MVI-criteriatool)", en="Three levels (MVI criteria tool)"),
            levels=(
                Text(nl="Basis", en="Basic"),
                Text(nl="Significant", en="Significant"),
                Text(nl="Ambitieus", en="Ambitious"),
            ),
            basis="mvi-criteriatool",
        ),
        AmbitionScale(
            code="rws-iv",
            title=Text(nl="Vier niveaus (Rijkswaterstaat IV)", en="Four levels (Rijkswaterstaat IV)"),
            levels=tuple(Text(nl=f"Niveau {level}", en=f"Level {level}") for level in range(1, 5)),
            basis="rws-iv",
        ),
    )
)
