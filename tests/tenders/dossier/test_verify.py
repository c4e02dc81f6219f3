"""A dossier is accepted only when all in it goes together; a change of any byte is found."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from procurement.language import Text
from tenders.dossier import faults
from tenders.dossier.faults import Rejected
from tenders.dossier.manifest import File, canonical
from tenders.dossier.package import pack, unpack
from tenders.dossier.verify import verify_dossier
from tenders.scoring.files import canonical as canonical_tender
from tests.tenders.dossier import build

MUTATIONS = 3_000
OTHER = canonical_tender(replace(build.TENDER, title="Andere titel"))


def reason(data: bytes, known: str = "") -> tuple[str, str]:
    """The place and the beginning of the reason, up to what is filled in."""
    with pytest.raises(Rejected) as refused:
        verify_dossier(data, known)
    return refused.value.place, refused.value.reason.nl


def begin(text: Text) -> str:
    return text.nl.split("{")[0]


def with_file(path: str, content: bytes) -> list[File]:
    return [replace(each, content=content) if each.path == path else each for each in build.files()]


def with_event(place: int, **details: object) -> list[build.Happened]:
    events = build.happened()
    action, subject, told = events[place]
    events[place] = (action, subject, {**told, **details})
    return events


def test_an_untouched_dossier_is_accepted() -> None:
    accepted = verify_dossier(build.dossier())

    assert (accepted.files, accepted.events, accepted.told, accepted.rankings) == (6, 7, 5, 1)
    assert verify_dossier(build.dossier(), accepted.about.head) == accepted


def test_any_changed_byte_is_found() -> None:
    data, chance = build.dossier(), random.Random(2132)
    places = [chance.randrange(len(data)) for _ in range(MUTATIONS)]

    unnoticed = []
    for place in places:
        changed = data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]
        try:
            verify_dossier(changed)
        except Rejected:
            continue
        unnoticed.append(place)

    assert unnoticed == []


@pytest.mark.parametrize("cut", [0, 1, 21, 22, 100, 5000])
def test_a_cut_or_longer_dossier_is_found(cut: int) -> None:
    data = build.dossier()

    assert reason(data[: len(data) - cut - 1])[1] == faults.NOT_A_DOSSIER.nl
    assert reason(data + b"\0" * (cut + 1))[1] == faults.NOT_A_DOSSIER.nl


CHANGED_AND_SEALED_ANEW: dict[str, tuple[Callable[[], bytes], str, Text]] = {
    "another snapshot of the ranking": (
        lambda: build.dossier(with_file("evaluations/lot-1/1.json", OTHER)),
        "evaluations/lot-1/1.json",
        faults.NOT_RECORDED,
    ),
    "a snapshot left out": (
        lambda: build.dossier([each for each in build.files() if each.kind != "evaluation"]),
        "events.jsonl",
        faults.LEFT_OUT,
    ),
    "another document": (
        lambda: build.dossier(with_file("documents/gunningscriteria.docx", b"PK other")),
        "documents/gunningscriteria.docx",
        faults.NOT_RECORDED,
    ),
    "another ranking in the log": (
        lambda: build.dossier(events=with_event(4, ranking=build.RANKING[::-1])),
        "evaluations/lot-1/1.json",
        faults.OTHER_RANKING,
    ),
    "another winner": (
        lambda: build.dossier(events=with_event(5, winner="Z")),
        "events.jsonl",
        faults.OTHER_WINNER,
    ),
    "an award on another snapshot": (
        lambda: build.dossier(events=with_event(5, sha256="f" * 64)),
        "events.jsonl",
        faults.LEFT_OUT,
    ),
    "other phases": (
        lambda: build.dossier(with_file("records/phases.json", canonical([]))),
        "records/phases.json",
        faults.OTHER_PHASES,
    ),
    "phases that are none": (
        lambda: build.dossier(with_file("records/phases.json", b"{")),
        "records/phases.json",
        faults.OTHER_PHASES,
    ),
    "a seal of other files": (lambda: build.dossier(seal="0" * 64), "events.jsonl", faults.NOT_SEALED),
}


@pytest.mark.parametrize("case", CHANGED_AND_SEALED_ANEW)
def test_what_does_not_go_together_is_found(case: str) -> None:
    make, place, fault = CHANGED_AND_SEALED_ANEW[case]

    found = reason(make())

    assert (found[0], found[1].startswith(begin(fault))) == (place, True)


def test_a_changed_record_is_not_what_the_last_event_sealed() -> None:
    changed = with_file("records/scores.json", canonical([{"bid": "A", "value": "matig"}]))
    seal = build.sealed(build.files(), build.happened())

    assert reason(build.dossier(changed, seal=seal))[1] == faults.NOT_SEALED.nl


@pytest.mark.parametrize("action", ["lot.evaluated", "lot.awarded", "procedure.ask-legal-check"])
def test_an_event_of_this_tender_cannot_be_withheld(action: str) -> None:
    assert reason(build.dossier(hidden=action)) == ("events.jsonl", faults.NOT_SEALED.nl)


def test_a_dossier_made_anew_shows_against_the_head() -> None:
    head = verify_dossier(build.dossier()).about.head
    changed = build.dossier(with_file("records/scores.json", canonical([])))

    assert verify_dossier(changed).about.head != head
    assert reason(changed, head)[0] == "events.jsonl"


def test_a_log_without_its_last_event_is_refused() -> None:
    entries = unpack(build.dossier())
    lines = dict(entries)["events.jsonl"]
    cut = [
        (path, lines[: lines.rindex(b"\n", 0, -1) + 1] if path == "events.jsonl" else content)
        for path, content in entries
    ]

    assert reason(pack(cut))[0] == "events.jsonl"


def test_every_zip_program_reads_it() -> None:
    with zipfile.ZipFile(io.BytesIO(build.dossier())) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        content = archive.read("publications/1.json")

    assert names == [path for path, _content in unpack(build.dossier())]
    assert content == build.PUBLISHED


def zipped(*entries: tuple[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return stream.getvalue()


HOSTILE = {
    "nothing": b"",
    "no zip": b"%PDF-1.7",
    "an empty zip": zipped(),
    "a bomb": zipped(("manifest.json", b"0" * 50_000_000), compression=zipfile.ZIP_DEFLATED),
    "another zip program": zipped(("manifest.json", b"{}")),
    "a path out of the folder": pack([("manifest.json", b"{}"), ("../x.json", b"")]),
    "an absolute path": pack([("manifest.json", b"{}"), ("/etc/passwd", b"")]),
    "a drive": pack([("manifest.json", b"{}"), ("c:x", b"")]),
    "a backslash": pack([("manifest.json", b"{}"), ("a\\b", b"")]),
    "the same name twice": pack([("manifest.json", b"{}"), ("a.json", b""), ("a.json", b"")]),
    "a header that promises more": b"PK\3\4" + b"\xff" * 40,
    "no manifest": pack([("events.jsonl", b"")]),
    "a manifest that is no JSON": pack([("manifest.json", b"\xff")]),
    "a manifest that is a list": pack([("manifest.json", b"[]")]),
    "a deep manifest": pack([("manifest.json", b"[" * 100_000)]),
    "a manifest of another version": pack([("manifest.json", b'{"version":"tenderwijzer-dossier/9"}')]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(name: str) -> None:
    assert reason(HOSTILE[name])[0] in ("zip", "manifest.json")


@pytest.mark.parametrize("value", [1, None, [], {}])
def test_a_manifest_holds_texts_only(value: object) -> None:
    entries = dict(unpack(build.dossier()))
    data = json.loads(entries["manifest.json"])
    data["about"]["head"] = value
    entries["manifest.json"] = canonical(data)

    assert reason(pack(entries.items()))[0] == "manifest.json"
