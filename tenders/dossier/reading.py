"""Opening a dossier: the files of the manifest, no more and no fewer, each with the content it names."""

from dataclasses import dataclass

from tenders.dossier.faults import OTHER_CONTENT, OTHER_FILES, Rejected, not_a_dossier
from tenders.dossier.manifest import MANIFEST, About, File, read_manifest
from tenders.dossier.package import unpack


@dataclass(frozen=True, slots=True)
class Dossier:
    about: About
    files: tuple[File, ...]

    def of_kind(self, kind: str) -> list[File]:
        return [each for each in self.files if each.kind == kind]

    def file(self, path: str) -> File:
        """Raises `Rejected` when it is not there."""
        for each in self.files:
            if each.path == path:
                return each
        raise Rejected(path, OTHER_FILES)


def read_dossier(data: bytes) -> Dossier:
    entries = unpack(data)
    if not entries or entries[0][0] != MANIFEST:
        raise not_a_dossier()
    manifest = read_manifest(entries[0][1])
    if [each.path for each in manifest.files] != [path for path, _content in entries[1:]]:
        raise Rejected(MANIFEST, OTHER_FILES)
    files = []
    for listed, (path, content) in zip(manifest.files, entries[1:], strict=True):
        file = File(path, listed.kind, content)
        if file.digest != listed.sha256:
            raise Rejected(path, OTHER_CONTENT)
        files.append(file)
    return Dossier(manifest.about, tuple(files))
