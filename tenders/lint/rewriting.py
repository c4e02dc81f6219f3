"""A sentence offered for acceptance passes every rule that reads texts, not only the one that offers it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from procurement.language import Text
from tenders.lint.draft import Draft, Passage
from tenders.lint.finding import Finding, GoTo, Rewrite
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy
from tenders.lint.wordings import screen_of

_ROUNDS = 5  # one for each rule that can put words in
_MORE = Text(
    nl="Schrijf de zin opnieuw. Eén woord erbij is niet genoeg, want ook dit klopt nog niet: {title}.",
    en="Write the sentence again. One word more is not enough, for this is not right yet either: {title}.",
)


def with_lawful_rewrite(finding: Finding, draft: Draft, rules: Sequence[Rule]) -> Finding:
    """The finding, its rewrite mended by the other rules too; what no rule can mend sends a person there."""
    passage = next((each for each in draft.passages if each.place == finding.place), None)
    if passage is None or not isinstance(finding.fix, Rewrite):
        return finding
    new = finding.fix.new
    for _ in range(_ROUNDS):
        left = tuple(_still_wrong(replace(passage, text=new), draft, rules))
        if not left:
            return replace(finding, fix=Rewrite(finding.fix.old, new))
        mended = [each.fix.new for _, each in left if isinstance(each.fix, Rewrite)]
        if len(mended) < len(left) or mended[0] == new:
            break
        new = mended[0]
    return replace(finding, fix=GoTo(screen_of(passage), _MORE.format(title=left[0][0].title)))


def _still_wrong(passage: Passage, draft: Draft, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Finding]]:
    """What the rules for texts say of this one text."""
    alone = replace(draft, passages=(passage,))
    for rule in rules:
        if CheckedBy.TEXT in rule.checked_by and rule.holds_on(draft.on) and rule.applies(draft):
            yield from ((rule, found) for found in rule.check(alone) if found.place == passage.place)
