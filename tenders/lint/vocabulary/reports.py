"""Reports on a whole firm: under the CSRD, the taxonomy, or about due diligence."""

import re

from tenders.lint.vocabulary.contract_link import for_this_contract
from tenders.lint.vocabulary.negation import first_demanded
from tenders.lint.vocabulary.patterns import any_of, gap, words

_REPORTS = words(
    r"csrd(?:-\w+)?",
    r"esrs(?:-\w+)?",
    r"(?:corporate|european) sustainability reporting\w*",
    r"nfrd(?:-\w+)?",
    r"eu-?taxonomie\w*",
    r"taxonomie-?(?:rapport\w*|verordening|verklaring|aandeel|conform\w*|percentage)",
    r"eu taxonomy\w*",
    r"taxonomy-aligned",
    r"duurzaamheidsinformatie",
    r"(?:2020/852|2022/2464|2024/1760)",
    r"groene[- ](?:omzet|capex|opex)\w*",
    rf"(?:verslag|rapport(?:age)?) (?:over|inzake|omtrent) {gap(2)}(?:niet-financiele|duurzaamheid|"
    r"maatschappelijke)",
    r"taxonomy (?:report|alignment|disclosure)\w*",
    r"(?:europese|groene) taxonomie",
    r"dubbele[- ]materialiteit\w*",
    r"double materiality\w*",
    r"(?:gri|esg|mvo|csr)-?(?: )?(?:jaar)?(?:rapport|rapportage|verslag|report|verslaglegging|data|gegevens|"
    r"cijfers|informatie|verklaring|paspoort|scan)(?:en|s)?",
    r"vsme(?:-\w+)?",
    r"(?:(?:volgens|conform|op basis van|van|de) )?gri[- ]?(?:standaard\w*|standards?|richtlijn\w*|index)",
    r"global reporting initiative",
    r"(?:maatschappelijk|sociaal|geintegreerd|niet-financieel)e? (?:jaar)?(?:verslag|rapport)\w*",
    r"(?:integrated|esg|impact|non-financial) (?:annual )?reports?",
    r"impactrapport\w*",
    r"milieu(?:jaar)?verslag\w*",
    r"klimaat(?:jaar)?(?:verslag|rapport)\w*",
    r"materialiteitsanalyse\w*",
    r"modern slavery statement",
    r"mensenrechten(?:verslag|rapport|beleid)\w*",
    r"duurzaamheids(?:jaar)?(?:verslag|rapport|rapportage|verslaggeving|verslaglegging|verslagen|rapporten)",
    r"sustainability (?:report|statement|disclosure)s?",
    r"niet-financiele (?:jaar)?(?:rapportage|verslag|verklaring|informatie|verslaglegging)",
    r"non-financial report\w*",
    r"scope 3(?:-| )(?:rapport|rapportage|inventarisatie) van (?:de|het|uw) \w+",
)
_DUE_DILIGENCE = words(
    r"csddd(?:-\w+)?",
    r"cs3d(?:-\w+)?",
    r"corporate sustainability due diligence\w*",
    r"(?:due[- ]diligence|gepaste zorgvuldigheid|ketenzorg)[- ]?(?:rapport\w*|verslag\w*|report\w*|"
    r"statement)",
    r"(?:klimaat-?)?transitieplan(?:nen)?",
    r"(?:decarbonisatie|klimaat)plan {gap}(?:onderneming|organisatie|concern)".replace("{gap}", gap(5)),
    r"climate transition plan",
)
_THIS_CHAIN = words(
    rf"keten {gap(2)}(?:van|achter|voor) {gap(3)}(?:laptop\w*|product\w*|apparat\w*|geleverde|te leveren|"
    rf"aangeboden|"
    r"beeldscherm\w*|server\w*|hardware|goederen|opdracht|telefoon\w*|deze)",
    r"deze (?:toeleverings|productie|waarde)?keten",
    rf"(?:toeleverings|productie|waarde)keten {gap(2)}van {gap(2)}(?:de|deze|het|dit)"
    r"(?! (?:concern|onderneming|organisatie|bedrijf|inschrijver|groep|moeder\w*))",
    rf"supply chain {gap(1)}of {gap(3)}\w+",
    r"this supply chain",
)
_BUYER = any_of(
    r"opdrachtgever",
    r"gemeente",
    r"provincie",
    r"waterschap",
    r"ministerie",
    r"universiteit",
    r"school",
    r"aanbestedende dienst",
    r"wij",
    r"buyer",
    r"contracting authority",
)
_OF_THE_BUYER = re.compile(
    rf"\b{_BUYER} (?:(?!vra|verlang|eis|inschrijver|gegadigd|leverancier|opdrachtnemer)[\w'-]+ )"
    rf"{{0,9}}(?:haar|zijn|hun|ons|onze|its|own|eigen) (?:eigen )?[\w-]*"
    rf"(?:verslag|rapport|csrd|report|verantwoording)|\b(?:onze?|our) (?:eigen )?[\w-]*(?:verslag|rapport|"
    rf"csrd|"
    rf"report)|(?:verslag|rapport|rapportage|report) (?:van|door|of) (?:de |het |the )?{_BUYER}\b|"
    rf"(?<!externe )(?<!door een )\b(?:adviseur|adviesbureau|consultant|trainer|opleiding|cursus)\b|"
    rf"\bdoor (?:de |het )?{_BUYER} op (?:te stellen|gesteld)|\bdoor (?:de |het )?{_BUYER} opgesteld|"
    rf"\b{_BUYER} zelf (?:[\w-]+ ){{0,4}}(?:csrd|esrs|csddd|taxonomie|duurzaamheids)|"
    rf"\b{_BUYER} (?:zelf )?(?:stelt|publiceert|rapporteert|is (?:zelf )?(?:niet )?verslag\w+)\b"
)
_A_PRODUCT = re.compile(
    r"\b(?:de|het|een|elke?|the) (?:[\w-]+ ){0,3}(?:\w*module|software|applicatie|\w*systeem|oplossing|"
    r"platform|"
    r"dashboard|\w*tool|functionaliteit|functie|rapportgenerator|sjabloon|application|system|"
    r"solution)\b.{0,80}"
    r"\b(?:ondersteun\w*|export\w*|genere\w*|kan|kunnen|maakt|toont|verwerk\w*|levert|bevat|support\w*)\b"
)
_MAY = re.compile(
    r"(?:\b(?:mag|mogen|may|can)\b(?! (?:niet|alleen|uitsluitend|slechts|only|not)\b)|"
    r"\b(?:toegestaan|vrijwillig|facultatief|optioneel|desgewenst|niet verplicht|voldoende is|volstaat)\b)"
    r"(?!.*\b(?:straffe|verplicht gesteld|uitsluiting|uitgesloten|knock-out|punten|hogere score)\b)"
    r"|\b(?:ook|een) (?:inschrijver|onderneming|bedrijf)\w* (?:die|dat|zonder) (?:[\w-]+ ){0,3}(?:niet|"
    r"geen|csrd)"
    r"\b.*\b(?:kan|kunnen|voldoet|mag)\b"
)
_NEEDLESS = re.compile(
    r"\b(?:be)?hoe(?:ft|ven)\b.{0,80}\b(?:niet|geen)\b|\bniet (?:[\w-]+ ){0,2}(?:verwacht|belast)\b"
)
_MAY_BE_OF_THIS = ("duurzaamheids", "sustain", "verslag", "rapport")
_ABOUT_THIS = words(
    rf"over {gap(2)}(?:deze|de|dit) {gap(1)}(?:opdracht|levering\w*|dienstverlening|overeenkomst|geleverde|"
    rf"uitvoering)",
    rf"(?:van|over) {gap(1)}(?:geleverde|te leveren|aangeboden) \w+",
    r"per (?:laptop|product|levering|apparaat|bestelling)",
    rf"on {gap(1)}(?:this|the) (?:contract|deliver\w+)",
)


def report_of_the_firm(line: str) -> re.Match[str] | None:
    """A report about the whole firm that the law asks of large firms, asked here of each bidder."""
    if of_the_buyers_reports(line) or any(no.search(line) for no in (_A_PRODUCT, _MAY, _NEEDLESS)):
        return None
    found = first_demanded(_REPORTS, line)
    if found and not (_ABOUT_THIS.search(line) and found[0].lower().startswith(_MAY_BE_OF_THIS)):
        return found
    chain = _THIS_CHAIN.search(line) or for_this_contract(line) or _ABOUT_THIS.search(line)
    return None if chain else first_demanded(_DUE_DILIGENCE, line)


def of_the_buyers_reports(line: str) -> bool:
    """The buyer reports, or has somebody advise it about that."""
    return bool(_OF_THE_BUYER.search(line))
