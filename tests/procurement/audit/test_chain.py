"""Any change inside a chain is found, and found at the first event that no longer holds."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from procurement.audit.chain import GENESIS, Content, Link, content_hash, linked, verify
from procurement.audit.lines import withheld

TEXT = st.text(max_size=12)
FIELDS = ("at", "actor", "action", "subject", "details")


def chain_of(contents: list[tuple[str, ...]]) -> list[Link]:
    links: list[Link] = []
    for sequence, texts in enumerate(contents, 1):
        content = Content(sequence=sequence, **dict(zip(FIELDS, texts, strict=True)))
        links.append(linked(content, links[-1].hash if links else GENESIS))
    return links


def first_break(links: list[Link], known: str = "") -> int | None:
    broken = verify(links, known).broken
    return broken.sequence if broken else None


def content_of(link: Link) -> Content:
    assert link.content is not None
    return link.content


def edited(link: Link, field: str, text: str) -> Link:
    content = content_of(link)
    return replace(link, content=replace(content, **{field: getattr(content, field) + "·" + text}))


CHAINS = st.lists(st.tuples(*[TEXT] * len(FIELDS)), min_size=2, max_size=8).map(chain_of)


@given(CHAINS)
def test_an_untouched_chain_is_whole(links: list[Link]) -> None:
    assert first_break(links) is None


@given(CHAINS, st.sampled_from(FIELDS), TEXT, st.data())
def test_an_edited_event_is_found(links: list[Link], field: str, text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(links) - 1))

    broken = first_break([*links[:place], edited(links[place], field, text), *links[place + 1 :]])

    assert broken == place + 1


@given(CHAINS, st.data())
def test_an_edited_event_with_a_new_hash_breaks_the_next_one(links: list[Link], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(links) - 2))
    forged = linked(content_of(edited(links[place], "details", "")), links[place].previous_hash)

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


@given(CHAINS)
def test_a_cut_tail_is_found_against_the_head(links: list[Link]) -> None:
    head = f"{len(links)}:{links[-1].hash}"

    assert first_break(links, head) is None
    assert first_break(links[:-1], head) == len(links)
    assert first_break(links[:-1], links[-1].hash) == len(links) - 1


@given(CHAINS, st.data())
def test_a_chain_rewritten_from_some_event_on_is_found_against_the_head(
    links: list[Link], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(links) - 1))
    contents = [content_of(link) for link in links]
    contents[place] = replace(contents[place], details=contents[place].details + "·")
    forged: list[Link] = []
    for content in contents:
        forged.append(linked(content, forged[-1].hash if forged else GENESIS))

    assert first_break(forged) is None
    assert first_break(forged, f"{len(links)}:{links[-1].hash}") == len(links)


@given(CHAINS, st.data())
def test_a_head_of_some_time_ago_is_still_in_the_chain(links: list[Link], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(links) - 1))

    assert first_break(links, f"{place + 1}:{links[place].hash}") is None
    assert first_break(links, links[place].hash.upper()) is None


@given(CHAINS, st.data())
def test_an_event_may_be_withheld_and_the_chain_still_checked(links: list[Link], data: st.DataObject) -> None:
    hidden = data.draw(st.sets(st.integers(0, len(links) - 1)))

    told = [withheld(link) if place in hidden else link for place, link in enumerate(links)]

    found, whole = verify(told, links[-1].hash), verify(links)
    assert (found.head, found.broken) == (whole.head, whole.broken)


@given(CHAINS, st.data())
def test_a_withheld_event_cannot_be_exchanged(links: list[Link], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(links) - 1))
    other = replace(withheld(links[place]), content_hash="0" * 64)

    assert first_break([*links[:place], other, *links[place + 1 :]]) == place + 1


def test_a_head_that_is_no_number_is_not_in_the_chain() -> None:
    links = chain_of([("t", "1", "ab", "c", "{}")])

    assert first_break(links, f"x:{links[0].hash}") == -1


def test_text_cannot_slide_from_one_field_into_the_next() -> None:
    content = content_of(chain_of([("t", "1", "ab", "c", "{}")])[0])

    moved = replace(content, action="a", subject="bc")

    assert content_hash(moved) != content_hash(content)
