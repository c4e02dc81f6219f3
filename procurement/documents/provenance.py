"""Which clause texts a document was made of, in a form that fits the properties of an office file."""

from collections.abc import Iterable, Iterator

from procurement.documents.model import Block, Clause

_SHORT_DIGEST = 12  # hexadecimal places of the digest that fit in a content control's tag
_LONGEST_VALUE = 255  # characters of a text property that Word keeps


def source_of(clause: Clause) -> str:
    """CODE@VERSION#DIGEST, with the first places of the digest; without # where there is none."""
    digest = f"#{clause.digest[:_SHORT_DIGEST]}" if clause.digest else ""
    return f"{clause.code}@{clause.version}{digest}"


def clause_properties(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """The sources of all clauses in order, as the properties Clauses, Clauses2 and so on."""
    sources = [source_of(block) for block in blocks if isinstance(block, Clause)]
    ordinal, size = 1, 0
    waiting: list[str] = []
    for source in sources:
        if waiting and size + len(source) > _LONGEST_VALUE:
            yield _name(ordinal), " ".join(waiting)
            ordinal, size = ordinal + 1, 0
            waiting.clear()
        waiting.append(source)
        size += len(source) + 1
    if waiting:
        yield _name(ordinal), " ".join(waiting)


def _name(ordinal: int) -> str:
    return "Clauses" if ordinal == 1 else f"Clauses{ordinal}"
