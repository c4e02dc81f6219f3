"""Uploads stay in memory and within bounds: no plain text of a bid ever stands in a temporary file."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST_PER_FILE = 20 * 1024 * 1024  # bytes
MOST_PER_REQUEST = 100 * 1024 * 1024


class BoundedMemoryUpload(FileUploadHandler):
    """Keeps each file in memory. What comes above a bound is dropped, and the file says that it is larger
    than a file may be, so that the form refuses it. Of somebody who is not signed in nothing is kept.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.kept_before = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept, self.content = 0, BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self._fits(len(raw_data)):
            self.content.write(raw_data)
            self.kept += len(raw_data)

    def _fits(self, length: int) -> bool:
        user = getattr(self.request, "user", None)
        within_file = self.kept + length <= MOST_PER_FILE
        within_request = self.kept_before + self.kept + length <= MOST_PER_REQUEST
        return user is not None and user.is_authenticated and within_file and within_request

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.kept_before += self.kept
        is_whole = self.kept == file_size
        self.content.seek(0)
        return InMemoryUploadedFile(
            file=self.content,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size if is_whole else max(file_size, MOST_PER_FILE + 1),
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
