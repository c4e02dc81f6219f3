"""How a text speaks of a group of bidders: its legal form, its size, and who is liable."""

import re

from tenders.lint.vocabulary.negation import first_demanded, is_negated
from tenders.lint.vocabulary.patterns import gap, only_with, words

_GROUP = words(
    r"combinaties?",
    r"combinant(?:en)?",
    r"combinatieleden",
    r"combinatielid",
    r"combinatievorming",
    r"samenwerkingsverband(?:en)?",
    r"(?:samen|gezamenlijk) {0,1}(?:\w+ )?inschrijven",
    r"samenwerkende (?:ondernemers|ondernemingen|partijen|bedrijven|inschrijvers)",
    r"consorti(?:um|a|ums)",
    r"groep (?:van )?(?:bedrijven|ondernemers|inschrijvers|ondernemingen)",
    r"joint venture",
    r"gezamenlijk\w* inschrijv\w*",
    r"gezamenlijke inschrijving",
    r"groups? of (?:bidders|operators|economic operators)",
    r"consortia",
)
_FORM = words(
    r"rechtsvorm",
    r"rechtspersoon(?:lijkheid)?",
    r"juridische entiteit",
    r"juridische vorm",
    r"v\.?o\.?f\.?",
    r"vennootschap(?: onder firma)?",
    r"b\.?v\.?",
    r"naamloze vennootschap",
    r"maatschap",
    r"cooperatie",
    r"stichting",
    r"legal form",
    r"legal entity",
    r"limited company",
)
_AFTER_AWARD = words(
    rf"(?:na|bij|voor|voorafgaand aan|vanaf|na de|bij de) {gap(2)}(?:gunning|opdrachtverlening|ondertekening|"
    r"contractsluiting|contractondertekening|ingang van de overeenkomst|het sluiten van \w+ \w+)",
    rf"(?:aan wie|waaraan) {gap(5)}(?:gegund|verleend)",
    r"(?:winnende|gegunde) \w+",
    r"na (?:de )?gunning\w*",
    r"(?:wordt|is) (?:gegund|verleend)",
    r"after (?:the )?award",
    r"once (?:the contract is )?awarded",
)
_FREE = words(
    rf"(?:geen|niet {gap(1)}een) {gap(2)}(?:rechtsvorm|rechtspersoon\w*|juridische \w+|vennootschap|"
    rf"legal form)",
    rf"ongeacht {gap(3)}rechtsvorm",
    r"elke rechtsvorm",
    r"iedere rechtsvorm",
    r"(?:welke|any) (?:rechtsvorm|legal form) (?:dan )?ook",
    rf"rechtsvorm {gap(5)}(?:niet|vrij)\b",
    r"no (?:particular |specific )?legal form",
    rf"(?:noem\w*|vermeld\w*|opgave van) {gap(3)}(?:rechtsvorm|legal form)",
)
_CANNOT = words(
    rf"(?:kan|kunnen|mag|mogen) {gap(2)}niet {gap(2)}\w+", r"uitgesloten", r"afgewezen", r"ongeldig"
)
_SHUT_OUT = words(
    rf"{_GROUP.pattern} {gap(4)}(?:niet (?:toegestaan|toegelaten|mogelijk|geaccepteerd)|uitgesloten|"
    rf"verboden)",
    rf"(?:geen|niet als) {_GROUP.pattern}",
    rf"niet {gap(3)}(?:in|als|met) {gap(1)}{_GROUP.pattern}",
    rf"(?:uitsluitend|alleen|slechts) (?:zelfstandig|individueel|individuele) {gap(4)}",
)
_SIZE = words(
    rf"(?:hooguit|maximaal|ten hoogste|niet meer dan|maximum van|maximum|at most) {gap(1)}(?:\d+|een|twee|"
    rf"drie|vier|"
    rf"vijf|two|three|four|five) {gap(1)}(?:leden|deelnemers|partijen|combinanten|ondernem\w+|bedrijven|"
    rf"members|"
    r"partners|combinatieleden|inschrijvers)",
)
_EACH_MEMBER = words(
    rf"(?:elk\w*|ieder\w*|alle|each|every) {gap(7)}(?:zelf\w*|afzonderlijk|individueel|apart|volledig|each) "
    rf"{gap(6)}(?:geschiktheidseis\w*|eisen|omzet\w*|referentie\w*|draagkracht|kerncompetenties)",
    rf"(?:elk\w*|ieder\w*|alle) {gap(7)}(?:voldoe\w*|beschik\w*|behaal\w*|heeft|hebben) {gap(4)}(?:alle |"
    rf"volledige )"
    rf"{gap(1)}(?:geschiktheidseis\w*|omzeteis\w*|kerncompetenties|referenties)",
    rf"(?:geschiktheidseis\w*|omzeteis\w*|referentie-eis\w*) {gap(4)}(?:door|voor) (?:elk\w*|ieder\w*|"
    rf"alle) {gap(3)}"
    r"(?:zelf\w*|afzonderlijk|apart|individueel)",
)
_LENDER = words(
    r"derden?",
    r"onderaannemers?",
    r"(?:andere|die|deze) (?:entiteit(?:en)?|partij(?:en)?|onderneming(?:en)?|ondernemers?|rechtspersonen)",
    rf"op wie {gap(5)}beroep\w*",
    rf"beroep {gap(3)}(?:doe\w*|gedaan)",
    r"(?:moeder|dochter|zuster)(?:maatschappij|bedrijf|onderneming)",
    r"third part(?:y|ies)",
    r"subcontractors?",
    r"relied on",
)
_LIABLE = words(r"hoofdelijk\w*", r"jointly(?: and severally)?", r"joint(?:ly)? liab\w+")
_FINANCIAL = words(r"financi\w+", r"economische?", r"financial", r"omzet\w*")
_ABILITY = words(
    r"technisch\w*", r"beroepsbekwaam\w*", r"bekwaamheid", r"referenties?", r"vakbekwaam\w*", r"technical"
)


@only_with("combina", "samen", "consorti", "groep", "joint", "gezamenlijk", "group")
def legal_form_at_the_bid(line: str) -> re.Match[str] | None:
    """A group must take a legal form to bid; after award it may have to (art. 2.52 lid 7 Aw)."""
    if (
        not _GROUP.search(line)
        or _AFTER_AWARD.search(line)
        or (_FREE.search(line) and not _CANNOT.search(line))
    ):
        return None
    return _FORM.search(line) if _CANNOT.search(line) else first_demanded(_FORM, line)


@only_with("combina", "samen", "consorti", "groep", "joint", "gezamenlijk", "group")
def group_shut_out(line: str) -> re.Match[str] | None:
    """No group may bid, or only a small one, or each member must meet everything by itself."""
    shut_out = _SHUT_OUT.search(line)
    if shut_out or not _GROUP.search(line):
        return shut_out if shut_out and _GROUP.search(line) else None
    return next(
        (
            match
            for pattern in (_SIZE, _EACH_MEMBER)
            if (match := pattern.search(line)) and not is_negated(line, match)
        ),
        None,
    )


@only_with("hoofdelijk", "jointly", "joint")
def liable_beyond_finance(line: str) -> re.Match[str] | None:
    """Those whose ability is borrowed must be liable, while that is for financial standing only."""
    if not _LENDER.search(line):
        return None
    if _FINANCIAL.search(line) and not _ABILITY.search(line):
        return None
    return first_demanded(_LIABLE, line)
