"""L56: in each lot sustainability weighs at least what the organisation decided itself."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from procurement.numbers import plain
from tenders.catalogue.themes import weight_of
from tenders.lint.draft import Draft, WeightPolicy
from tenders.lint.finding import Finding, GoTo, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.shown import number

_BELOW = Text(
    nl="In perceel {lot} weegt duurzaamheid {weight}%. Het minimum is {least}%: {source}.",
    en="In lot {lot} sustainability weighs {weight}%. The minimum is {least}%: {source}.",
)
_DECIDED = Text(
    nl="besluit van {day}, {reference}",
    en="decision of {day}, {reference}",
)
_PROPOSED = Text(
    nl="het voorstel van dit programma, want uw organisatie legde geen eigen minimum vast",
    en="the proposal of this program, because your organisation recorded no minimum of its own",
)
_MEND = GoTo(
    Screen.CRITERIA,
    Text(
        nl="Geef de criteria over duurzaamheid hun thema en samen genoeg gewicht. Of laat een jurist "
        "vastleggen waarom het hier minder is.",
        en="Give the criteria about sustainability their theme and together enough weight. Or let a lawyer "
        "record why it is less here.",
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    policy = draft.policy or WeightPolicy()
    for index, lot in enumerate(draft.tender.lots):
        weight = weight_of(lot, draft.themes.get(lot.code, {}))
        if weight < policy.least:
            yield Finding(
                severity=Severity.MOTIVATE,
                place=f"lots[{index}].criteria",
                message=_BELOW.format(
                    lot=lot.code, weight=number(weight), least=number(policy.least), source=_source(policy)
                ),
                quote=f"{plain(weight)}% < {plain(policy.least)}%",
                fix=_MEND,
            )


def _source(policy: WeightPolicy) -> Text:
    if policy.decided_on is None:
        return _PROPOSED
    return _DECIDED.format(day=f"{policy.decided_on:%d-%m-%Y}", reference=policy.reference)


RULE = Rule(
    code="L56",
    title=Text(
        nl="Duurzaamheid weegt in elk perceel wat uw organisatie zelf besloot",
        en="In each lot sustainability weighs what your organisation decided itself",
    ),
    severities=frozenset({Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(cite("house-weight-policy"),),
    wrong=Text(
        nl="De criteria met een thema dat duurzaamheid is, wegen in een perceel samen minder dan het eigen "
        "minimum van de organisatie.",
        en="The criteria with a theme that is sustainability together weigh less in a lot than the "
        "organisation's own minimum.",
    ),
    why=Text(
        nl="Uw organisatie nam zich dit voor: pas toe of leg uit. Wie afwijkt, legt de reden vast; het "
        "bestuur leest haar in het register.",
        en="Your organisation set itself this aim: comply or explain. Who deviates records the reason; the "
        "board reads it in the register.",
    ),
    instead=Text(
        nl="Geef duurzaamheid ten minste het eigen minimum, of laat een jurist vastleggen waarom het hier "
        "minder is.",
        en="Give sustainability at least the own minimum, or let a lawyer record why it is less here.",
    ),
    bad=Text(
        nl="Minimum 25%, CO2 10%, energie 8%, en geen reden.",
        en="Minimum 25%, CO2 10%, energy 8%, and no reason.",
    ),
    good=Text(
        nl="Minimum 25%, CO2 10%, energie 8%, circulair 7%.",
        en="Minimum 25%, CO2 10%, energy 8%, circular 7%.",
    ),
    ours=Text(
        nl="Geen wet vraagt dit minimum. Het is beleid van de organisatie, met besluit en datum op de pagina "
        "Beleid. Zolang zij niets besloot, stelt dit programma 25% voor.",
        en="No law asks for this minimum. It is policy of the organisation, with decision and date on the "
        "page Policy. As long as it decided nothing, this program proposes 25%.",
    ),
    review_by=date(2027, 6, 30),
    applies=lambda draft: draft.policy is not None,
    check=_check,
)
