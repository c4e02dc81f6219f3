"""Windows of one assessor that save at one moment, on PostgreSQL, in real processes: nothing is lost."""

import multiprocessing
from collections.abc import Callable

import pytest
from django.db import connections

from tenders.models import Assessor, IndividualScore
from tenders.services.phases import Refused
from tenders.services.scoring_alone import StaleScore, make_ready, save_score
from tests import cast, panel

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WINDOWS, WORDS = 4, 12


def together(work: Callable[[int, int], None], assessor: int) -> list[int | None]:
    """Run `work` in so many processes of their own; gives their exit codes."""
    connections.close_all()
    context = multiprocessing.get_context("fork")
    windows = [context.Process(target=work, args=(number, assessor)) for number in range(WINDOWS)]
    for each in windows:
        each.start()
    for each in windows:
        each.join(60)
    return [each.exitcode for each in windows]


def save(who: Assessor, motivation: str, seen: int) -> None:
    bid, criterion = who.lot.bids.get(code="A"), panel.criterion(who.lot)
    save_score(
        assessor=who, bid=bid, criterion=criterion, value="goed", motivation=motivation, seen_version=seen,
        at=cast.NOW,
    )  # fmt: skip


def add_words(window: int, assessor: int) -> None:
    """Each window adds its words one by one to what it read last."""
    who = Assessor.objects.get(pk=assessor)
    for number in range(WORDS):
        while True:
            score = IndividualScore.objects.get(assessor=who)
            try:
                save(who, f"{score.motivation} w{window}-{number}", score.version)
            except StaleScore:
                continue
            break
    connections.close_all()


def save_once(window: int, assessor: int) -> None:
    try:
        save(Assessor.objects.get(pk=assessor), f"Tekst van venster {window}", 0)
    except StaleScore:
        raise SystemExit(9) from None
    finally:
        connections.close_all()


def finish_or_save(window: int, assessor: int) -> None:
    who = Assessor.objects.get(pk=assessor)
    try:
        if window:
            save(who, panel.WHY.format(code=f"A, gezien in venster {window},"), 1)
        else:
            make_ready(assessor=who, at=cast.NOW)
    except (StaleScore, Refused):
        raise SystemExit(9) from None
    finally:
        connections.close_all()


@pytest.fixture
def assessor() -> Assessor:
    return panel.declares(panel.assessor(panel.lot_in_assessment()))


def test_no_word_is_lost(assessor: Assessor) -> None:
    save(assessor, "begin", 0)

    codes = together(add_words, assessor.pk)

    words = IndividualScore.objects.get().motivation.split()
    assert codes == [0] * WINDOWS
    assert sorted(words[1:]) == sorted(f"w{window}-{n}" for window in range(WINDOWS) for n in range(WORDS))
    assert IndividualScore.objects.get().version == 1 + WINDOWS * WORDS


def test_of_first_saves_one_wins_and_the_others_are_told(assessor: Assessor) -> None:
    codes = together(save_once, assessor.pk)

    assert sorted(codes, key=str) == [0, 9, 9, 9]
    assert IndividualScore.objects.get().motivation == f"Tekst van venster {codes.index(0)}"


def test_after_final_no_window_saves(assessor: Assessor) -> None:
    panel.scores(assessor, A="goed", B="matig")

    codes = together(finish_or_save, assessor.pk)

    assessor.refresh_from_db()
    saved = IndividualScore.objects.get(bid__code="A")
    assert (codes[0], assessor.ready_at) == (0, cast.NOW)
    assert codes[1:].count(0) == saved.version - 1  # saved before it was final, or told
