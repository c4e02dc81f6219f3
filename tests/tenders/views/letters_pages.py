"""The form with which the letters of a lot are prepared and sent."""


def form(version: int = 0, **more: str) -> dict[str, str]:
    empty = {f"text-{number}": "" for number in range(3)}
    settled = {"language": "nl", "court": "", "contact": "", "days": "20"}
    return {**settled, "version": str(version), **empty, **more}
