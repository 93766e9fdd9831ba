"""The page: everything is on it, and nothing on it comes from elsewhere or runs."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

pytest.importorskip("jinja2", reason="jinja2 is not installed: pip install 'tactful[evals]'")

from tactful.errors import UserError
from tactful.evals.reports import render

VOID = {"meta", "link", "input", "line", "circle", "rect", "br", "img"}


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements in order, with attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts[self.open[-1] if self.open else ""] = (
            self.texts.get(self.open[-1] if self.open else "", "") + data
        )

    def attributes(self, tag):
        return [found for name, found in self.elements if name == tag]


@pytest.fixture
def page(mixed):
    return Reader(render("html", mixed))


def test_every_case_is_there_with_its_state(page):
    cases = [(one["data-suite"], one["data-state"], one["data-broken"]) for one in page.attributes("details")]
    assert cases == [
        ("rough", "fine", ""),
        ("rough", "broken", "rule:blame added"),
        ("rough", "fine", ""),
        ("rough", "failed", ""),
        ("rough", "not-scored", ""),
        ("rough", "broken", "released"),
        ("rough", "missing", ""),
        ("detection", "fine", ""),
    ]


def test_all_elements_are_closed(page):
    assert page.open == []


def test_hostile_text_is_text(page):
    assert len(page.attributes("script")) == 1
    assert page.attributes("img") == []
    assert "owned" not in page.texts["script"]
    assert "<img src=x onerror=alert(1)>" in page.texts["del"] + page.texts["ins"] + page.texts["div"]
    assert not [name for _, found in page.elements for name in found if name.startswith("on")]


def test_nothing_is_loaded_from_elsewhere(page):
    addresses = [
        value
        for _, found in page.elements
        for name, value in found.items()
        if name in {"src", "href", "action", "srcset", "data", "poster"}
    ]
    assert all(one and (one.startswith("#") or one == "data:,") for one in addresses), addresses
    assert not re.search(r"url\(|@import", page.texts["style"])


def test_the_policy_allows_the_page_its_own_script_and_style_alone(page):
    (policy,) = [one["content"] for one in page.attributes("meta") if "http-equiv" in one]
    wanted = {
        name: b64encode(sha256(page.texts[name].encode()).digest()).decode() for name in ("script", "style")
    }
    assert policy == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{wanted['style']}'; "
        f"script-src 'sha256-{wanted['script']}'; base-uri 'none'; form-action 'none'"
    )
    assert not [found for _, found in page.elements if "style" in found]


def test_what_a_run_lacks_stands_at_its_top(mixed, clean):
    text = render("html", mixed)
    assert (
        "1 of 8 cases have no record. In 1 of 8 cases the call failed. "
        "1 of 8 cases could not be scored in full." in text
    )
    assert "proves less" not in render("html", clean)


def test_an_unknown_cost_is_shown_as_unknown(run_of, mixed):
    assert "unknown" in render("html", run_of([replace(mixed.records[0], cost=None)]))
    assert "unknown" not in render("html", mixed)


def test_engines_are_told_apart_where_there_are_several(run_of, mixed):
    other = replace(mixed.records[0], key=replace(mixed.records[0].key, engine="answers"))
    text = render("html", run_of([mixed.records[0], other], missing=()))
    assert '<select id="filter-engine">' in text
    assert text.count('<span class="engine">answers</span>') == 1


def test_engines_stand_side_by_side_on_each_suite(run_of, mixed):
    both = [mixed.records[0], mixed.records[-1]]
    other = [replace(one, key=replace(one.key, engine="answers")) for one in both]
    text = render("html", run_of([*both, *other], missing=()))
    columns = re.findall(r'<th scope="col">(\w+)<span class="engine">(\w+)</span>', text)
    assert columns == [
        ("rough", "composer"),
        ("rough", "answers"),
        ("detection", "composer"),
        ("detection", "answers"),
    ]


def test_a_run_of_nothing_but_checks_is_a_page_too(run_of, mixed):
    text = render("html", run_of([mixed.records[-1]], missing=()))
    assert "No rule was judged." in text
    assert "No engine worked on a case." in text


def test_without_jinja_the_mend_is_named(monkeypatch, clean):
    monkeypatch.setattr("tactful.evals.reports.page.find_spec", lambda _: None)
    with pytest.raises(UserError, match=r"pip install 'tactful\[evals\]'"):
        render("html", clean)
