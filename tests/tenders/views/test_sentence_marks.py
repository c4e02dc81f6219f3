"""What differs between two sentences, word by word, and nothing is lost of either."""

from hypothesis import given
from hypothesis import strategies as st

from tenders.views.sentence_marks import Piece, marked


def test_a_word_that_comes_in_is_marked() -> None:
    old, new = marked("Volgens IEC 62623.", "Volgens IEC 62623 of gelijkwaardig.")

    assert old == (Piece("Volgens IEC 62623", False), Piece(".", False))
    assert new == (
        Piece("Volgens IEC 62623", False),
        Piece(" of gelijkwaardig", True),
        Piece(".", False),
    )


def test_a_word_that_is_replaced_is_marked_in_both() -> None:
    old, new = marked("identieke referenties", "vergelijkbare referenties")

    assert [piece.text for piece in (*old, *new) if piece.differs] == ["identieke", "vergelijkbare"]


@given(st.text(), st.text())
def test_the_pieces_make_up_both_sentences(before: str, after: str) -> None:
    old, new = marked(before, after)

    assert ("".join(piece.text for piece in old), "".join(piece.text for piece in new)) == (before, after)


@given(st.text())
def test_equal_sentences_do_not_differ(sentence: str) -> None:
    assert [piece for side in marked(sentence, sentence) for piece in side if piece.differs] == []


def test_a_sentence_of_pages_is_shown_without_marks() -> None:
    long = "woord " * 5_000

    old, new = marked(long, f"{long}erbij")

    assert (old, new) == ((Piece(long, False),), (Piece(f"{long}erbij", False),))
