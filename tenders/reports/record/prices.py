"""Item g, the bids that looked abnormally low; and the prices that came later than the others."""

from collections.abc import Iterator

from procurement.citations import cite
from procurement.documents.compose import bullets, column, content, heading, paragraph, row, table
from procurement.documents.model import Block, Content
from procurement.language import Text
from tenders.procedure.low_bids import BELOW_ESTIMATE, BELOW_MEAN, BELOW_NEXT
from tenders.reports.edition import Edition
from tenders.reports.legal import all_cited
from tenders.reports.quoted import MARK, in_one_line, lines, quoting, quoting_at, quoting_within
from tenders.reports.record.model import Explanation, LaterPrice, LowBid, NotAsked, Record
from tenders.reports.wording import Wording

_NONE = Text(
    nl="Geen prijs gaf een signaal en aan geen inschrijver is gevraagd zijn prijs toe te lichten.",
    en="No price gave a signal and no bidder was asked to explain its price.",
)
_NO_LOW_BIDS = Text(
    nl="Niet van toepassing: er is geen inschrijving als abnormaal laag afgewezen.",
    en="Not applicable: no bid was rejected as abnormally low.",
)
_REJECTED = Text(
    nl="{bidder}: op {day} is om een toelichting gevraagd. Oordeel: {outcome}. {reason}",
    en="{bidder}: an explanation was requested on {day}. Judgement: {outcome}. {reason}",
)
_RULE = Text(
    nl="De wet noemt geen getal ({basis}). De aanbestedende dienst kijkt naar een prijs van nul of minder, "
    "{mean} of meer onder het gemiddelde van ten minste twee andere prijzen, {next} of meer onder de "
    "eerstvolgende prijs, en {estimate} of meer onder de raming. Dit zijn eigen grenzen; zij zijn "
    "niet bekendgemaakt. Een signaal wijst niemand af.",
    en="The Act names no figure ({basis}). The authority looks at a price of zero or less, {mean} or more "
    "below the mean of at least two other prices, {next} or more below the next price up, and {estimate} or "
    "more below the estimate. These thresholds are its own practice and were not published. A signal rejects "
    "nobody.",
)
_BIDDER = Text(nl="Inschrijver", en="Bidder")
_SIGNAL = Text(nl="Signaal", en="Signal")
_DONE = Text(nl="Vraag, antwoord en oordeel", en="Question, answer and judgement")
_NO_SIGNAL = Text(nl="geen; gevraagd zonder signaal", en="none; asked without a signal")
_ASKED = Text(
    nl="Gevraagd op {moment} door {by}, te beantwoorden tot en met {until}: {question}",
    en="Asked on {moment} by {by}, to be answered by {until}: {question}",
)
_ANSWER = Text(nl="Antwoord: {answer}", en="Answer: {answer}")
_NO_ANSWER = Text(nl="Er kwam geen antwoord.", en="No answer came.")
_JUDGED = Text(
    nl="Oordeel van {moment}: {outcome}. {reason}", en="Judgement of {moment}: {outcome}. {reason}"
)
_OPEN = Text(nl="Nog niet beoordeeld.", en="Not judged yet.")
_NOT_ASKED = Text(
    nl="Niets gevraagd. {by} legde op {moment} vast waarom: {reason}",
    en="Nothing was asked. {by} recorded why on {moment}: {reason}",
)
_NEITHER = Text(
    nl="Niets gevraagd en niets vastgelegd: deze inschrijving is niet gekozen.",
    en="Nothing was asked and nothing was recorded: this bid was not chosen.",
)
_LATER = Text(nl="Prijzen die later kwamen dan de andere", en="Prices that came later than the others")
_NONE_LATER = Text(
    nl="Geen prijs is na het uiterste tijdstip in de kluis gelegd, en geen is later geopend dan de andere.",
    en="No price was put into the vault after the deadline, and none was opened later than the others.",
)
_PUT_IN = Text(
    nl="{bidder}: na het uiterste tijdstip in de kluis gelegd op {moment}, door {people}.",
    en="{bidder}: put into the vault after the deadline on {moment}, by {people}.",
)
_OPENED_LATER = Text(
    nl="{bidder}: geopend op {moment}. De andere prijzen waren toen al bekend, sinds {others}.",
    en="{bidder}: opened on {moment}. The other prices were known by then, since {others}.",
)
_OPENED = Text(nl="Geopend op {moment}.", en="Opened on {moment}.")
_NOT_OPENED = Text(nl="Niet geopend.", en="Not opened.")
_WHY = Text(nl="Reden: {reason}", en="Reason: {reason}")


