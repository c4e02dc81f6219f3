"""The annexes that follow from the award and from the clauses: what was promised, and what is due when."""

from collections.abc import Iterator, Sequence

from clauses.assembly.anchors import anchor_of
from clauses.assembly.assemble import Assembly
from clauses.assembly.award import Award, Promise
from clauses.assembly.obligation import Obligation
from clauses.assembly.obligations import obligations
from clauses.assembly.promised import GENERAL_CLAUSE
from clauses.assembly.timing_words import PARTY_WORDS, timing
from clauses.assembly.variables import long_date
from procurement.documents import compose, model
from procurement.language import Text

PROMISES = Text(nl="Toezeggingen uit de inschrijving", en="Promises from the bid")
TERMS = Text(nl="Wat wanneer wordt verwacht", en="What is due when")
_PROMISED_BY = Text(
    nl="Deze waarden en afspraken uit inschrijving {bid} van {bidder} zijn bij de gunning meegewogen. "
    "Zij zijn daarom verplichtingen van Opdrachtnemer. De woorden zijn die van de inschrijving.",
    en="These values and arrangements from bid {bid} of {bidder} counted at the award. They are therefore "
    "obligations of the Contractor. The words are those of the bid.",
)
_SOURCE = Text(
    nl="Inschrijving {bid}, gunningscriterium {criterion}, {day}. Gevraagd: {asked}",
    en="Bid {bid}, award criterion {criterion}, {day}. Asked: {asked}",
)
_PROOF = Text(nl=" Bewijs: {proof}", en=" Proof: {proof}")
_CRITERION = Text(nl="Gunningscriterium", en="Award criterion")
_PROMISED = Text(nl="Toegezegd", en="Promised")
_OWN_WORDS = Text(nl="In de woorden van de inschrijving", en="In the words of the bid")
_ARTICLE = Text(nl="Artikel", en="Article")
_TERMS_FOLLOW = Text(
    nl="Dit overzicht volgt uit de artikelen. Bij verschil gaat het artikel voor. Datums staan er zodra de "
    "ingangsdatum en de einddatum zijn ingevuld.",
    en="This overview follows from the articles. Where they differ, the article prevails. Dates appear once "
    "the first and last day are filled in.",
)
_WHAT = Text(nl="Wat", en="What")
_WHO = Text(nl="Wie", en="Who")
_WHEN = Text(nl="Wanneer", en="When")
_FIRST = Text(nl="Eerste keer", en="First time")
_NO_DAY = Text(nl="–", en="–")


def award_annex(assembly: Assembly, award: Award) -> tuple[model.Block, ...]:
    """Nothing for a contract without promises and without anything that is due."""
    due = obligations(assembly, award)
    return (*_promises(assembly, award), *_terms(assembly, due))


def _promises(assembly: Assembly, award: Award) -> Iterator[model.Block]:
    if not award.promises:
        return
    language, places = assembly.language, {clause.place for clause in assembly.clauses}
    yield compose.annex(PROMISES.to(language))
    yield compose.paragraph(_PROMISED_BY.to(language).format(bid=award.bid, bidder=award.bidder))
    columns = (
        compose.column(_CRITERION.to(language), 6),
        compose.column(_PROMISED.to(language), 4),
        compose.column(_OWN_WORDS.to(language), 8),
        compose.column(_ARTICLE.to(language), 2),
    )
    rows = [_promise_row(assembly, award, promise, places) for promise in award.promises]
    yield compose.table(columns, rows, alt=PROMISES.to(language))


def _promise_row(assembly: Assembly, award: Award, promise: Promise, places: set[str]) -> model.Row:
    language = assembly.language
    source = _SOURCE.to(language).format(
        bid=award.bid,
        criterion=promise.criterion,
        day=long_date(promise.stated_on, language),
        asked=promise.asked or promise.title,
    )
    if promise.proof:
        source += _PROOF.to(language).format(proof=promise.proof)
    name = compose.content(f"{promise.criterion} {promise.title}", compose.footnote(source))
    stated = " ".join(part for part in (promise.stated.to(language), promise.unit) if part)
    return compose.row(name, stated, promise.quote or stated, _article(promise, places))


def _article(promise: Promise, places: set[str]) -> model.Content:
    """The article that holds it, else the general one; a dash where the contract has neither."""
    held = next((place for place in (promise.clause, GENERAL_CLAUSE) if place in places), None)
    return compose.content(compose.ref(anchor_of(held)) if held else "–")


def _terms(assembly: Assembly, due: Sequence[Obligation]) -> Iterator[model.Block]:
    if not due:
        return
    language = assembly.language
    yield compose.annex(TERMS.to(language))
    yield compose.paragraph(_TERMS_FOLLOW.to(language))
    columns = (
        compose.column(_WHAT.to(language), 8),
        compose.column(_WHO.to(language), 4),
        compose.column(_WHEN.to(language), 6),
        compose.column(_FIRST.to(language), 4),
        compose.column(_ARTICLE.to(language), 2),
    )
    yield compose.table(columns, [_term_row(each, language) for each in due], alt=TERMS.to(language))


def _term_row(due: Obligation, language: str) -> model.Row:
    first = long_date(due.dates[0], language) if due.dates else _NO_DAY.to(language)
    return compose.row(
        due.title,
        PARTY_WORDS[due.party].to(language),
        timing(due, language),
        first,
        compose.content(compose.ref(due.anchor) if due.anchor else "–"),
    )
