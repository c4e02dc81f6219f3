"""How a text speaks of a group of bidders: its legal form, its size, and who is liable."""

import re

from tenders.lint.vocabulary.negation import first_demanded, is_negated
from tenders.lint.vocabulary.patterns import gap, words

_GROUP = words(
    r"(?:gelegenheids)?combinaties?",
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
    r"joint ventures",
    r"gezamenlijke? (?:\w+ ){0,2}(?:inschrijv\w*|aanmeld\w*|bieden|aan te bieden|deelnemen|deel te nemen)",
    r"joint (?:bids?|tenders?|bidders)",
    r"samenwerkingsvorm\w*",
    r"samenwerkingscombinatie\w*",
    r"samenwerkende \w+",
    r"(?:meerdere|twee of meer|verschillende|several) (?:ondernemers|ondernemingen|partijen|bedrijven|"
    r"companies)",
    r"consortia",
)
_FORM = words(
    r"rechtsvorm",
    r"rechtspersoon(?:lijkheid)?",
    r"(?:juridische|gezamenlijke|gemeenschappelijke) entiteit",
    r"oprichtingsakte",
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
    rf"(?:verlang\w*|eis\w*|vraagt|vragen) {gap(16, commas=True)}niet (?:dat|om|van)",
    r"elke rechtsvorm",
    r"iedere rechtsvorm",
    r"(?:welke|any) (?:rechtsvorm|legal form) (?:dan )?ook",
    rf"rechtsvorm {gap(5)}(?:niet|vrij)\b",
    r"no (?:particular |specific )?legal form",
    rf"(?:noem\w*|vermeld\w*|opgave van|geef\w*|geeft) {gap(6)}(?:rechtsvorm|legal form)",
)
_CANNOT = words(
    rf"(?:kan|kunnen|mag|mogen) {gap(2)}niet {gap(2)}\w+", r"uitgesloten", r"afgewezen", r"ongeldig"
)
_JOINTLY = r"(?:gezamenlijk|samen|in combinatie|in samenwerking|jointly)"
_SHUT_OUT = words(
    rf"niet {gap(2)}(?:toegestaan|toegelaten|mogelijk|de bedoeling) {gap(4)}{_JOINTLY}",
    rf"{_JOINTLY} {gap(4)}(?:niet|not) {gap(2)}(?:toegestaan|toegelaten|mogelijk|geaccepteerd|allowed|"
    rf"permitted)",
    rf"(?:niet|not) {gap(2)}{_JOINTLY} {gap(4)}(?:inschrijv\w*|aanmeld\w*|deelnemen|bid|tender)",
    rf"{_GROUP.pattern} {gap(8)}(?:niet|not)(?! (?:ook|tevens|meer|tweemaal|daarnaast)) "
    rf"{gap(3)}(?:toegestaan|toegelaten|mogelijk|geaccepteerd|aanvaard|"
    rf"in behandeling|in aanmerking|admitted|allowed|accepted|permitted|submit|uitgenodigd|deelnemen|"
    rf"inschrijven)",
    rf"{_GROUP.pattern} {gap(8)}(?:uitgesloten|geweerd|geweigerd|afgewezen|terzijde|verboden|excluded|"
    rf"rejected)",
    rf"(?:alleen|uitsluitend|slechts|only) {gap(2)}(?:enkele|afzonderlijke|zelfstandige?|individuele|"
    rf"single|individual) "
    rf"{gap(1)}(?:ondernem\w+|inschrijvers?|bedrijven|gegadigden|partijen|rechtspersonen|operators?|"
    rf"companies|bidders)",
    rf"{_GROUP.pattern} {gap(4)}(?:niet (?:toegestaan|toegelaten|mogelijk|geaccepteerd)|uitgesloten|"
    rf"verboden)",
    rf"{_GROUP.pattern} {gap(3)}niet aan de orde",
    rf"{_GROUP.pattern} {gap(3)}(?:slechts|alleen|uitsluitend) {gap(1)}(?:toegestaan|toegelaten|mogelijk) "
    rf"(?:met|na) {gap(2)}(?:toestemming|goedkeuring)",
    rf"(?:geen|niet als) {_GROUP.pattern}",
    rf"niet {gap(3)}(?:in|als|met) {gap(1)}{_GROUP.pattern}",
    rf"(?:uitsluitend|alleen|slechts) (?:zelfstandig|individueel|individuele) {gap(4)}",
)
_HEAVIER = words(
    rf"(?:hogere?|zwaardere?|extra|aanvullende?|dubbele?|strengere?|meer) {gap(2)}(?:\w*eis(?:en)?|\w*omzet|"
    rf"zekerheid\w*|\w*garantie|waarborg\w*|borg\w*|solvabiliteit|draagkracht|verzekering|referenties|"
    rf"minimum\w*|documenten|requirements?)",
    rf"(?:stort\w*|stell?en|overlegg?en) {gap(5)}(?:waarborgsom|bankgarantie|zekerheid\w*|borgsom)",
    rf"anders dan {gap(3)}(?:zelfstandig\w*|individuele?|enkele?) \w+",
    rf"(?:bankgarantie|waarborgsom|zekerheidsstelling|borgstelling|bank guarantee) {gap(8)}(?:verlangd|"
    rf"vereist|gesteld|"
    rf"geeist|gevraagd|te stellen|required)",
)
_NUMBER = r"(?:\d[\d.,]*|een|twee|drie|vier|vijf|zes)"
_ALONE = (
    r"(?:zelfstandige?|individuele?|afzonderlijke?|enkele?) (?:inschrijv\w+|ondernem\w+|partij\w*|"
    r"gegadigden?)"
)
_MORE_THAN_ALONE = words(
    rf"{_GROUP.pattern} {gap(10, commas=True)}{_NUMBER} {gap(14, commas=True)}{_ALONE} {gap(6)}{_NUMBER}"
)
_ALIKE = words(r"net (?:als|zo)", r"evenals", r"evenveel", r"zowel", r"dezelfde", r"hetzelfde", r"gelijke?")
_SIZE = words(
    rf"(?:penvoerder|lid|leden|combinant\w*|deelnemers?) {gap(7)}(?:ten minste|minimaal|minstens|tenminste) "
    r"\d+ ?(?:%|procent)",
    rf"(?:leden|combinanten|deelnemers|ondernemingen|partijen) {gap(4)}(?:beperkt tot|maximaal|hooguit|"
    rf"ten hoogste|"
    rf"gemaximeerd op) {gap(1)}(?:\d+|een|twee|drie|vier|vijf)",
    r"met (?:niet meer dan|ten hoogste|maximaal|hooguit|meer dan) (?:\d+|twee|drie|vier|vijf)(?= (?:zijn|"
    r"personen|partijen)|[.,]|$)",
    rf"(?:meer dan|more than|groter dan|bestaan\w* uit meer dan) {gap(1)}(?:\d+|een|twee|drie|vier|vijf|"
    rf"two|three|four|"
    rf"five) {gap(1)}(?:leden|deelnemers|partijen|combinanten|ondernem\w+|bedrijven|members|partners|"
    rf"combinatieleden|"
    rf"inschrijvers)",
    rf"(?:hooguit|maximaal|ten hoogste|niet meer dan|maximum van|maximum|at most) {gap(1)}(?:\d+|een|twee|"
    rf"drie|vier|"
    rf"vijf|two|three|four|five) {gap(1)}(?:leden|deelnemers|partijen|combinanten|ondernem\w+|bedrijven|"
    rf"members|"
    r"partners|combinatieleden|inschrijvers)",
)
_EACH_MEMBER = words(
    rf"(?:elk|ieder|elke|iedere) (?:combinant|combinatielid|lid|deelnemer) {gap(3)}(?:over|aan) {gap(8)}"
    r"(?:referenties|omzet\w*|geschiktheidseisen|kerncompetenties)",
    rf"per (?:lid|combinant|deelnemer|combinatielid) {gap(3)}(?:\w*referenties?|omzet\w*|\w*eis\w*|"
    rf"kerncompetentie\w*)",
    rf"(?:ieder|elk) (?:voor|op) zich\w* {gap(8)}(?:\w*eis\w*|\w*omzet\w*|referentie\w*|draagkracht|"
    rf"kerncompetenties)",
    rf"(?:elk\w*|ieder\w*|alle) {gap(7)}(?:volledig|geheel|zelfstandig|op eigen kracht|op zichzelf|voor "
    rf"100%|onverkort) {gap(5)}"
    rf"(?:voldoe\w*|geschikt|beschik\w*|aan)",
    rf"(?:elk\w*|ieder\w*|alle|each|every) {gap(7)}(?:zelf\w*|afzonderlijk|individueel|apart|volledig|each) "
    rf"{gap(6)}(?:geschiktheidseis\w*|\w*eisen|omzet\w*|referentie\w*|draagkracht|kerncompetenties)",
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
    rf"(?:ondernem\w+|bedrijven|partijen|wie) {gap(1)}(?:alleen|enkel|slechts|uitsluitend) {gap(8)}"
    r"(?:ter beschikking|inbreng\w*|uitlen\w*|beschikbaar)",
    r"(?:een|die|de) ander",
    rf"op wie {gap(5)}beroep\w*",
    rf"beroep {gap(3)}(?:doe\w*|gedaan)",
    r"(?:moeder|dochter|zuster)(?:maatschappij|bedrijf|onderneming)",
    r"third part(?:y|ies)",
    r"subcontractors?",
    r"relied on",
)
_LIABLE = words(r"hoofdelijk\w*", r"jointly(?: and severally)?", r"joint(?:ly)? liab\w+")
_FINANCIAL = words(
    r"financi\w+",
    r"economische?",
    r"financial",
    r"omzet\w*",
    r"\w*vermogen\w*",
    r"solvabiliteit\w*",
    r"\w*draagkracht",
    r"kredietwaardig\w*",
)
_ABILITY = words(
    r"technisch\w*",
    r"beroepsbekwaam\w*",
    r"bekwaamheid",
    r"referenties?",
    r"vakbekwaam\w*",
    r"vakkennis",
    r"ervaring",
    r"technical",
)


