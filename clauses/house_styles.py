"""The house style that an organisation has chosen, ready to write with, and in words what it brings."""

from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext as _

from clauses.models import HouseStyleChoice, HouseStyleVersion
from procurement.documents.house_style.reading import read_house_style
from procurement.documents.house_style.value import HouseStyle, Margin, UnusableHouseStyle

KEPT = 8  # house styles in memory; reading one takes half a second


def chosen_version(organisation: int) -> tuple[int, str] | None:
    """Key and sha256 of the version that counts now; None for the style of the program."""
    choices = HouseStyleChoice.objects.filter(organisation=organisation).order_by("-pk")
    newest = choices.values_list("version_id", "version__digest").first()
    return (newest[0], newest[1]) if newest and newest[0] is not None and newest[1] is not None else None


def active_house_style(organisation: int) -> HouseStyle | None:
    """None for the style of the program, also where a newer program no longer reads the file.

    The page of the house style says so then; a contract never waits for it.
    """
    chosen = chosen_version(organisation)
    try:
        return style_of(*chosen) if chosen else None
    except UnusableHouseStyle:
        return None


@lru_cache(maxsize=KEPT)
def style_of(version: int, digest: str) -> HouseStyle:
    """Of a version that is kept. `digest` stands for the bytes. Raises `UnusableHouseStyle`."""
    row = HouseStyleVersion.objects.get(pk=version, digest=digest)
    return read_house_style(bytes(row.content), row.name)


def taken_over(style: HouseStyle) -> Iterator[str]:
    """What comes from the file, a sentence each."""
    page = style.page
    yield _("Papier van %(width)s bij %(height)s mm, met de marges van het bestand.") % {
        "width": _millimetres(page.width),
        "height": _millimetres(page.height),
    }
    if style.fonts:
        yield _("Lettertypen: %(fonts)s.") % {"fonts": ", ".join(style.fonts)}
    yield from _margins(style.header, style.footer, len(style.media))
    if style.levels:
        yield _("De nummering van de koppen.")
    if style.theme:
        yield _("De kleuren van het thema.")


def _margins(header: Margin | None, footer: Margin | None, pictures: int) -> Iterator[str]:
    if header:
        yield _("De koptekst.")
    if footer:
        yield _("De voettekst. Onze regel met titel, versie en kenmerk staat eronder.")
    if pictures:
        yield _("Afbeeldingen in de kop- of voettekst: %(number)s.") % {"number": pictures}


def _millimetres(twentieths: int) -> int:
    """From twentieths of a point, 1440 to the inch of 25.4 mm."""
    return (twentieths * 254 + 7200) // 14400
