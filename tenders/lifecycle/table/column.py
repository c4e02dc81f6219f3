"""What the columns of a table mean: the layouts that can be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from procurement.language import Text
from tenders.lifecycle.unit import DEVICE, KG, KG_CO2E, KWH, NUMBER, YEAR, Unit


class Column(StrEnum):
    MANUFACTURER = "manufacturer"
    NAME = "name"
    CATEGORY = "category"
    SUBCATEGORY = "subcategory"
    TOTAL = "total"
    PRODUCTION_SHARE = "production_share"
    TRANSPORT_SHARE = "transport_share"
    USE_SHARE = "use_share"
    END_OF_LIFE_SHARE = "end_of_life_share"
    ENERGY = "energy"
    LIFETIME = "lifetime"
    MASS = "mass"
    REPORTED = "reported"
    SOURCE = "source"


UNITS: Mapping[Column, Unit] = {
    Column.TOTAL: KG_CO2E / DEVICE,
    Column.PRODUCTION_SHARE: NUMBER,
    Column.TRANSPORT_SHARE: NUMBER,
    Column.USE_SHARE: NUMBER,
    Column.END_OF_LIFE_SHARE: NUMBER,
    Column.ENERGY: KWH / DEVICE / YEAR,
    Column.LIFETIME: YEAR,
    Column.MASS: KG / DEVICE,
}
SHARES = frozenset(
    {Column.PRODUCTION_SHARE, Column.TRANSPORT_SHARE, Column.USE_SHARE, Column.END_OF_LIFE_SHARE}
)
NEEDED = (Column.MANUFACTURER, Column.NAME, Column.TOTAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """`headers` in lower case; a header may be followed by its unit: "total [gCO2e]"."""

    code: str
    headers: Mapping[str, Column]
    warning: Text  # what those who keep the table say about its use
    credit: Text  # the line that goes with every figure shown


_INFORMS = Text(
    nl="Deze tabel geeft een indruk en telt nooit mee in de score van een inschrijving. Een score steunt op "
    "het bewijs van de inschrijver zelf.",
    en="This table gives an impression and never counts in the score of a bid. A score rests on the evidence "
    "of the bidder.",
)
BOAVIZTA = Layout(
    code="boavizta",
    headers={
        "manufacturer": Column.MANUFACTURER,
        "name": Column.NAME,
        "category": Column.CATEGORY,
        "subcategory": Column.SUBCATEGORY,
        "gwp_total": Column.TOTAL,
        "gwp_manufacturing_ratio": Column.PRODUCTION_SHARE,
        "gwp_transport_ratio": Column.TRANSPORT_SHARE,
        "gwp_use_ratio": Column.USE_SHARE,
        "gwp_eol_ratio": Column.END_OF_LIFE_SHARE,
        "yearly_tec": Column.ENERGY,
        "lifetime": Column.LIFETIME,
        "weight": Column.MASS,
        "report_date": Column.REPORTED,
        "sources": Column.SOURCE,
    },
    warning=Text(
        nl="De beheerders (Boavizta) raden af om met deze gegevens apparaten van verschillende fabrikanten "
        "te vergelijken: de rekenmethoden verschillen en de marges zijn groot. " + _INFORMS.nl,
        en="The maintainers (Boavizta) advise against comparing devices of different manufacturers with "
        "these data: the methods differ and the margins are large. " + _INFORMS.en,
    ),
    credit=Text(
        nl="Bron: Boavizta, environmental-footprint-data (ODbL 1.0)",
        en="Source: Boavizta, environmental-footprint-data (ODbL 1.0)",
    ),
)
OWN = Layout(
    code="own",
    headers={
        "fabrikant": Column.MANUFACTURER,
        "product": Column.NAME,
        "categorie": Column.CATEGORY,
        "subcategorie": Column.SUBCATEGORY,
        "co2e totaal": Column.TOTAL,
        "deel productie": Column.PRODUCTION_SHARE,
        "deel transport": Column.TRANSPORT_SHARE,
        "deel gebruik": Column.USE_SHARE,
        "deel einde": Column.END_OF_LIFE_SHARE,
        "energie per jaar": Column.ENERGY,
        "levensduur": Column.LIFETIME,
        "massa": Column.MASS,
        "datum opgave": Column.REPORTED,
        "bron": Column.SOURCE,
    },
    warning=Text(
        nl="Opgaven van verschillende fabrikanten zijn niet zonder meer te vergelijken. " + _INFORMS.nl,
        en="Declarations of different manufacturers do not simply compare. " + _INFORMS.en,
    ),
    credit=Text(nl="Bron: zie de kolom ‘bron’", en="Source: see the column ‘bron’"),
)
LAYOUTS = (BOAVIZTA, OWN)
