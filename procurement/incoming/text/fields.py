"""Fields of a Word text: an instruction is no text, a reference is marked, contents are left out."""

from dataclasses import dataclass, field

from procurement.incoming.text.values import REFERENCE_BEGINS, REFERENCE_ENDS

_REFERENCES = ("REF", "PAGEREF", "NOTEREF")
_COMPUTED = (*_REFERENCES, "PAGE", "NUMPAGES", "SECTIONPAGES")


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False

    @property
    def kind(self) -> str:
        words = self.instruction.split(maxsplit=1)
        return words[0].upper() if words else ""


@dataclass(slots=True)
class Fields:
    """The fields that are open at this place, the innermost last; a field may go on over paragraphs."""

    _open: list[_Field] = field(default_factory=list)

    def begin(self, instruction: str = "") -> str:
        """What to write there; a field of one element has its instruction and is at its result at once."""
        self._open.append(_Field(instruction))
        return self.separate() if instruction else ""

    def separate(self) -> str:
        if not self._open:
            return ""
        self._open[-1].in_result = True
        return REFERENCE_BEGINS if self._open[-1].kind in _COMPUTED else ""

    def end(self) -> str:
        if not self._open:
            return ""
        ended = self._open.pop()
        return REFERENCE_ENDS if ended.in_result and ended.kind in _COMPUTED else ""

    def instruct(self, text: str) -> None:
        if self._open:
            self._open[-1].instruction += text

    @property
    def target(self) -> str:
        """The name that the innermost field leads to, "" if it is no reference."""
        is_reference = self._open and self._open[-1].kind in _REFERENCES
        words = self._open[-1].instruction.split() if is_reference else []
        return words[1][:100] if len(words) > 1 else ""

    @property
    def in_contents(self) -> bool:
        return any(each.kind == "TOC" for each in self._open)

    @property
    def in_instruction(self) -> bool:
        return any(not each.in_result for each in self._open)
