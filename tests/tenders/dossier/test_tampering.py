"""Ten thousand ways to change a dossier: bytes, files in the zip, a list of contents that fits again, or
everything made anew. All are found, the last one against a head that was written down elsewhere.

Short by default; `MUTATIONS=10000` tries that many of each kind.
"""

import os
import random
from collections.abc import Callable
from dataclasses import asdict, replace

import pytest

from tenders.dossier.faults import Rejected
from tenders.dossier.manifest import MANIFEST, About, File, canonical, manifest_of, read_manifest
from tenders.dossier.package import Entry, pack, unpack
from tenders.dossier.verify import verify_dossier
from tests.tenders.dossier import build

MUTATIONS = int(os.environ.get("MUTATIONS", "400"))
Mutation = Callable[[bytes, random.Random], bytes]


def of_bytes(data: bytes, chance: random.Random) -> bytes:
    """A byte changed, removed or added; two stretches swapped; the end cut off or repeated."""
    place, other = sorted(chance.sample(range(1, len(data)), 2))
    return chance.choice([
        data[:place] + bytes([data[place] ^ chance.randrange(1, 256)]) + data[place + 1 :],
        data[:place] + data[place + 1 :],
        data[:place] + bytes([chance.randrange(256)]) + data[place:],
        data[place:other] + data[:place] + data[other:],
        data[:place],
        data + data[place:],
    ])  # fmt: skip


def of_the_files(data: bytes, chance: random.Random) -> bytes:
    """As somebody with a zip program would: a whole zip again, in which the files are not the same."""
    return pack(_changed(unpack(data), chance))


def with_a_list_that_fits(data: bytes, chance: random.Random) -> bytes:
    """The same, and the list of contents names the new digests."""
    [(_path, listed), *entries] = unpack(data)
    old = read_manifest(listed)
    kinds = {each.path: each.kind for each in old.files}
    entries = _changed(entries, chance)
    files = [File(path, kinds.get(path, "record"), content) for path, content in entries]
    return pack([(MANIFEST, manifest_of(old.about, files).text()), *entries])


def with_another_front(data: bytes, chance: random.Random) -> bytes:
    """Another organisation, tender, title or moment on the list of contents, and nothing else."""
    [(_path, listed), *entries] = unpack(data)
    about = asdict(read_manifest(listed).about)
    about[chance.choice(sorted(about))] += str(chance.randrange(10))
    manifest = replace(read_manifest(listed), about=About(**about))
    return pack([(MANIFEST, manifest.text()), *entries])


def made_anew(data: bytes, chance: random.Random) -> bytes:
    """Another file or another event, and after it a seal, a chain and a list that all fit again."""
    files, events = build.files(), build.happened()
    place = chance.randrange(len(files) + len(events))
    if place < len(files):
        files[place] = replace(files[place], content=_with_other_byte(files[place].content, chance))
    else:
        action, subject, told = events[place - len(files)]
        events[place - len(files)] = (action, subject, {**told, "by": chance.randrange(10**9)})
    return build.dossier(files, events)


def _changed(entries: list[Entry], chance: random.Random) -> list[Entry]:
    """A byte of a file, a file left out, added or renamed, or two files with each other's content."""
    made, (first, second) = list(entries), chance.sample(range(len(entries)), 2)
    path, content = made[first]
    kind = chance.randrange(5)
    if kind == 0:
        made[first] = (path, _with_other_byte(content, chance))
    elif kind == 1:
        del made[first]
    elif kind == 2:
        made.insert(first, (f"records/{chance.randrange(10**6)}.json", b"[]"))
    elif kind == 3:
        made[first] = (f"records/{chance.randrange(10**6)}.json", content)
    else:
        made[first], made[second] = (path, made[second][1]), (made[second][0], content)
    return made


def _with_other_byte(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + bytes([content[place] ^ chance.randrange(1, 256)]) + content[place + 1 :]


def is_accepted(data: bytes, known: str) -> bool:
    try:
        verify_dossier(data, known)
    except Rejected:
        return False
    return True


@pytest.mark.parametrize(
    "mutation", [of_bytes, of_the_files, with_a_list_that_fits, with_another_front, made_anew]
)
def test_every_mutation_is_found(mutation: Mutation) -> None:
    whole, chance = build.dossier(), random.Random(2132)
    head = verify_dossier(whole).about.head

    unnoticed = [
        changed
        for changed in (mutation(whole, chance) for _ in range(MUTATIONS))
        if changed != whole and is_accepted(changed, head)
    ]

    assert unnoticed == []
    assert is_accepted(whole, head) is True


def test_only_a_head_from_elsewhere_finds_a_dossier_that_was_made_anew() -> None:
    head = verify_dossier(build.dossier()).about.head
    scores = replace(build.files()[-1], content=canonical([{"bid": "A", "value": "matig"}]))
    forged = build.dossier([*build.files()[:-1], scores])

    assert (is_accepted(forged, ""), is_accepted(forged, head)) == (True, False)
