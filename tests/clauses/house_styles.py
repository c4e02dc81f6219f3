"""House styles kept for the tests."""

from functools import cache

from clauses.models import HouseStyleVersion
from clauses.services.house_styles import add_house_style, choose_house_style
from procurement.organisations.models import Role
from tests.cast import organisation, person
from tests.clauses.final_contracts import NOW
from tests.procurement.documents.house_styles import house_style


@cache
def own_file(font: str = "Verdana") -> bytes:
    """A Word file; another font is another file."""

    def change(word) -> None:
        word.styles["Normal"].font.name = font

    return house_style(change=change)


def added(of: str = "Amaranth", font: str = "Verdana") -> HouseStyleVersion:
    return add_house_style(
        organisation=organisation(of),
        content=own_file(font),
        name=f"{font}.docx",
        at=NOW,
        actor=person(Role.LAWYER, of),
    )


def choose(version: HouseStyleVersion | None, of: str = "Amaranth") -> None:
    choose_house_style(organisation=organisation(of), version=version, at=NOW, actor=person(Role.LAWYER, of))


def chosen(of: str = "Amaranth", font: str = "Verdana") -> HouseStyleVersion:
    row = added(of, font)
    choose(row, of)
    return row
