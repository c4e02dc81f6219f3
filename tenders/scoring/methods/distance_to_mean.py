"""F13, refused: most points for the price closest to the mean of all prices."""

from procurement.language import Text
from tenders.scoring.refused import refused
from tenders.scoring.sources import AWARD, DISTANCE_RULING

METHOD = refused(
    code="distance-to-mean",
    title=Text(nl="Afstand tot het gemiddelde", en="Distance to the mean"),
    formula="1 − |P − Pgem| / Pgem",
    words=Text(
        nl="Hoe dichter bij de gemiddelde prijs, hoe meer punten.",
        en="The closer to the mean price, the more points.",
    ),
    reason=Text(
        nl="Niet toegestaan in dit programma: niet de voordeligste maar de gemiddelde prijs wint; de Haagse "
        "rechter wees dat af. Gebruik een vaste bandbreedte.",
        en="Not allowed in this program: the mean price wins, not the most advantageous; the Hague court "
        "rejected that. Use a fixed band.",
    ),
    basis=(AWARD, DISTANCE_RULING),
)
