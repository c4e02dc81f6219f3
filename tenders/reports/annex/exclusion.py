"""Who is excluded, in sentences: the grounds that hold, how far they look back, and the way back."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lint.draft.bidders import Exclusion, Ground
from tenders.lint.draft.choices import CHOICES
from tenders.lint.shown import number

_MANDATORY = Text(
    nl="De verplichte uitsluitingsgronden van artikel 2.86 gelden.",
    en="The mandatory exclusion grounds of article 2.86 hold.",
)
_CONVICTIONS = Text(
    nl="Een veroordeling telt als zij in de laatste {years} jaar onherroepelijk werd.",
    en="A conviction counts when it became final in the last {years} years.",
)
_GROUND = Text(
    nl="Artikel 2.87 lid 1, onderdeel {ground}: deze grond geldt.",
    en="Article 2.87(1), part {ground}: this ground holds.",
)
_GROUND_SINCE = Text(
    nl="Artikel 2.87 lid 1, onderdeel {ground}: deze grond geldt, tot {years} jaar terug.",
    en="Article 2.87(1), part {ground}: this ground holds, up to {years} years back.",
)
_NO_OPTIONAL = Text(
    nl="De facultatieve uitsluitingsgronden van artikel 2.87 gelden niet.",
    en="The optional exclusion grounds of article 2.87 do not hold.",
)
_SELF_CLEANING = Text(
    nl="Wie onder een uitsluitingsgrond valt, mag met bewijs van zijn maatregelen laten zien dat hij weer "
    "betrouwbaar is (artikel 2.87a).",
    en="Who falls under an exclusion ground may show with proof of its measures that it is reliable again "
    "(article 2.87a).",
)
_WAIVER = Text(
    nl="In de gevallen van de artikelen 2.86a en 2.88 kunnen wij van uitsluiting afzien.",
    en="In the cases of articles 2.86a and 2.88 we may refrain from exclusion.",
)


def exclusion_sentences(exclusion: Exclusion) -> Iterator[Text | str]:
    """Nothing where nobody answered whether the mandatory grounds hold."""
    if not exclusion.mandatory:
        return
    yield _MANDATORY
    if exclusion.conviction_years is not None:
        yield _CONVICTIONS.format(years=number(exclusion.conviction_years))
    yield from _optional(exclusion)
    if exclusion.self_cleaning:
        yield _SELF_CLEANING
    if exclusion.waiver:
        yield _WAIVER


def _optional(exclusion: Exclusion) -> Iterator[Text | str]:
    years = {each.ground: each.years for each in exclusion.look_back}
    for ground in exclusion.optional:
        label, since = CHOICES[Ground][ground.value], years.get(ground)
        if since is None:
            yield _GROUND.format(ground=label)
        else:
            yield _GROUND_SINCE.format(ground=label, years=number(since))
    if not exclusion.optional:
        yield _NO_OPTIONAL
    elif exclusion.optional_reason:
        yield exclusion.optional_reason
