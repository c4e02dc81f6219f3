"""The words by which a text accepts something equivalent or other proof, and how they are put in."""

import re
from functools import lru_cache

from tenders.lint.vocabulary.patterns import gap
from tenders.lint.wordings import lowered, on_one_line, plain

_MEANS = (
    r"(?:\w*keurmerk\w*|\w*labels?|eco-?labels?|\w*normen|norm|\w*standaard\w*|\w*standards?|\w*methoden?|"
    r"\w*methodes|\w*method|certificaat|certificaten|certificering|certificates?|instanties?|instelling\w*|"
    r"laboratori\w+|bod(?:y|ies)|\w*systeem|systemen|bewijs\w*)"
)
_ACCEPTS = re.compile(
    r"\bgelijkw(?:aardig\w*|\.)|\bequivalent\w*|\bdaarmee vergelijkba(?:ar|re)\b|\bgelijk te stellen\b|"
    r"\bo\.g\.|\bgelijkgesteld\w*|\bof (?:daaraan |daarmee )?(?:vergelijkbaar|gelijksoortig)(?! met\b)|"
    rf"\b(?:vergelijkba(?:ar|re)|soortgelijke?|ander\w* erkende?|comparable) (?:erkende? )?{_MEANS}|"
    rf"\b{_MEANS} (?:dat|die|met|waarvan|with) {gap(5)}(?:dezelfde|hetzelfde|gelijke|vergelijkbare|"
    r"minstens even|ten minste even|the same|similar) |"
    r"\b(?:van|met) (?:gelijke|dezelfde|vergelijkbare) (?:strekking|eisen|waarde|betekenis|inhoud|"
    r"kwaliteit)\b|"
    r"\bof (?:een )?daarmee overeenkomend\w*|\b(?:gelijkwaardigheid|equivalence)\b",
    re.IGNORECASE,
)
_WORD = r"(?!(?:of|or|dan|dat|die) )[^\s,;:()]++ "
_REFUSED = (
    r"(?:toegestaan|toegelaten|aanvaard|geaccepteerd|mogelijk|voldoende|geoorloofd|in aanmerking|"
    r"in behandeling|"
    r"meegenomen|accepted|allowed|permitted)"
)
_DENIES = re.compile(
    rf"\b(?:geen|zonder|niet|noch|no|not|without) (?:{_WORD}){{0,2}}(?:gelijkwaardig|equivalent)\w*|"
    rf"\b(?:gelijkwaardig|equivalent)\w* {gap(6)}(?:(?:niet|geen|not) {gap(2)}(?:{_REFUSED}|erkend|"
    rf"meegewogen)|uitgesloten|"
    rf"(?:volstaa\w+|voldoe\w+|tel\w+|gel\w+) (?:hier |dan |daarbij )?(?:niet|not)|afgewezen|geweigerd|"
    rf"terzijde|"
    rf"excluded|rejected)\b|\b(?:gelijkwaardigheid|equivalence) {gap(4)}(?:niet|geen|not|no)\b",
    re.IGNORECASE,
)
_LACKS = re.compile(rf"\b(?:zonder|without|(?:wie|die|dat|who|that) (?:geen|no)) {gap(8)}$", re.IGNORECASE)
_OTHER_PROOF = re.compile(
    rf"\b(?:ander(?:e|soortig|szins)?|alternatie(?:f|ve)|gelijkwaardig|passend|geschikt|elk|ieder|"
    rf"equivalent|other|any) "
    rf"{gap(3)}(?:bewijs\w*|middel(?:en)?|document\w*|onderbouwing|proof|evidence|means)\b|"
    r"\btechnisch(?:e)? dossier\b|\btechnisch(?:e)? documentatie\b|\btechnical (?:file|dossier|"
    r"documentation)\b|"
    rf"\bop (?:een )?andere (?:\w+ )?(?:wijze|manier) {gap(6)}aan\w*|\banderszins {gap(4)}aan\w*|"
    r"\bmet (?:elk|ieder)\w* (?:passend\w* )?(?:bewijs\w*|middel\w*)|\bop andere (?:wijze|manier)\b|"
    r"\bof (?:een )?(?:\w+ )?(?:testverslag|testrapport|meetverslag|meetrapport|specificatie|opgave|"
    r"productblad|meting|berekening|verklaring|eigen verklaring)\b|"
    r"\b(?:verklaring|dossier|documentatie|opgave) van (?:de|een|uw|zijn) (?:\w*fabrikant|\w*producent|"
    r"\w*leverancier|\w*fabriek|\w*maker)\b|\bfabrikant(?:en)?verklaring\b|\bin any other way\b|"
    r"\bverklaring van de \w*fabriek\b|\b(?:elke|iedere|welke) (?:\w+ )?(?:vorm|wijze|manier)\b|"
    r"\bmanufacturer'?s? (?:\w+ )?(?:file|declaration|statement|documentation)\b|\bvormvrij\b|"
    rf"\b(?:bewijs dat|proof that) {gap(4)}(?:aan )?(?:dezelfde eisen|meets? the same)|"
    r"\bandersoortig\w* \w+|\bbewijsmiddel(?:en)? naar keuze\b|\bdossier van de fabrikant\b",
    re.IGNORECASE,
)
_NEAR = r"(?:[^\s;:().]++ )"  # a word within the same sentence
_PROOF_REFUSED = re.compile(
    rf"\b(?:ander(?:e|s|soortig\w*)?|alternatie(?:f|ve)|technisch\w*|eigen|soortgelijke?|other|any other|"
    rf"technical) "
    rf"{_NEAR}{{0,14}}(?:(?:niet|geen|not) {_NEAR}{{0,3}}(?:{_REFUSED[3:-1]}|erkend|vervang\w*|meegewogen|"
    rf"gewaardeerd|"
    r"in plaats)|(?:volstaa\w+|voldoe\w+|telt|tellen) (?:hier |dan |daarbij )?niet|terzijde|buiten "
    r"beschouwing|"
    r"afgewezen|geweigerd|uitgesloten|rejected|disregarded)"
    rf"|\bniet {_NEAR}{{0,3}}(?:gecompenseerd|vervangen|ondervangen|gesteld) {_NEAR}{{0,4}}"
    r"(?:eigen|technisch) "
    r"|\bniet door (?:een |enig )?ander\w* |\bby no other\b|\bniets anders\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|of the|and|shall|must|with|has|is)\b", re.IGNORECASE)
