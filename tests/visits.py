"""A walk over the site along its own links: from the work list to every kind of page."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from django.test import Client
from django.urls import get_resolver, resolve
from lxml import html

START = ("/admin/", "/admin/login/", "/jury/")
SAME_KIND = 2  # pages looked at of each kind: a kind is a view with the names of its query
# Files, and what only a form can ask for.
NO_PAGES = {
    "jury_file",
    "jury_save",
    "jury_withdraw",
    "jury_worksheet_excel",
    "jury_worksheet_ods",
    "bid_file",
    "evidence_file",
    "evidence_workbook",
    "evidence_sheet_excel",
    "evidence_sheet_ods",
    "agreements_excel",
    "cost_workbook",
    "start_contract",
    "consensus_record",
    "letter",
    "record",
    "document",
    "deviations_workbook",
    "board_report",
    "published_document",
    "legality_checklist",
    "word",
    "check_proposal",
    "decide_deviation",
    "final_file",
    "redline",
    "proposal_step",
    "choose_house_style",
    "house_style_sample",
    "copy_criteria",
    "copy_requirement",
}
SKIPPED = ("/static/", "/admin/jsi18n/", "/admin/logout/", "/admin/r/")


@dataclass(frozen=True, slots=True)
class Page:
    url: str
    kind: str
    text: str


def walk(client: Client) -> list[Page]:
    """Every kind of HTML page that can be reached by links, `SAME_KIND` of each."""
    waiting, known = list(START), set(START)
    seen: Counter[str] = Counter()
    pages = []
    while waiting:
        url = waiting.pop(0)
        kind = _kind(url)
        if seen[kind] >= SAME_KIND:
            continue
        page = _fetch(client, url, kind)
        if page is not None:
            seen[kind] += 1
            pages.append(page)
            new = [link for link in _links(page) if link not in known]
            waiting += new
            known |= set(new)
    return pages


def _kind(url: str) -> str:
    parts = urlsplit(url)
    names = sorted({pair.split("=")[0] for pair in parts.query.split("&") if pair})
    return " ".join([resolve(parts.path).view_name, *names])


def _fetch(client: Client, url: str, kind: str) -> Page | None:
    answer = client.get(url, follow=True)
    assert answer.status_code in (200, 403), url
    if not answer["Content-Type"].startswith("text/html"):
        return None
    return Page(url, kind, answer.content.decode())


def _links(page: Page) -> list[str]:
    found = (urlsplit(urljoin(page.url, link)) for link in html.fromstring(page.text).xpath("//a/@href"))
    local = (parts for parts in found if not parts.netloc and not parts.path.startswith(SKIPPED))
    return [parts._replace(fragment="").geturl() for parts in local if not _is_same_list(parts)]


def _is_same_list(parts: SplitResult) -> bool:
    """A list of the admin in another order or filtered: the same words."""
    return parts.path.startswith("/admin/") and bool(parts.query)


def own_pages(*spaces: str) -> set[str]:
    """The name of every page of these applications."""
    resolver = get_resolver()
    return {
        f"{space}:{name}"
        for space in spaces
        for name in resolver.namespace_dict[space][1].reverse_dict
        if isinstance(name, str) and name not in NO_PAGES
    }
