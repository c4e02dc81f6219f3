"""A contract in Word that is edited, dropped in and decided about."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import etree

from clauses.models import ContractDraft

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def edited(content: bytes, *changes: tuple[str, str]) -> bytes:
    """Words typed over in the file."""
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for text in root.iter(f"{W}t"):
        for old, new in changes:
            text.text = (text.text or "").replace(old, new)
    parts["word/document.xml"] = etree.tostring(root)
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, body in parts.items():
            package.writestr(ZipInfo(name), body, ZIP_DEFLATED)
    return stream.getvalue()


def dropped(client: Client, row: ContractDraft, content: bytes, name: str = "contract.docx"):
    return client.post(f"/contracts/{row.pk}/terug/", {"file": SimpleUploadedFile(name, content)})


def decided(client: Client, row: ContractDraft, page, **choices: str):
    given = {name.replace("_", "-"): value for name, value in choices.items()}
    return client.post(f"/contracts/{row.pk}/terug/", {"findings": page.context["data"], **given})
