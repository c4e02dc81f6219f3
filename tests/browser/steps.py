"""Steps that lead to another page. Each is over when that page is there: only then may a test look at the
page, the console or the database, or take the next step.
"""

from typing import Any
from urllib.parse import parse_qs


def submit(page: Any, name: str, *, exact: bool = False) -> None:
    """Press the last button of that name (one for the Enter key may go before)."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=exact).last.click()


def submit_by_key(page: Any, keys: str) -> None:
    """`keys` go to what has the focus, for example Enter or Control+s."""
    with page.expect_navigation():
        page.keyboard.press(keys)


def enter_on(page: Any, name: str) -> None:
    """Go to the button of that name and press Enter."""
    page.get_by_role("button", name=name).focus()
    submit_by_key(page, "Enter")


def follow(page: Any, name: str, *, exact: bool = False) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=name, exact=exact).first.click()


def saving(page: Any, text: str) -> Any:
    """`with saving(page, text)`: at its end the server has answered a save in which exactly this was written.

    A page that saves by itself may save half a text first, when the typing is slow.
    """

    def is_of_text(answer: Any) -> bool:
        sent = parse_qs(answer.request.post_data or "")
        return any([text] == values for values in sent.values())

    return page.expect_response(is_of_text)
