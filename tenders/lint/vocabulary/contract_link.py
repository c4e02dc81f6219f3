"""Words that tie something to the contract that is tendered, and words that say the contrary."""

from tenders.lint.vocabulary.patterns import gap, words

_CONTRACT = (
    r"(?:opdracht|uitvoering|overeenkomst|contract|levering(?:en)?|dienst|dienstverlening|werkzaamheden|"
    r"looptijd|project|aanbesteding|implementatie|raamovereenkomst)"
)
_FOR_THIS = words(
    rf"(?:voor|van|over|bij|tijdens|gedurende|in het kader van|ter uitvoering van|binnen|aan|onder|uit) "
    rf"{gap(4)}(?:deze|dit|de) {gap(2)}{_CONTRACT}",
    rf"(?:in performing|for|under|on) {gap(2)}(?:this|the) {gap(1)}(?:contract|agreement|delivery)",
)
NOT_FOR_THIS = words(
    rf"(?:ongeacht|los van|afgezien van) {gap(8)}(?:{_CONTRACT}|product|dienst)",
    rf"niet (?:alleen |slechts |uitsluitend |enkel |specifiek |per se )?(?:voor|binnen|in|bij|tijdens|aan|"
    rf"beperkt tot|gericht op|ten aanzien van|met betrekking tot|op) {gap(2)}(?:deze|de|dit|het) "
    rf"{gap(1)}(?:onderhavige )?{_CONTRACT}",
    rf"buiten {gap(2)}(?:deze|de|dit|het) {gap(1)}{_CONTRACT}",
    r"in het algemeen|als zodanig|in den brede|in brede zin|als geheel|in haar geheel|in zijn geheel|in "
    r"algemene zin",
    rf"(?:not (?:only|limited)|regardless of|outside) {gap(5)}(?:this|the) {gap(1)}(?:contract|agreement)",
)


def for_this_contract(line: str) -> bool:
    """Says that it is about this contract; "ongeacht of dat voor deze opdracht is" says the contrary."""
    return bool(_FOR_THIS.search(line)) and not beyond_this_contract(line)


def beyond_this_contract(line: str) -> bool:
    return bool(NOT_FOR_THIS.search(line))
