"""A walk through the pages by their labels, as a person does it, and what is wrong with each page passed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tests.browser import steps
from tests.browser.conftest import Watched

REFUSED = "status of 422"  # what Chromium logs when a form comes back with its errors
MOST_STOPS = 200  # of the Tab key, on the way to a control
NAME_OF_FOCUS = """() => {
    const here = document.activeElement;
    const label = here.labels && here.labels[0];
    return (here.getAttribute("aria-label") || (label ? label.innerText : here.innerText)).trim();
}"""


def tab_to(page: Any, name: str, *, back: bool = False) -> None:
    """Press Tab (or Shift+Tab) until the control of that name has the focus."""
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate(NAME_OF_FOCUS).rstrip("*") == name:
            return
    raise AssertionError(f"the Tab key does not reach {name}")


@dataclass(frozen=True)
class Walk:
    """The page in the hands of the officer; `found` collects what is wrong, by the step it was found at."""

    page: Any
    home: str
    axe: Callable[[], list[str]]
    watched: Watched
    found: dict[str, list[str]]

    def go(self, path: str) -> None:
        self.page.goto(self.home + path)

    def look(self, step: str) -> None:
        said = [line for line in self.watched.console if REFUSED not in line]
        elsewhere = self.watched.hosts - {"localhost"}
        wider = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        wrong = [*self.axe(), *said, *elsewhere, *(["wider than the window"] if wider else [])]
        if wrong:
            self.found[f"{step} ({urlsplit(self.page.url).path})"] = wrong

    def press(self, name: str) -> None:
        steps.submit(self.page, name, exact=True)

    def follow(self, name: str) -> None:
        steps.follow(self.page, name, exact=True)

    def fill(self, **values: str) -> None:
        """Fields by their name; double underscores stand for the dashes in it."""
        for name, value in values.items():
            self.page.locator(f'[name="{name.replace("__", "-")}"]').fill(value)

    def says(self, text: str) -> None:
        self.page.get_by_text(text).first.wait_for()
