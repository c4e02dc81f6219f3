"""How well the text rules read a labelled corpus: precision, recall and the confusion table.

Run: make bench-lint. A sentence that a rule objects to although no label says so is a false alarm; one that
no rule objects to although a label says so is a miss. `may` in the corpus names rules free to object.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from tenders.lint.draft import Draft, Legal, Passage, PassageKind
from tenders.lint.rules import RULES
from tenders.lint.severity import CheckedBy, Severity
from tenders.scoring.model import Tender

HERE = Path(__file__).parent
ON = date(2026, 12, 1)
LEAST = 0.95
Z = 1.96


class Labelled(NamedTuple):
    text: str
    kind: PassageKind
    rules: frozenset[str]
    may: frozenset[str]


class Read(NamedTuple):
    """A sentence and the rules that objected to it."""

    labelled: Labelled
    found: frozenset[str]

    @property
    def objected(self) -> bool:
        """To the sentence as a whole; rules that are free to object say nothing about a lawful one."""
        return bool(self.found - self.labelled.may)

    @property
    def unlawful(self) -> bool:
        return bool(self.labelled.rules)


def corpus(path: Path) -> Iterator[Labelled]:
    for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
        for text in group["sentences"]:
            yield Labelled(
                text,
                PassageKind(group.get("kind", "requirement")),
                frozenset(group.get("rules", ())),
                frozenset(group.get("may", ())),
            )


def read(labelled: Labelled) -> Read:
    """Advice does not count: it says nothing about the law."""
    passage = Passage(place="here", kind=labelled.kind, title="", text=labelled.text)
    draft = Draft(
        tender=Tender(reference="", title="", authority="", lots=()),
        legal=Legal(),
        passages=(passage,),
        on=ON,
    )
    found = frozenset(
        rule.code
        for rule in RULES
        if CheckedBy.TEXT in rule.checked_by
        for finding in rule.check(draft)
        if finding.place == "here" and finding.severity is not Severity.ADVICE
    )
    return Read(labelled, found)


def table(reads: list[Read]) -> Iterator[str]:
    """Per rule: how often it had to object, did, did not, and objected where nobody asked."""
    asked = Counter(code for each in reads for code in each.labelled.rules)
    hit = Counter(code for each in reads for code in each.labelled.rules & each.found)
    false = Counter(code for each in reads for code in each.found - each.labelled.rules - each.labelled.may)
    yield f"{'rule':6}{'asked':>7}{'found':>7}{'missed':>8}{'false':>7}"
    for code in sorted(asked | false):
        yield f"{code:6}{asked[code]:>7}{hit[code]:>7}{asked[code] - hit[code]:>8}{false[code]:>7}"


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def interval(part: int, whole: int) -> str:
    """Where the true share lies with 95% probability (Wilson), for so few sentences."""
    if not whole:
        return "-"
    p, z2 = part / whole, Z * Z
    middle = (p + z2 / (2 * whole)) / (1 + z2 / whole)
    reach = Z * sqrt(p * (1 - p) / whole + z2 / (4 * whole * whole)) / (1 + z2 / whole)
    return f"{middle - reach:.3f}-{middle + reach:.3f}"


def is_sealed(path: Path) -> bool:
    """A set with `sealed = true` gives figures only: nobody may mend patterns by its sentences."""
    return bool(tomllib.loads(path.read_text(encoding="utf-8")).get("sealed"))


def wrong(reads: list[Read]) -> Iterator[str]:
    for each in reads:
        missed = sorted(each.labelled.rules - each.found)
        false = sorted(each.found - each.labelled.rules - each.labelled.may)
        if missed or false:
            yield f"  missed {missed}, false {false}: {each.labelled.text}"


def main(paths: list[str]) -> int:
    """Exit status 1 when precision or recall on sentences is below 0.95 in a set that is not sealed."""
    status = 0
    for path in map(Path, paths) if paths else sorted(HERE.glob("*.toml")):
        reads = [read(each) for each in corpus(path)]
        right = sum(each.objected and each.unlawful for each in reads)
        objected, unlawful = sum(each.objected for each in reads), sum(each.unlawful for each in reads)
        precision, recall = share(right, objected), share(right, unlawful)
        print(f"\n{path.name}: {len(reads)} sentences, {sum(not each.unlawful for each in reads)} lawful")
        print("\n".join(table(reads)))
        print(f"sentence: precision {precision:.3f} (95%: {interval(right, objected)}), ", end="")
        print(f"recall {recall:.3f} (95%: {interval(right, unlawful)})")
        if is_sealed(path):
            print("sealed: figures only, no part of the exit status")
            continue
        print(*wrong(reads), sep="\n")
        status |= precision < LEAST or recall < LEAST
    return int(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