_DUTCH = re.compile(r"\b(?:de|het|een|en|van|volgens|met|heeft)\b", re.IGNORECASE)
_TAIL = re.compile(r"[-/]?\w*")


def accepts_equivalents(sentence: str) -> bool:
    """Says yes to something equivalent; "gelijkwaardige normen worden niet aanvaard" says no."""
    return bool(_ACCEPTS.search(sentence)) and not denies_equivalents(sentence)


def denies_equivalents(sentence: str) -> bool:
    """ "Zonder ISO 14001 of gelijkwaardig valt men af" denies nothing: who lacks both is refused."""
    found = _DENIES.search(sentence)
    return found is not None and not _LACKS.search(sentence[: found.start()])


def accepts_other_proof(text: str) -> bool:
    """A bidder may show in another way that it meets what is asked, for instance with a technical file."""
    return bool(_OTHER_PROOF.search(text)) and not refuses_other(text)


def refuses_other(text: str) -> bool:
    """Says no to equivalents or to other proof: words put in behind it would contradict the text."""
    read = plain(on_one_line(text))
    return denies_equivalents(read) or bool(_PROOF_REFUSED.search(read))


@lru_cache(maxsize=64)
def in_whole(text: str) -> tuple[bool, bool]:
    """Whether a passage as a whole accepts equivalents, and other proof; kept, for it may be asked often."""
    read = plain(on_one_line(text))
    return accepts_equivalents(read), accepts_other_proof(read)


def is_english(sentence: str) -> bool:
    return len(_ENGLISH.findall(sentence)) > len(_DUTCH.findall(sentence))


def with_equivalents(line: str, named: re.Pattern[str]) -> str:
    """The line with "of gelijkwaardig" put in behind the last thing named in it, and its compound."""
    return _put_in(line, named, " or equivalent" if is_english(line) else " of gelijkwaardig")


def with_other_proof(line: str, named: re.Pattern[str]) -> str:
    """The same, and the proof that others may bring who blamelessly have no label or report."""
    if accepts_equivalents(line):
        return _at_the_end(line)
    return _at_the_end(with_equivalents(line, named))


def _put_in(line: str, named: re.Pattern[str], words: str) -> str:
    read = plain(line)
    last = (list(named.finditer(read)) or list(named.finditer(lowered(read))))[-1]
    tail = _TAIL.match(line, last.end())
    end = tail.end() if tail else last.end()
    return f"{line[:end]}{words}{line[end:]}"


def _at_the_end(line: str) -> str:
    body = line.rstrip(".;!? ")
    mark = line[len(body) :].strip() or "."
    words = (
        ", or other suitable proof such as a technical file of the manufacturer if the bidder could not "
        "get it in "
        "time through no fault of its own"
        if is_english(line)
        else ", of ander passend bewijs, zoals een technisch dossier van de fabrikant, van wie het buiten "
        "zijn schuld "
        "niet op tijd kon krijgen"
    )
    return f"{body}{words}{mark}"
