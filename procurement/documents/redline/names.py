"""Names and numbers of the old document made to fit the new one: bookmarks, lists, footnotes."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from procurement.documents.redline.marks import W
from procurement.documents.writers.docx.numbers import FIRST_LIST, STEPS

_LONGEST_NAME = 38  # Word allows 40 characters
_BEFORE_LISTS = FIRST_LIST - 1
_NAME = re.compile(r"\b\w+\b")

Pairs = list[tuple[Any, Any]]


def fit_bookmarks(old: Any, new: Any, pairs: Pairs) -> None:
    """Bookmarks of paragraphs that are still there get their new names, others a name that is free."""
    taken = {each.get(f"{W}name") for each in new.iter(f"{W}bookmarkStart")}
    named = _successors(pairs)
    for mark in old.iter(f"{W}bookmarkStart"):
        name = mark.get(f"{W}name")
        if name not in named:
            named[name] = _free(name, taken)
        mark.set(f"{W}name", named[name])
    _rewrite(old, named)


def _successors(pairs: Pairs) -> dict[str, str]:
    named: dict[str, str] = {}
    for before, after in pairs:
        was, is_now = ([each.get(f"{W}name") for each in part.iter(f"{W}bookmarkStart")]
                       for part in (before, after))  # fmt: skip
        if len(was) == len(is_now):
            named.update(zip(was, is_now, strict=True))
    return named


def _free(name: str, taken: set[str]) -> str:
    free = name
    while free in taken:
        free = f"{free[:_LONGEST_NAME]}_{len(taken) % 10}" if len(free) > _LONGEST_NAME else f"{free}_o"
    taken.add(free)
    return free


def _rewrite(old: Any, named: Mapping[str, str]) -> None:
    """In the instructions of fields and in links within the document."""

    def successor(found: re.Match[str]) -> str:
        return named.get(found[0], found[0])

    for simple in old.iter(f"{W}fldSimple"):
        simple.set(f"{W}instr", _NAME.sub(successor, simple.get(f"{W}instr")))
    for instruction in old.iter(f"{W}instrText"):
        instruction.text = _NAME.sub(successor, instruction.text or "")
    for link in old.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor:
            link.set(f"{W}anchor", named.get(anchor, anchor))


def number_bookmarks(document: Any) -> None:
    """Numbers that occur once each, and each end with its begin."""
    begun: dict[str, list[str]] = {}
    number = 0
    for mark in document.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        was = mark.get(f"{W}id")
        if mark.tag == f"{W}bookmarkStart":
            begun.setdefault(was, []).append(str(number))
            number += 1
        mark.set(f"{W}id", begun[was][0] if mark.tag == f"{W}bookmarkStart" else begun[was].pop(0))


def fit_lists(old: Any, pairs: Pairs, numbering: Any) -> None:
    """A list that is still there has its new number; a list that is gone gets one behind the others."""
    counted = {each.get(f"{W}numId"): each for each in numbering.findall(f"{W}num")}
    lists = {number for number, each in counted.items() if each.find(f"{W}lvlOverride") is not None}
    named: dict[str, str] = {}
    for before, after in pairs:
        was, is_now = _number_of(before), _number_of(after)
        if was is not None and is_now is not None and is_now.get(f"{W}val") in lists:
            named.setdefault(was.get(f"{W}val"), is_now.get(f"{W}val"))
    fixed = counted.keys() - lists
    for each in old.iter(f"{W}numId"):
        was = each.get(f"{W}val")
        if was not in fixed and was != "0":
            each.set(f"{W}val", named.get(was) or named.setdefault(was, _added_list(numbering, lists)))


def _number_of(paragraph: Any) -> Any:
    return paragraph.find(f"{W}pPr/{W}numPr/{W}numId")


def _added_list(numbering: Any, lists: Iterable[str]) -> str:
    like = next((each for each in numbering.findall(f"{W}num") if each.get(f"{W}numId") in lists), None)
    last = max(int(each.get(f"{W}numId")) for each in numbering.findall(f"{W}num"))
    number = str(1 + max(last, _BEFORE_LISTS))
    added = _list_of_steps(numbering) if like is None else deepcopy(like)
    added.set(f"{W}numId", number)
    numbering.append(added)
    return number


def _list_of_steps(numbering: Any) -> Any:
    """For a document in which no numbered list is left."""
    added = etree.Element(f"{W}num")
    abstract = etree.SubElement(added, f"{W}abstractNumId")
    abstract.set(f"{W}val", str(STEPS))
    override = etree.SubElement(added, f"{W}lvlOverride")
    override.set(f"{W}ilvl", "0")
    etree.SubElement(override, f"{W}startOverride").set(f"{W}val", "1")
    return added


def note_texts(notes: Any) -> dict[str, str]:
    """The words of each footnote by its number; a file may have none."""
    if notes is None:
        return {}
    return {
        note.get(f"{W}id"): "".join(text.text or "" for text in note.iter(f"{W}t"))
        for note in notes.findall(f"{W}footnote")
    }


def fit_notes(old: Any, old_notes: Any, new_notes: Any) -> None:
    """Footnotes of the old text get numbers behind those of the new; each still referred to is taken over."""
    if old_notes is None or new_notes is None:
        return
    added = 1 + max(int(note.get(f"{W}id")) for note in new_notes.findall(f"{W}footnote"))
    by_number = {note.get(f"{W}id"): note for note in old_notes.findall(f"{W}footnote")}
    for number, reference in enumerate(old.iter(f"{W}footnoteReference"), start=added):
        note = deepcopy(by_number[reference.get(f"{W}id")])
        note.set(f"{W}id", str(number))
        reference.set(f"{W}id", str(number))
        new_notes.append(note)


def drop_unused_notes(document: Any, notes: Any) -> None:
    if notes is None:
        return
    used = {each.get(f"{W}id") for each in document.iter(f"{W}footnoteReference")}
    for note in notes.findall(f"{W}footnote"):
        if note.get(f"{W}type") is None and note.get(f"{W}id") not in used:
            notes.remove(note)
