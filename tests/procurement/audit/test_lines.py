"""An exported log: every mutation is found against the head that was written down."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procurement.audit.chain import GENESIS, Content, Link, linked
from procurement.audit.lines import line_of, links_in, text_of, verify_text, withheld

MUTATIONS = 10_000
TEXT = st.text(max_size=12)


def log(count: int = 12) -> list[Link]:
    links: list[Link] = []
    for sequence in range(1, count + 1):
        content = Content(
            sequence=sequence,
            at=f"2026-09-{sequence:02}T08:30:00.000000+00:00",
            actor=str(sequence % 3),
            action="lot.evaluated",
            subject=f"T-{sequence} / 1",
            details=f'{{"number":{sequence},"reden":"één \\n twee"}}',
        )
        links.append(linked(content, links[-1].hash if links else GENESIS))
    return links


def mutated(data: bytes, chance: random.Random) -> bytes:
    """One byte changed, removed or added, lines swapped or repeated, or the tail cut off."""
    place, kind = chance.randrange(len(data)), chance.randrange(6)
    if kind == 0:
        return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]
    if kind == 1:
        return data[:place] + data[place + 1 :]
    if kind == 2:
        return data[:place] + bytes([chance.randrange(256)]) + data[place:]
    lines = data.splitlines(keepends=True)
    first, second = sorted(chance.sample(range(len(lines)), 2))
    if kind == 3:
        lines[first], lines[second] = lines[second], lines[first]
    elif kind == 4:
        lines.insert(first, lines[second])
    else:
        del lines[second:]
    return b"".join(lines)


def is_accepted(data: bytes, known: str) -> bool:
    try:
        return verify_text(data.decode(), known).broken is None
    except UnicodeDecodeError:
        return False


def test_ten_thousand_random_mutations_are_all_found() -> None:
    links, chance = log(), random.Random(20261121)
    data, known = text_of(links).encode(), f"12:{links[-1].hash}"

    unnoticed = [
        text
        for text in (mutated(data, chance) for _ in range(MUTATIONS))
        if text != data and is_accepted(text, known)
    ]

    assert unnoticed == []
    assert is_accepted(data, known) is True


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_what_was_written_reads_back(told: list[tuple[str, str]]) -> None:
    links: list[Link] = []
    for sequence, (subject, details) in enumerate(told, 1):
        content = Content(sequence=sequence, at="", actor="", action="a", subject=subject, details=details)
        links.append(linked(content, links[-1].hash if links else GENESIS))

    assert list(links_in(text_of(links))) == links


def test_the_first_bad_line_is_named() -> None:
    lines = text_of(log()).splitlines(keepends=True)
    lines[4] = lines[4].replace("T-5", "T-6")
    lines[7] = "{}\n"

    broken = verify_text("".join(lines)).broken

    assert broken is not None
    assert broken.sequence == 5


@pytest.mark.parametrize(
    "line", ["", "[]", "1", "null", "{", "{}", '{"content":{}}', "[" * 100_000, '{"a":1,"a":1}', "NaN"]
)
def test_what_is_no_event_is_refused(line: str) -> None:
    broken = verify_text(text_of(log(2)) + line + "\n").broken

    assert broken is not None
    assert broken.sequence == 3


def test_an_export_withholds_nothing() -> None:
    links = log(3)
    text = text_of([links[0], withheld(links[1]), links[2]])

    broken = verify_text(text, links[2].hash).broken

    assert broken is not None
    assert broken.sequence == 2


def test_a_line_without_its_end_is_no_line() -> None:
    broken = verify_text(text_of(log(2)) + line_of(log(3)[2])).broken

    assert broken is not None
    assert broken.sequence == 3