def low_bids(edition: Edition, record: Record, say: Wording) -> Iterator[Block]:
    """What the article asks, the rejected, and then every signal with what came of it."""
    rejected = list(_rejected(record, say))
    yield bullets(*rejected) if rejected else paragraph(say(_NO_LOW_BIDS))
    if not record.low_bids:
        yield paragraph(say(_NONE))
        return
    yield paragraph(_rule(say))
    columns = (column(say(_BIDDER), 3), column(say(_SIGNAL), 5), column(say(_DONE), 8))
    rows = (
        row(each.bidder, "\n".join(_signals(each, say)), lines(_done(each, say))) for each in record.low_bids
    )
    yield table(columns, rows, alt=say(_SIGNAL))


def _rule(say: Wording) -> str:
    shown = {"mean": BELOW_MEAN, "next": BELOW_NEXT, "estimate": BELOW_ESTIMATE}
    limits = {name: say.percent(limit) for name, limit in shown.items()}
    return say(_RULE, basis=all_cited([cite("aw2012:2.116(1)")], say), **limits)


def _rejected(record: Record, say: Wording) -> Iterator[Content]:
    for each in record.low_bids:
        for asked in each.asked:
            if asked.is_rejected and asked.outcome is not None:
                day, outcome = say.day(asked.asked_at.date()), say(asked.outcome)
                told = say(_REJECTED, bidder=each.bidder, day=day, outcome=outcome, reason=MARK)
                yield quoting_at(told, asked.reason, say)


def _signals(each: LowBid, say: Wording) -> Iterator[str]:
    if not each.signals:
        yield say(_NO_SIGNAL)
    for words in each.signals:
        yield say(words)


def _done(each: LowBid, say: Wording) -> Iterator[Content]:
    for asked in each.asked:
        yield from _explained(asked, say)
    if each.not_asked is not None:
        yield _not_asked(each.not_asked, say)
    elif not each.asked:
        yield content(say(_NEITHER))


def _explained(asked: Explanation, say: Wording) -> Iterator[Content]:
    moment, until = say.moment(asked.asked_at), say.day(asked.answer_by)
    told = say(_ASKED, moment=moment, by=asked.asked_by, until=until, question=asked.question)
    yield quoting_within(told, [asked.question], say)
    yield quoting(_ANSWER, say, answer=asked.answer) if asked.answer else content(say(_NO_ANSWER))
    if asked.outcome is None or asked.judged_at is None:
        yield content(say(_OPEN))
    else:
        judged = say.moment(asked.judged_at)
        told = say(_JUDGED, moment=judged, outcome=asked.outcome, reason=asked.reason).strip()
        yield quoting_within(told, [asked.reason], say)


def _not_asked(left: NotAsked, say: Wording) -> Content:
    told = say(_NOT_ASKED, by=left.by, moment=say.moment(left.at), reason=left.reason)
    return quoting_within(told, [left.reason], say)


def later_prices(record: Record, say: Wording) -> Iterator[Block]:
    yield heading(1, say(_LATER), numbered=False)
    if not record.later_prices:
        yield paragraph(say(_NONE_LATER))
        return
    yield bullets(*(in_one_line(_told(each, say)) for each in record.later_prices))


def _told(each: LaterPrice, say: Wording) -> Iterator[Content]:
    if each.put_in_at is not None:
        people = ", ".join(each.people)
        moment = say.moment(each.put_in_at)
        yield content(say(_PUT_IN, bidder=each.bidder, moment=moment, people=people))
    if each.opened_at is not None and each.others_at is not None:
        moment, others = say.moment(each.opened_at), say.moment(each.others_at)
        yield content(say(_OPENED_LATER, bidder=each.bidder, moment=moment, others=others))
    elif each.opened_at is not None:
        yield content(say(_OPENED, moment=say.moment(each.opened_at)))
    else:
        yield content(say(_NOT_OPENED))
    if each.reason:
        yield quoting_at(say(_WHY, reason=MARK), each.reason, say)
