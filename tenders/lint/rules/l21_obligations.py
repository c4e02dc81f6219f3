"""L21: bidders can find the rules on tax, environment and labour, and state that they counted with them."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_ASKED = Wanted(
    "obligations_asked",
    True,
    Text(
        nl="Inschrijvers hoeven niet te verklaren dat zij met milieu-, sociaal en arbeidsrecht rekening "
        "hielden.",
        en="Bidders need not state that they took environmental, social and labour law into account.",
    ),
    Text(
        nl="Zet deze verklaring in het inschrijfbiljet.",
        en="Put this statement in the form of tender.",
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    yield from missing(draft.legal.documents, "legal.documents", "obligations_office")
    yield from against(draft.legal.documents, "legal.documents", (_ASKED,))


RULE = Rule(
    code="L21",
    title=Text(
        nl="De stukken noemen waar informatie over belasting, milieu en arbeid te krijgen is",
        en="The documents name where information on tax, environment and labour is available",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.81(1)"),
        cite("aw2012:2.81(2)"),
        cite("dir2014-24:18(2)"),
    ),
    wrong=Text(
        nl="De stukken noemen de instanties niet, of inschrijvers hoeven niet te verklaren dat zij met "
        "deze regels rekening hielden.",
        en="The documents do not name the bodies, or bidders need not state that they took these rules "
        "into account.",
    ),
    why=Text(
        nl="Een inschrijver moet kunnen opzoeken welke regels voor belasting, milieubescherming, "
        "arbeidsbescherming en arbeidsvoorwaarden gelden op de plek waar hij werkt. Hij geeft aan "
        "dat hij er in zijn aanbod rekening mee hield.",
        en="A bidder must be able to find which rules on tax, environmental protection, labour "
        "protection and working conditions hold where it works. It states that its offer takes them "
        "into account.",
    ),
    instead=Text(
        nl="Noem per onderwerp een instantie, en zet de verklaring in het inschrijfbiljet.",
        en="Name a body for each subject, and put the statement in the form of tender.",
    ),
    bad=Text(
        nl="De opdrachtnemer houdt zich aan de wet.",
        en="The contractor obeys the law.",
    ),
    good=Text(
        nl="Informatie geven de Belastingdienst, de omgevingsdienst, de Nederlandse Arbeidsinspectie en "
        "het ministerie van SZW. De inschrijver verklaart dat zijn aanbod met deze verplichtingen "
        "rekening houdt.",
        en="Information is given by the Tax Administration, the environment service, the Netherlands "
        "Labour Authority and the ministry of Social Affairs. The bidder states that its offer takes "
        "these obligations into account.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
