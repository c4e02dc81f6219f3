"""Uploads stay in memory and within bounds."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from procurement import uploads

LIMIT = 1000


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_PER_FILE", LIMIT)
    monkeypatch.setattr(uploads, "MOST_PER_REQUEST", 3 * LIMIT)


def received(user: Any, *lengths: int) -> list[tuple[int, int]]:
    """Of each file of this many bytes: its size, and how much of it was kept."""
    files = [SimpleUploadedFile(f"{place}.bin", b"x" * length) for place, length in enumerate(lengths)]
    request = RequestFactory().post("/", {"files": files})
    request.user = user
    return [(file.size, len(file.read())) for file in request.FILES.getlist("files")]  # type: ignore[misc]


def test_a_file_within_the_bounds_is_kept_whole() -> None:
    assert received(User(), LIMIT, 0, 10) == [(LIMIT, LIMIT), (0, 0), (10, 10)]


def test_a_file_above_the_bound_says_so_and_is_not_kept() -> None:
    assert received(User(), LIMIT + 1) == [(LIMIT + 1, 0)]


def test_files_that_are_too_large_together_say_so() -> None:
    sizes = received(User(), LIMIT, LIMIT, LIMIT, 1)

    assert sizes == [(LIMIT, LIMIT)] * 3 + [(LIMIT + 1, 0)]


def test_nothing_is_kept_of_somebody_who_is_not_signed_in() -> None:
    assert received(AnonymousUser(), 10) == [(LIMIT + 1, 0)]


def test_no_file_is_written(tmp_path: Path, settings: Any) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    uploads.MOST_PER_FILE = uploads.MOST_PER_REQUEST = 10_000_000

    assert received(User(), 5_000_000) == [(5_000_000, 5_000_000)]
    assert list(tmp_path.iterdir()) == []