def legal_form_at_the_bid(line: str) -> re.Match[str] | None:
    """A group must take a legal form to bid; after award it may have to (art. 2.52 lid 7 Aw)."""
    if (
        not _GROUP.search(line)
        or _AFTER_AWARD.search(line)
        or (_FREE.search(line) and not _CANNOT.search(line))
    ):
        return None
    return _FORM.search(line) if _CANNOT.search(line) else first_demanded(_FORM, line)


def group_shut_out(line: str) -> re.Match[str] | None:
    """No group may bid, or only a small one, or each member must meet everything by itself."""
    shut_out = _SHUT_OUT.search(line)
    if shut_out or not _GROUP.search(line):
        return shut_out if shut_out and _GROUP.search(line) else None
    if _MORE_THAN_ALONE.search(line) and not _ALIKE.search(line):
        return _MORE_THAN_ALONE.search(line)
    return next(
        (
            match
            for pattern in (_SIZE, _EACH_MEMBER, _HEAVIER)
            if (match := pattern.search(line)) and not is_negated(line, match)
        ),
        None,
    )


def liable_beyond_finance(line: str) -> re.Match[str] | None:
    """Those whose ability is borrowed must be liable, while that is for financial standing only."""
    if not _LENDER.search(line):
        return None
    if _FINANCIAL.search(line) and not _ABILITY.search(line):
        return None
    return first_demanded(_LIABLE, line)
