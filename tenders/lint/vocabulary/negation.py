"""Words that say that something is not asked: "geen merk vereist", "ISO 14001 is niet verplicht"."""

import re
from collections.abc import Callable
from itertools import islice

from tenders.lint.vocabulary.patterns import gap, words

_MOST_PLACES = 20
_NOT = (
    r"(?<!\w)(?:geen(?! ander)|ga(?:at|an) niet over|noch|nooit|nergens|nimmer|ongeacht|los van|afgezien van|"
    r"onafhankelijk van|no|without|regardless of|zonder(?! (?:enige )?uitzondering)|"
    r"niet(?! (?:voldo|nakom|nalev|later|minder|meer|hoger|lager|langer|ouder|kleiner|groter|alleen|slechts|"
    r"beschik|over|in het bezit|tijdig|volledig|hebben|heeft))|"
    r"not(?! (?:only|comply|meet|less|more|later)))"
)
_NOT_ASKED = (
    r"(?<!\w)(?:niet|not|nergens) (?:\w+ )?(?:verlang\w*|vereis\w*|vereist|gevraagd|nodig|verplicht|"
    r"geeist|required|"
    r"necessary|de bedoeling|van belang|relevant)"
)
# What "other proof is not accepted" says is said of the other proof.
_ON = (
    r"(?:(?!(?:maar|doch|but|tenzij|unless|ander\w*|overige|alternatie\w*|other|eigen|soortgelijke?) )"
    r"[^\s;:()]++ ){0,12}"
)
_BEFORE = re.compile(
    rf"(?:{_NOT_ASKED}(?: (?:dat|om|te|that|to))? {gap(11, commas=True)}|{_NOT} (?:{gap(5)}|{gap(8)}(?:of|"
    rf"or|noch) (?:(?:de|het|een|the|an?) )?))\W*$",
    re.IGNORECASE,
)
_BEFORE_REACH = 90  # characters looked back for it
_ASKED = (
    r"(?:vereist|verplicht|nodig|noodzakelijk|gevraagd|geeist|verlangd|toegestaan|toegelaten|aanvaard|"
    r"geaccepteerd|verwacht|"
    r"meegewogen|gewogen|meegenomen|meegeteld|meetellen|beoordeeld|gewaardeerd|gescoord|van belang|relevant|"
    r"van toepassing|"
    r"meegerekend|gehonoreerd|betrokken|opgelegd|gehanteerd|meewegen|gesteld|doorslaggevend|ter zake|"
    r"verlangen|"
    r"voorgeschreven|de bedoeling|bepalend|worden verlangd|worden gevraagd|worden geeist|"
    r"required|needed|necessary|mandatory|allowed|accepted|considered|scored)"
)
_OUGHT = (
    r"(?:ouder|verlopen|ontbreken|meer|minder|langer|later|hoger|lager|afwijken|worden (?:vervangen|"
    r"gewijzigd|ingetrokken))"
)
_AFTER = re.compile(
    rf"^.{{0,100}}?, (?:dan mag|dan mogen|it may|they may) {gap(7)}(?:verwijzen|volstaan|refer|suffice)\b|"
    r"^.{0,100}?\b(?:vraagt|vragen|verlangt|verlangen|eist|eisen) (?:\w+ )?(?:geen|niet)\b|"
    rf"^\S* ?{_ON}(?:(?:niet|nergens|nimmer) {gap(3)}{_ASKED}|tel\w* {gap(8)}(?:niet|nergens) mee|"
    rf"we(?:egt|gen) {gap(5)}niet|leid\w* {gap(3)}niet tot|"
    rf"(?:is|zijn|vormt|geldt als) {gap(2)}geen {gap(2)}(?:eis|vereiste|voorwaarde|criterium|"
    rf"gunningscriterium|"
    r"verplichting|knock-out)|"
    rf"(?:speelt|spelen) {gap(5)}geen {gap(1)}rol|(?:heeft|hebben) {gap(3)}geen {gap(2)}(?:invloed|"
    rf"betekenis|waarde|gevolg\w*)|"
    rf"{gap(3)}geen {gap(2)}(?:waarde|betekenis|gewicht|punten) {gap(2)}(?:toegekend|gehecht)|(?:is|zijn) "
    rf"{gap(2)}(?:irrelevant|vrij te kiezen|aan de inschrijver)|(?:levert|leveren|geeft|geven|krijgt|"
    rf"krijgen) {gap(5)}geen "
    r"(?:extra )?punten|"
    rf"blij[fv]\w* {gap(8)}buiten beschouwing|buiten beschouwing gelaten|hoeft {gap(5)}niet|"
    rf"hoeven {gap(5)}niet|"
    rf"hoeft {gap(3)}geen|hoeven {gap(3)}geen|"
    rf"(?:is|are) not {gap(2)}{_ASKED}|(?:mag|mogen) {gap(4)}niet(?! {_OUGHT})|"
    rf"(?:(?<!is )(?<!zijn )(?:verplicht|dwingt)|obliges) (?!en ){gap(5)}(?:niet|not)|verplicht (?:is|"
    rf"zijn) (?:dat|dit|het|deze|die|u) {gap(1)}niet|"
    rf"{gap(4)}(?:maar|doch|but) {gap(2)}(?:niet|geen|not|no) {gap(1)}(?:nodig|verplicht|vereiste?|eis|"
    r"required|mandatory|needed))(?!\w)",
    re.IGNORECASE,
)
_AFTER_REACH = 140
_PUNISHED = words(
    r"uitgesloten",
    r"uitsluiting",
    r"terzijde",
    r"ongeldig\w*",
    r"afgewezen",
    r"knock-?out\w*",
    r"niet in behandeling",
    r"niet (?:\w+ ){0,3}in aanmerking",
    r"0 punten",
    r"nul punten",
    r"excluded",
    r"rejected",
)
_LACKS = re.compile(
    rf"(?<!\w)(?:zonder|without|(?:wie|die|dat|who|that) {gap(2)}(?:geen|niet|no|not)) {gap(5)}\W*$",
    re.IGNORECASE,
)
_AND_THEN_NOT = re.compile(
    rf"(?<!\w)(?:word\w*|is|zijn|kom\w*|mag|mogen|kan|kunnen|may|can|will|is|are) {gap(6)}"
    r"(?:niet|geen|not|no)(?!\w)",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    rf"(?<!\w)(?:bijvoorbeeld|bijv\.|bv\.|zoals|onder meer|onder andere|o\.a\.|denk aan|waaronder|e\.g\.|"
    rf"such as|for example|for instance) {gap(4, commas=True)}\W*$",
    re.IGNORECASE,
)


