"""What is in a dossier: every file with its kind and its SHA-256, and where the log ended."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from tenders.dossier.faults import NOT_A_DOSSIER, OTHER_VERSION, Rejected

VERSION = "tenderwijzer-dossier/1"
MANIFEST = "manifest.json"
EVENTS = "events.jsonl"
PHASES = "records/phases.json"

PUBLICATION = "publication"
EVALUATION = "evaluation"
DOCUMENT = "document"
LETTER = "letter"
RECORD = "record"
LOG = "log"


@dataclass(frozen=True, slots=True)
class File:
    """`kind` says which checks it has to pass; see `tenders.dossier.verify`."""

    path: str
    kind: str
    content: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Which tender it is. `made_at` in ISO 8601, `head` as `SEQ:HASH`."""

    organisation: str
    tender: str
    title: str
    made_at: str
    head: str


@dataclass(frozen=True, slots=True)
class Listed:
    path: str
    kind: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    about: About
    files: tuple[Listed, ...]

    def text(self) -> bytes:
        """Canonical JSON."""
        data = {
            "version": VERSION,
            "about": asdict(self.about),
            "files": [asdict(each) for each in self.files],
        }
        return canonical(data)


def canonical(data: object) -> bytes:
    """JSON with sorted keys and no spaces, in UTF-8: equal data give equal bytes."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def manifest_of(about: About, files: Iterable[File]) -> Manifest:
    return Manifest(about, tuple(Listed(each.path, each.kind, each.digest) for each in files))


def seal_of(files: Iterable[File], told: Iterable[int]) -> str:
    """What the last event records: SHA-256 over all files but the log, and over which events it tells.

    `told` are the sequence numbers of the events that are not withheld, the last one excepted.
    """
    listed = sorted([each.path, each.kind, each.digest] for each in files if each.kind != LOG)
    return hashlib.sha256(canonical([listed, sorted(told)])).hexdigest()


def read_manifest(content: bytes) -> Manifest:
    """Raises `Rejected` for anything that `Manifest.text` would not have made."""
    try:
        data = json.loads(content)
        if data["version"] != VERSION:
            raise Rejected(MANIFEST, OTHER_VERSION.format(version=str(data["version"])))
        files = tuple(Listed(each["path"], each["kind"], each["sha256"]) for each in data["files"])
        manifest = Manifest(About(**data["about"]), files)
        same = manifest.text() == content and all(type(text) is str for text in _texts(manifest))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Rejected(MANIFEST, NOT_A_DOSSIER) from None
    if not same:
        raise Rejected(MANIFEST, NOT_A_DOSSIER)
    return manifest


def _texts(manifest: Manifest) -> list[object]:
    about = list(asdict(manifest.about).values())
    return about + [text for each in manifest.files for text in asdict(each).values()]
