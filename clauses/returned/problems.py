"""What is odd about a file that came back, in words: none of it is believed, all of it is told."""

from collections.abc import Iterator

from clauses.assembly.clause import LibraryClause
from clauses.returned.form import ContractForm
from clauses.returned.places import Found
from clauses.returned.reading import Claim, Returned
from procurement.incoming.text.values import HIDDEN
from procurement.language import Text

_LONGEST_ECHO = 60

_OTHER_TEXT = Text(
    nl="Dit bestand is gemaakt van een andere stand van het contract dan waarmee u vergelijkt. Verschillen "
    "kunnen ook daarvan komen.",
    en="This file was made from another state of the contract than the one you compare with. Differences may "
    "also come from that.",
)
_OTHER_VERSION = Text(
    nl="‘{title}’ is in het bestand gemerkt als versie {version} van de clausule. In dit contract staat "
    "versie {ours}, en daarmee is vergeleken.",
    en="‘{title}’ is marked in the file as version {version} of the clause. This contract has version "
    "{ours}, and that is what it was compared with.",
)
_OTHER_DIGEST = Text(
    nl="Het kenmerk van ‘{title}’ in het bestand is niet dat van versie {ours} van de clausule. Iemand "
    "veranderde het, of de clausule komt uit een ander contract. Vergeleken is met de tekst in dit contract.",
    en="The mark of ‘{title}’ in the file is not that of version {ours} of the clause. Somebody changed it, "
    "or the clause comes from another contract. It was compared with the text in this contract.",
)
_UNKNOWN = Text(
    nl="In het bestand staat een clausule met het kenmerk ‘{code}’. Die hoort niet bij dit contract en telt "
    "als toegevoegde tekst.",
    en="The file holds a clause with the mark ‘{code}’. It does not belong to this contract and counts as "
    "added text.",
)
_STRANGE = Text(
    nl="Het kenmerk ‘{code}’ in het bestand is niet van dit programma. De tekst telt als toegevoegd.",
    en="The mark ‘{code}’ in the file is not from this program. The text counts as added.",
)
_TWICE = Text(
    nl="‘{title}’ staat meer dan één keer in het bestand. De eerste keer is vergeleken, de rest telt als "
    "toegevoegde tekst.",
    en="‘{title}’ stands in the file more than once. The first was compared, the rest counts as added text.",
)
_HIDDEN = Text(
    nl="In het bestand is tekst doorgehaald, verborgen, heel klein of onleesbaar van kleur gemaakt: "
    "‘{text}’. Die telt als weggehaald.",
    en="Text in the file was struck through, hidden, made tiny, or given a colour that nobody can read: "
    "‘{text}’. It counts as taken out.",
)


def problems(form: ContractForm, returned: Returned, found: Found) -> Iterator[Text]:
    if returned.digest and form.digest and returned.digest != form.digest:
        yield _OTHER_TEXT
    for place in found.places:
        yield from _mark_problems(place.claim, place.form.clause)
    for claim in found.unknown:
        yield _UNKNOWN.format(code=claim.code[:_LONGEST_ECHO])
    for tag in returned.strange:
        yield _STRANGE.format(code=tag[:_LONGEST_ECHO])
    for code in found.twice:
        clause_form = form.of(code)
        if clause_form:
            yield _TWICE.format(title=clause_form.clause.title)
    for change in returned.changes:
        if change.kind == HIDDEN:
            yield _HIDDEN.format(text=change.text[:_LONGEST_ECHO])


def _mark_problems(claim: Claim | None, clause: LibraryClause) -> Iterator[Text]:
    """Of the mark on a clause of this contract. Another version has another digest: that is said once."""
    ours = str(clause.version)
    if claim and claim.version != ours:
        yield _OTHER_VERSION.format(title=clause.title, version=claim.version, ours=ours)
    elif claim and claim.digest and not clause.digest.startswith(claim.digest):
        yield _OTHER_DIGEST.format(title=clause.title, ours=ours)