def is_negated(sentence: str, match: re.Match[str]) -> bool:
    """The sentence does not ask what was found; "wie geen ISO 14001 heeft, wordt uitgesloten" does ask it."""
    before, after = _before(sentence, match), sentence[match.end() : match.end() + _AFTER_REACH]
    if _LACKS.search(before) and _AND_THEN_NOT.search(after):
        return False  # two denials: "zonder ISO 14001 mag niemand"
    if _AFTER.search(after):
        return True
    return bool(_BEFORE.search(before)) and not _PUNISHED.search(sentence)


def is_example(sentence: str, match: re.Match[str]) -> bool:
    """What was found is one example of several: "een keurmerk zoals EPEAT"."""
    return bool(_EXAMPLE.search(_before(sentence, match)))


def _before(sentence: str, match: re.Match[str]) -> str:
    return sentence[max(0, match.start() - _BEFORE_REACH) : match.start()]


def first_demanded(
    pattern: re.Pattern[str], sentence: str, counts: Callable[[re.Match[str]], object] = bool
) -> re.Match[str] | None:
    """The first place where the pattern stands, counts and is not negated; twenty places are looked at."""
    for match in islice(pattern.finditer(sentence), _MOST_PLACES):
        if counts(match) and not is_negated(sentence, match):
            return match
    return None
