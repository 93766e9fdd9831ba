"""The HTML report in a real browser: filters work, nothing is asked for, and axe finds nothing."""

from __future__ import annotations

import pytest

from tactful.evals.record import Key, Plan, Record, Run, Score

pytestmark = pytest.mark.browser

HOSTILE = (
    "</div></script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
)
RESULT = {
    "engine": "composer",
    "kind": "decline",
    "before": {"findings": [{"rule": "blame", "severity": "error", "message": "This blames."}]},
    "after": {"findings": []},
    "ledger": {
        "kept": [{"type": "person", "text": "Priya"}],
        "dropped": [{"type": "words", "text": HOSTILE, "rule": "blame"}],
    },
}


def record(suite: str, case: str, engine: str, *, holds: bool) -> Record:
    return Record(
        key=Key(suite, case, engine, 0),
        source=case,
        draft=f"Hi Priya, {case} was a circus. I decline. {HOSTILE}",
        options={"channel": "email"},
        labels={"voice": "nurse"},
        released=True,
        text=f"Hi Priya, thank you. I decline. {HOSTILE}",
        result=RESULT,
        cost=0.25 if engine == "model" else 0.0,
        milliseconds=20.0 if holds else 900.0,
        scores=(
            Score("released", "holds"),
            Score("rule:blame", "holds" if holds else "broken", note="" if holds else HOSTILE),
            Score("rule:emoji", "holds"),
            Score("reading-grade", "measured" if holds else "not-scored", value=9.0 if holds else None),
        ),
    )


@pytest.fixture(scope="module")
def run() -> Run:
    records = [
        record(suite, f"{suite}-{at}", engine, holds=at != 1 or engine == "composer")
        for engine in ("composer", "model")
        for suite in ("rough", "tone")
        for at in range(3)
    ]
    cases = {suite: tuple(f"{suite}-{at}" for at in range(3)) for suite in ("rough", "tone")}
    plan = Plan(
        version="0.1.0",
        rule_book="b00c",
        prompts="0",
        engines=("composer", "model"),
        settings={},
        suites=dict.fromkeys(cases, "0"),
        bars={suite: {} for suite in cases},
        cases={**cases, "tone": (*cases["tone"], "tone-gone")},
        whole=cases,
    )
    return Run("nightly", plan, tuple(records))


@pytest.fixture(scope="module")
def address(run, tmp_path_factory):
    pytest.importorskip("jinja2", reason="jinja2 is not installed: pip install 'tactful[evals]'")
    from tactful.evals.reports import render

    path = tmp_path_factory.mktemp("report") / "run.html"
    path.write_text(render("html", run), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture
def page(browser, address):
    """Open the page, and fail where it asks for anything or the browser complains."""
    requests: list[str] = []
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(address)
    yield opened
    opened.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    opened.wait_for_timeout(50)
    context.close()
    assert requests == [address]
    assert complaints == []


def shown(page):
    return page.locator(".case:visible .name").all_inner_texts()


def test_a_filter_shows_what_fits(page):
    assert len(shown(page)) == 14
    page.select_option("#filter-broken", "rule:blame")
    assert shown(page) == ["rough-1", "tone-1"]
    assert page.inner_text("#count") == "2 of 14 cases"
    page.select_option("#filter-suite", "tone")
    assert shown(page) == ["tone-1"]
    page.click("text=Show all")
    assert page.inner_text("#count") == "14 cases"
    page.select_option("#filter-state", "missing")
    assert shown(page) == ["tone-gone", "tone-gone"]


def test_the_search_reads_the_drafts_and_the_engine_can_be_chosen(page):
    page.fill("#filter-text", "ROUGH-2 was a circus")
    assert shown(page) == ["rough-2", "rough-2"]
    page.select_option("#filter-engine", "model")
    assert shown(page) == ["rough-2"]


def test_rows_that_hold_everywhere_can_be_hidden(page):
    rows = page.locator(".matrix tbody tr:visible th")
    assert "rule:emoji" in rows.all_inner_texts()
    page.check("#only-broken-rows")
    assert rows.all_inner_texts() == ["reading-grade", "rule", "rule:blame"]


def test_hostile_text_stays_text(page):
    assert page.title() == "nightly: tactful eval"
    assert page.locator("img").count() == 0
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert HOSTILE in page.locator(".case .text").first.inner_text()


def test_a_narrow_window_does_not_scroll_sideways(page):
    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing(browser, address, scheme):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="axe is not installed: pip install 'tactful[browser]'",
    )
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": 1200, "height": 900}
    )
    opened = context.new_page()
    opened.goto(address)
    opened.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = axe.Axe().run(opened)
    context.close()
    assert found.violations_count == 0, found.generate_report()
    assert len(found.response["passes"]) > 10


def test_without_scripts_everything_can_be_read(browser, address):
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(address)
    assert opened.locator(".case").count() == 14
    assert opened.locator("#filters").is_hidden()
    context.close()
