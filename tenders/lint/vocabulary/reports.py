"""Reports on a whole firm: under the CSRD, the taxonomy, or about due diligence."""

import re

from tenders.lint.vocabulary.certificates import for_this_contract
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import gap, only_with, words

_REPORTS = words(
    r"csrd(?:-\w+)?",
    r"esrs(?:-\w+)?",
    r"(?:corporate|european) sustainability reporting\w*",
    r"nfrd(?:-\w+)?",
    r"eu-?taxonomie\w*",
    r"taxonomie-?(?:rapport\w*|verordening|verklaring|aandeel|conform\w*|percentage)",
    r"eu taxonomy\w*",
    r"taxonomy (?:report|alignment|disclosure)\w*",
    r"(?:europese|groene) taxonomie",
    r"dubbele[- ]materialiteit\w*",
    r"double materiality\w*",
    r"(?:gri|esg|mvo|csr)-?(?: )?(?:rapport|rapportage|verslag|report|verslaglegging)(?:en|s)?",
    r"duurzaamheids(?:jaar)?(?:verslag|rapport|rapportage|verslaggeving|verslaglegging|verslagen|rapporten)",
    r"sustainability (?:report|statement|disclosure)s?",
    r"niet-financiele (?:rapportage|verklaring|informatie|verslaglegging)",
    r"non-financial report\w*",
    r"scope 3(?:-| )(?:rapport|rapportage|inventarisatie) van (?:de|het|uw) \w+",
)
_DUE_DILIGENCE = words(
    r"csddd(?:-\w+)?",
    r"cs3d(?:-\w+)?",
    r"corporate sustainability due diligence\w*",
    r"(?:due[- ]diligence|gepaste zorgvuldigheid|ketenzorg)[- ]?(?:rapport\w*|verslag\w*|report\w*|"
    r"statement)",
    r"transitieplan(?:nen)?",
    r"climate transition plan",
)
_THIS_CHAIN = words(
    rf"keten {gap(2)}(?:van|achter|voor) {gap(3)}(?:laptop\w*|product\w*|apparat\w*|geleverde|te leveren|"
    rf"aangeboden|"
    r"beeldscherm\w*|server\w*|hardware|goederen|opdracht|telefoon\w*|deze)",
    r"deze (?:toeleverings|productie|waarde)?keten",
    rf"(?:toeleverings|productie|waarde)keten {gap(2)}van {gap(2)}(?:de|deze|het|dit)",
    rf"supply chain {gap(1)}of {gap(3)}\w+",
    r"this supply chain",
)
_ABOUT_THIS = words(
    rf"over {gap(2)}(?:deze|de|dit) {gap(1)}(?:opdracht|levering\w*|dienstverlening|overeenkomst|geleverde|"
    rf"uitvoering)",
    rf"(?:van|over) {gap(1)}(?:geleverde|te leveren|aangeboden) \w+",
    r"per (?:laptop|product|levering|apparaat|bestelling)",
    rf"on {gap(1)}(?:this|the) (?:contract|deliver\w+)",
)


@only_with(
    "csrd",
    "esrs",
    "corporate",
    "nfrd",
    "taxonom",
    "materiali",
    "gri",
    "esg",
    "mvo",
    "csr",
    "duurzaamheids",
    "sustainability",
    "niet-financi",
    "non-financial",
    "scope 3",
    "csddd",
    "cs3d",
    "diligence",
    "zorgvuldigheid",
    "ketenzorg",
    "transit",
)
def report_of_the_firm(line: str) -> re.Match[str] | None:
    """A report about the whole firm that the law asks of large firms, asked here of each bidder."""
    found = first_demanded(_REPORTS, line)
    if found and not (_ABOUT_THIS.search(line) and found[0].lower().startswith(("duurzaamheids", "sustain"))):
        return found
    chain = _THIS_CHAIN.search(line) or for_this_contract(line) or _ABOUT_THIS.search(line)
    return None if chain else first_demanded(_DUE_DILIGENCE, line)
