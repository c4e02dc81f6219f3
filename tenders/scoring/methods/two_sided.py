"""F3, refused: interpolation between the lowest and the highest price received."""

from procurement.language import Text
from tenders.scoring.refused import refused
from tenders.scoring.sources import INTERPOLATION, TRANSPARENCY

METHOD = refused(
    code="two-sided",
    title=Text(nl="Tussen laagste en hoogste prijs", en="Between lowest and highest price"),
    formula="(Ph − P) / (Ph − Pl)",
    words=Text(
        nl="De laagste prijs krijgt alle punten en de hoogste nul.",
        en="The lowest price earns all points and the highest none.",
    ),
    reason=Text(
        nl="Niet toegestaan in dit programma: een enkele hoge of lage prijs verschuift alle scores, bij "
        "gelijke prijzen is er geen uitkomst, en de genoemde bron noemt de methode onrechtmatig. Gebruik "
        "een vaste bandbreedte.",
        en="Not allowed in this program: a single high or low price moves all scores, equal prices have no "
        "outcome, and the source named calls the method unlawful. Use a fixed band.",
    ),
    basis=(TRANSPARENCY, INTERPOLATION),
)
