"""Any change inside a chain is found, and found at the first event that no longer holds."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from procurement.audit.chain import GENESIS, Link, first_break, link_hash

TEXT = st.text(max_size=12)
FIELDS = ("at", "actor", "action", "subject", "details")


def chain_of(contents: list[tuple[str, ...]]) -> list[Link]:
    links: list[Link] = []
    for sequence, content in enumerate(contents, 1):
        previous = links[-1].hash if links else GENESIS
        link = Link(sequence=sequence, previous_hash=previous, **dict(zip(FIELDS, content, strict=True)))
        links.append(replace(link, hash=link_hash(link)))
    return links


CHAINS = st.lists(st.tuples(*[TEXT] * len(FIELDS)), min_size=2, max_size=8).map(chain_of)


@given(CHAINS)
def test_an_untouched_chain_is_whole(links: list[Link]) -> None:
    assert first_break(links) is None


@given(CHAINS, st.sampled_from(FIELDS), TEXT, st.data())
def test_an_edited_event_is_found(links: list[Link], field: str, text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(links) - 1))
    edited = replace(links[place], **{field: getattr(links[place], field) + "·" + text})

    broken = first_break([*links[:place], edited, *links[place + 1 :]])

    assert broken == place + 1


@given(CHAINS, st.data())
def test_an_edited_event_with_a_new_hash_breaks_the_next_one(links: list[Link], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(links) - 2))
    edited = replace(links[place], details=links[place].details + "·")
    forged = replace(edited, hash=link_hash(edited))

    broken = first_break([*links[:place], forged, *links[place + 1 :]])

    assert broken == place + 2


@given(CHAINS, st.data())
def test_a_deleted_event_is_found(links: list[Link], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(links) - 2))

    broken = first_break(links[:place] + links[place + 1 :])

    assert broken == place + 1


@given(CHAINS, st.data())
def test_two_swapped_events_are_found(links: list[Link], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(links) - 2))
    second = data.draw(st.integers(first + 1, len(links) - 1))
    links[first], links[second] = links[second], links[first]

    broken = first_break(links)

    assert broken == first + 1


@given(CHAINS, st.data())
def test_a_repeated_event_is_found(links: list[Link], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(links) - 1))

    broken = first_break([*links[: place + 1], *links[place:]])

    assert broken == place + 2


@given(CHAINS)
def test_a_cut_tail_leaves_a_whole_chain_with_another_head(links: list[Link]) -> None:
    cut = links[:-1]

    assert first_break(cut) is None
    assert cut[-1].hash != links[-1].hash


def test_text_cannot_slide_from_one_field_into_the_next() -> None:
    link = chain_of([("t", "1", "ab", "c", "{}")])[0]

    moved = replace(link, action="a", subject="bc")

    assert link_hash(moved) != link_hash(link)
