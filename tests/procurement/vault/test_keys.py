"""The keys of a site: the first seals, all of them open; a file of keys is whole or not there."""

import stat
from pathlib import Path

import pytest

from procurement.vault.envelope import Context, new_key
from procurement.vault.errors import BadKey, Tampered, WrongKey
from procurement.vault.keys import (
    SiteKeys,
    Wrapped,
    encoded,
    key_id,
    make_key_file,
    read_key_file,
    read_keys,
)

PLACE = Context(organisation=1, tender=2, lot=3, vault="bids", part="key")


def test_a_wrapped_key_comes_back() -> None:
    keys, data_key = SiteKeys((new_key(),)), new_key()

    assert keys.unwrap(keys.wrap(data_key, PLACE), PLACE) == data_key


def test_the_first_key_seals_and_an_older_one_still_opens() -> None:
    old, new, data_key = new_key(), new_key(), new_key()
    before = SiteKeys((old,)).wrap(data_key, PLACE)
    both = SiteKeys((new, old))

    assert both.unwrap(before, PLACE) == data_key
    assert both.wrap(data_key, PLACE).key_id == key_id(new)


def test_a_key_that_is_gone_is_named() -> None:
    old = new_key()
    wrapped = SiteKeys((old,)).wrap(new_key(), PLACE)

    with pytest.raises(WrongKey, match=key_id(old)):
        SiteKeys((new_key(),)).unwrap(wrapped, PLACE)


def test_a_wrapped_key_of_another_vault_is_refused() -> None:
    keys = SiteKeys((new_key(),))
    wrapped = keys.wrap(new_key(), PLACE)

    with pytest.raises(Tampered):
        keys.unwrap(
            Wrapped(wrapped.content, wrapped.key_id), Context(organisation=1, tender=2, lot=3, vault="x")
        )


def test_keys_are_read_one_a_line_with_remarks() -> None:
    one, other = new_key(), new_key()

    assert read_keys(["# the newest", encoded(one), "", f" {encoded(other)} "]).keys == (one, other)


@pytest.mark.parametrize(
    "texts", [[], [""], ["# nothing"], ["short"], ["x" * 44], ["é"], [encoded(new_key())[:-4]]]
)
def test_what_is_no_key_is_refused(texts: list[str]) -> None:
    with pytest.raises(BadKey):
        read_keys(texts)


def test_a_refusal_shows_nothing_of_the_key() -> None:
    wrong = encoded(new_key())[:-5]

    with pytest.raises(BadKey) as refused:
        read_keys([wrong])

    assert wrong not in f"{refused.value} {refused.value.message}"


def test_a_key_file_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "data" / "vault.key"
    make_key_file(file)
    first = read_key_file(file)

    make_key_file(file)

    assert read_key_file(file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["vault.key"]


def test_a_missing_file_is_no_key(tmp_path: Path) -> None:
    with pytest.raises(BadKey):
        read_key_file(tmp_path / "vault.key")
