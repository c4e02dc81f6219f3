"""The words of the check: weights, outcomes, ways of checking and steps, in both languages."""

from procurement.language import Text
from tenders.lint.finding import Fix, Rewrite
from tenders.lint.run import Outcome
from tenders.lint.severity import CheckedBy, Moment, Severity

SEVERITIES: dict[Severity, Text] = {
    Severity.BLOCKING: Text(nl="blokkerend", en="blocking"),
    Severity.MOTIVATE: Text(nl="motiveren", en="give a reason"),
    Severity.ADVICE: Text(nl="advies", en="advice"),
}

OUTCOMES: dict[Outcome, Text] = {
    Outcome.BLOCKING: Text(nl="Blokkerend", en="Blocking"),
    Outcome.MOTIVATE: Text(nl="Motiveren", en="Give a reason"),
    Outcome.MOTIVATED: Text(nl="Gemotiveerd", en="Reason given"),
    Outcome.ADVICE: Text(nl="Advies", en="Advice"),
    Outcome.FINE: Text(nl="In orde", en="In order"),
    Outcome.NOT_APPLICABLE: Text(nl="Niet van toepassing", en="Not applicable"),
}

CHECKED_BY: dict[CheckedBy, Text] = {
    CheckedBy.DATA: Text(nl="uit de gegevens", en="from the data"),
    CheckedBy.TEXT: Text(nl="uit de teksten", en="from the texts"),
    CheckedBy.PERSON: Text(nl="een mens verklaart het", en="a person states it"),
}

MOMENTS: dict[Moment, Text] = {
    Moment.PUBLICATION: Text(nl="publicatie", en="publication"),
    Moment.CLARIFICATION: Text(nl="nota van inlichtingen", en="clarification note"),
    Moment.OPENING: Text(nl="opening", en="opening"),
    Moment.DECISION: Text(nl="gunningsbeslissing", en="award decision"),
    Moment.SIGNATURE: Text(nl="ondertekening", en="signature"),
    Moment.CHANGE: Text(nl="wijziging van het contract", en="change of the contract"),
}

QUOTE = Text(nl="Er staat: ‘{quote}’", en="It says: ‘{quote}’")
DOUBT = Text(nl="Twijfel: {doubt}", en="Doubt: {doubt}")
_REWRITE = Text(nl="Schrijf: ‘{new}’", en="Write: ‘{new}’")
_DO = Text(nl="Doe dit: {advice}", en="Do this: {advice}")


def way_out(fix: Fix) -> Text:
    """The sentence to write instead, or what to do on the screen where it is mended."""
    return _REWRITE.format(new=fix.new) if isinstance(fix, Rewrite) else _DO.format(advice=fix.advice)
