"""Putting a dossier together."""

from collections.abc import Sequence

from tenders.dossier.manifest import MANIFEST, About, File, manifest_of
from tenders.dossier.package import pack


def dossier_bytes(about: About, files: Sequence[File]) -> bytes:
    """One zip: the manifest and then every file, by path."""
    ordered = sorted(files, key=lambda each: each.path)
    manifest = manifest_of(about, ordered)
    return pack([(MANIFEST, manifest.text()), *((each.path, each.content) for each in ordered)])
