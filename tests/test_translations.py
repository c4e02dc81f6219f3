"""Dutch is in the code, English in the catalogue: no text without its translation, none left behind."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from tests.tree import ROOT, place, tracked

CATALOGUE = ROOT / "locale/en/LC_MESSAGES/django.po"
SOURCES = ("procurement/*", "tenders/*", "clauses/*", "templates/*", "locale/*", "manage.py")

# Everything in a template that is not bare text: comments, translated blocks, tags and variables.
NOT_BARE = (
    r"\{#.*?#\}",
    r"\{% comment %\}.*?\{% endcomment %\}",
    r"\{% blocktranslate.*?\{% endblocktranslate %\}",
    r"\{% block (?:bodyclass|body_class|coltype) %\}.*?\{% endblock.*?%\}",  # names of CSS classes
    r"\{%.*?%\}",
    r"\{\{.*?\}\}",
    r"<!--.*?-->",
    r"<(script|style|kbd|code)\b.*?</\1>",
)
SPOKEN_ATTRIBUTE = r"\b(?:aria-label|title|alt|placeholder|aria-description)=\"([^\"]*)\""
SAME_IN_BOTH_LANGUAGES = {
    "Tenderwijzer",
    "Nederlands",
    "English",
    "Word",
    "ODT",
    "OpenDocument",
    "Excel",
    "SHA",
}


def catalogue() -> polib.POFile:
    assert CATALOGUE.is_file()  # polib would take the name of a missing file for its content
    return polib.pofile(str(CATALOGUE), encoding="utf-8")


def texts_of(entries: list[polib.POEntry]) -> list[str]:
    return [entry.msgid for entry in entries]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> polib.POFile:
    """The catalogue as gettext makes it afresh from the sources, merged with the English we have."""
    copy = tmp_path_factory.mktemp("sources")
    for source in tracked(*SOURCES):
        target = copy / place(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    (copy / "locale").mkdir(exist_ok=True)
    command = [sys.executable, "manage.py", "makemessages", "--locale=en", "--no-wrap", "--no-obsolete"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True, text=True)
    return polib.pofile(str(copy / "locale/en/LC_MESSAGES/django.po"), encoding="utf-8")


@pytest.mark.gettext
def test_every_text_has_an_english_translation(extracted: polib.POFile) -> None:
    assert texts_of(extracted.untranslated_entries()) == []
    assert texts_of(extracted.fuzzy_entries()) == []


@pytest.mark.gettext
def test_no_translation_is_left_behind(extracted: polib.POFile) -> None:
    here = set(texts_of(extracted))

    assert [text for text in texts_of(catalogue()) if text not in here] == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    written = catalogue().translated_entries()
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")), encoding="utf-8")
    said = {(entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in compiled}

    assert said == {(entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in written}


def test_a_translation_keeps_every_variable() -> None:
    variable = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}")
    changed = [
        entry.msgid
        for entry in catalogue().translated_entries()
        for text in (entry.msgstr, *entry.msgstr_plural.values())
        if text
        and sorted(variable.findall(text)) != sorted(variable.findall(entry.msgid_plural or entry.msgid))
    ]

    assert changed == []


def bare_texts(template: str) -> list[str]:
    """What a visitor would read that is not marked for translation."""
    for pattern in NOT_BARE:
        template = re.sub(pattern, " ", template, flags=re.S)
    spoken = re.findall(SPOKEN_ATTRIBUTE, template)
    words = re.findall(
        r"[^\W\d_]{2,}", re.sub(r"&\w+;", " ", " ".join([re.sub(r"<[^>]*>", " ", template), *spoken]))
    )
    return [word for word in words if word not in SAME_IN_BOTH_LANGUAGES]


def test_bare_text_in_a_template_is_seen() -> None:
    template = '<p title="Uitleg">{% translate "Goed" %} {{ x }} Bare &nbsp; <b>text</b></p>{# note #}'

    assert bare_texts(template) == ["Bare", "text", "Uitleg"]


@pytest.mark.parametrize("template", tracked("templates/*.html", "*/templates/*.html"), ids=place)
def test_templates_hold_no_bare_text(template: Path) -> None:
    assert bare_texts(template.read_text(encoding="utf-8")) == []
