"""Windows of one assessor that save at one moment, on PostgreSQL, in real processes: nothing is lost."""

from functools import partial

import pytest

from tenders.models import Assessor, IndividualScore
from tenders.services.scoring_alone import StaleScore, make_ready, save_score
from tests import cast, panel
from tests.side_by_side import PEOPLE, REFUSED, together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WORDS = 12


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


def save_once(window: int, assessor: int) -> None:
    save(Assessor.objects.get(pk=assessor), f"Tekst van venster {window}", 0)


def save_over_the_first(window: int, assessor: int) -> None:
    save(Assessor.objects.get(pk=assessor), panel.WHY.format(code=f"A, gezien in venster {window},"), 1)


def finish(assessor: int) -> None:
    make_ready(assessor=Assessor.objects.get(pk=assessor), at=cast.NOW)


@pytest.fixture
def assessor() -> Assessor:
    return panel.declares(panel.assessor(panel.lot_in_assessment()))


def test_no_word_is_lost(assessor: Assessor) -> None:
    save(assessor, "begin", 0)

    codes = together(*(partial(add_words, window, assessor.pk) for window in range(PEOPLE)))

    words = IndividualScore.objects.get().motivation.split()
    assert codes == [0] * PEOPLE
    assert sorted(words[1:]) == sorted(f"w{window}-{n}" for window in range(PEOPLE) for n in range(WORDS))
    assert IndividualScore.objects.get().version == 1 + PEOPLE * WORDS


def test_of_first_saves_one_wins_and_the_others_are_told(assessor: Assessor) -> None:
    codes = together(*(partial(save_once, window, assessor.pk) for window in range(PEOPLE)))

    assert sorted(codes, key=str) == [0] + [REFUSED] * 3
    assert IndividualScore.objects.get().motivation == f"Tekst van venster {codes.index(0)}"


def test_after_final_no_window_saves(assessor: Assessor) -> None:
    panel.scores(assessor, A="goed", B="matig")

    codes = together(
        partial(finish, assessor.pk),
        *(partial(save_over_the_first, window, assessor.pk) for window in range(3)),
    )

    assessor.refresh_from_db()
    saved = IndividualScore.objects.get(bid__code="A")
    assert (codes[0], assessor.ready_at) == (0, cast.NOW)
    assert codes[1:].count(0) == saved.version - 1  # saved before it was final, or told
