"""What goes with the code: licence, publiccode.yml, locks, documentation; nothing of anybody's machine."""

import re
import tomllib

import yaml

from tests.tree import ROOT, place, tracked

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = tracked("requirements/*.txt")
MANDATORY = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}
MAINTENANCE = {"internal", "contract", "community", "none"}
BINARY = {".png", ".docx", ".xlsx", ".mo", ".ico", ".woff2"}


def publiccode() -> dict[str, object]:
    loaded = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_publiccode_has_what_is_mandatory() -> None:
    described = publiccode()

    assert MANDATORY - described.keys() == set()
    assert described["publiccodeYmlVersion"] == "0"
    assert described["developmentStatus"] in STATUSES


def test_publiccode_describes_the_software_in_both_languages() -> None:
    described = publiccode()["description"]

    assert isinstance(described, dict)
    assert set(described) == {"nl", "en"}
    for language, texts in described.items():
        assert 1 <= len(texts["shortDescription"]) <= 150, language
        assert 150 <= len(texts["longDescription"]) <= 10_000, language
        assert 1 <= len(texts["features"]) <= 20, language


def test_publiccode_names_licence_languages_and_who_maintains() -> None:
    described = publiccode()

    assert described["legal"] == {"license": "EUPL-1.2"}
    assert described["localisation"] == {"localisationReady": True, "availableLanguages": ["nl", "en"]}
    maintenance = described["maintenance"]
    assert isinstance(maintenance, dict)
    assert maintenance["type"] in MAINTENANCE
    assert all(contact["name"] for contact in maintenance["contacts"])


def test_one_version_everywhere() -> None:
    version = PROJECT["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert publiccode()["softwareVersion"] == version
    assert re.findall(r"^## (\d+\.\d+\.\d+)", changelog, re.M)[0] == version


def test_the_licence_is_the_official_text() -> None:
    lines = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()

    assert lines[:2] == ["EUROPEAN UNION PUBLIC LICENCE v. 1.2", "EUPL © the European Union 2007, 2016"]
    assert PROJECT["project"]["license"]["text"] == "EUPL-1.2"


def requirement_names(lines: list[str]) -> set[str]:
    return {re.split(r"[\[>=<; ]", line)[0].lower() for line in lines}


def pinned(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", text, re.M))


def test_each_lock_holds_what_the_project_asks_for() -> None:
    base = requirement_names(PROJECT["project"]["dependencies"])
    extras = PROJECT["project"]["optional-dependencies"]
    groups = PROJECT["dependency-groups"]
    test = base | requirement_names(extras["postgres"]) | requirement_names(groups["test"])
    wanted = {
        "base": base,
        "test": test,
        "ci": test | requirement_names(groups["browser"]),
        "bench": base | requirement_names(groups["bench"]),
        "production": base | requirement_names(extras["postgres"] + extras["production"]),
    }

    assert {path.stem for path in LOCKS} == wanted.keys()
    assert {lock: names - {name.lower() for name in pinned(lock)} for lock, names in wanted.items()} == {
        lock: set() for lock in wanted
    }


def test_the_locks_agree_on_every_version() -> None:
    base = pinned("base")

    for lock in ("test", "ci", "bench", "production"):
        assert {name: pinned(lock)[name] for name in base} == base, lock
    assert {name: pinned("ci")[name] for name in pinned("test")} == pinned("test")


def test_every_pinned_package_has_hashes() -> None:
    for path in LOCKS:
        text = path.read_text(encoding="utf-8")
        blocks = re.split(r"^(?=[a-z0-9._-]+==)", text, flags=re.M)[1:]

        assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == [], path.name


def test_every_environment_variable_is_documented() -> None:
    sources = tracked("procurement/settings/*.py", "procurement/*.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    read = set(re.findall(r"env\.\w+\(\s*\"([A-Z_]+)\"", code)) | {"DJANGO_SETTINGS_MODULE", "REQUIRE_ALL"}
    manual = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([A-Z_]+)`", manual, re.M))

    assert documented == read


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{place(page)}: {target}"
        for page in tracked("*.md")
        for target in re.findall(r"\]\((?!https?://|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert broken == []


def test_nothing_in_the_tree_names_a_machine_or_a_package_host() -> None:
    hosts = (("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs"), ("deb", "debian.org"))
    forbidden = [
        *(".".join(parts) for parts in hosts),
        "/work" + "/main",
        "/work" + "/shared",
        ".." + "/shared",
    ]
    found = [
        f"{place(path)}: {word}"
        for path in tracked()
        if path.suffix not in BINARY
        for word in forbidden
        if word in path.read_text(encoding="utf-8")
    ]

    assert found == []
