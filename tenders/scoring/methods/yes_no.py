"""Yes earns all points, no earns none."""

from procurement.language import Text
from tenders.scoring import stated
from tenders.scoring.method import ScoringMethod, Verdict
from tenders.scoring.model import Kind
from tenders.scoring.shown import no_objection
from tenders.scoring.sources import PIANOO_METHODS, TRANSPARENCY

METHOD = ScoringMethod(
    code="yes-no",
    title=Text(nl="Ja of nee", en="Yes or no"),
    formula="s",
    words=Text(nl="Ja geeft alle punten, nee geeft 0.", en="Yes earns all points, no earns 0."),
    kinds=frozenset({Kind.YES_NO}),
    relative=False,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Duidelijk, maar maakt geen verschil tussen net wel en ruim. Overweeg een eis of een schaal.",
        en="Clear, but makes no difference between just and amply. Consider a requirement or a scale.",
    ),
    basis=(TRANSPARENCY, PIANOO_METHODS),
    check=no_objection,
    share_of=stated.share_of,
    inputs=stated.inputs,
    spreadsheet=stated.spreadsheet,
)
