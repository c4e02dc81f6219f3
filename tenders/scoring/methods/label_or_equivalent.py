"""A label, or an equivalent, earns all points; neither earns none."""

from collections.abc import Sequence

from procurement.language import Text
from tenders.scoring import stated
from tenders.scoring.method import ScoringMethod, Verdict
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.sources import EQUIVALENT_LABELS, TRANSPARENCY

_NO_LABEL = Text(
    nl="Noem minstens één keurmerk dat in elk geval voldoet.",
    en="Name at least one label that certainly complies.",
)


def check(criterion: Criterion) -> Sequence[Text]:
    return () if criterion.accepted_labels else (_NO_LABEL,)


METHOD = ScoringMethod(
    code="label-or-equivalent",
    title=Text(nl="Keurmerk of gelijkwaardig", en="Label or equivalent"),
    formula="s",
    words=Text(
        nl="Een genoemd keurmerk of gelijkwaardig bewijs geeft alle punten, geen van beide geeft 0.",
        en="A named label or equivalent proof earns all points, neither earns 0.",
    ),
    kinds=frozenset({Kind.LABEL}),
    relative=False,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Gelijkwaardig bewijs telt even zwaar; dat eist de wet.",
        en="Equivalent proof counts the same; the law demands it.",
    ),
    basis=(EQUIVALENT_LABELS, TRANSPARENCY),
    check=check,
    share_of=stated.share_of,
    inputs=stated.inputs,
    spreadsheet=stated.spreadsheet,
)
