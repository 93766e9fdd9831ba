"""HTML to text and back to its places."""

from __future__ import annotations

import pytest

from tactful.draft import Context, looks_like_html, read_draft, read_html
from tactful.text import Span


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Hi Anna,</p><p>no <b>thanks</b>.</p>", "Hi Anna,\n\nno thanks."),
        ("a<br>b<br/>c<BR />d", "a\nb\nc\nd"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
        ("<ul><li>one</li><li>two</li></ul>end", "- one\n- two\n\nend"),
        ("<p>O&#39;Reilly &amp; S&oslash;ns &lt;3</p>", "O'Reilly & S\u00f8ns <3"),
        ("Dear&nbsp;Ms.&nbsp;Rivera", "Dear Ms. Rivera"),
        ("<p>a &unknown; b & c</p>", "a &unknown; b & c"),
        ("<style>p {}</style><p>a</p><script>x<y</script>", "a"),
        ("<head><title>t</title></head><p>a</p>", "a"),
        ("<p>a</p><style>rest", "a"),
        ("<head><p>a</p>", "a"),
        ("<p>a<!-- hidden <b> -->b</p>", "ab"),
        ("<p>a<!-- open", "a"),
        ("<!doctype html><?xml x?><p>a</p>", "a"),
        ("<p>one\n   two</p>", "one two"),
        ("<pre>one\ntwo</pre>", "one\ntwo"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        (
            "<p>a</p><blockquote>b<br>c<blockquote>d</blockquote>e</blockquote>f",
            "a\n\n> b\n> c\n\n> d\n\n> e\n\nf",
        ),
        ('a<div class="gmail_quote">b<div>c</div></div>d', "a\n> b\n> c\nd"),
        pytest.param(
            '<div class="gmail_quote"><p>a</p>b</div>', "a\n\nb", id="all of it wrapped as if quoted"
        ),
        ('<div class="gmail_quote"><p>Anna wrote:</p>b</div>', "> Anna wrote:\n\n> b"),
        ('<blockquote style="border: none">a</blockquote>', "a"),
        ("<p>salary < 50k</p>", "salary < 50k"),
        ("<p>a</p>  ", "a"),
        ("", ""),
    ],
)
def test_text(source: str, text: str) -> None:
    assert read_html(source)[0] == text


def test_places() -> None:
    source = "<p>Hi &amp; bye</p><p>now</p>"
    text, origin = read_html(source)
    assert text == "Hi & bye\n\nnow"
    assert len(origin) == len(text)
    assert list(origin) == sorted(origin)
    assert source[origin[text.index("bye")]] == "b"
    assert source[origin[text.index("&")] :].startswith("&amp;")
    assert source[origin[text.index("now")] :].startswith("now")


@pytest.mark.parametrize(
    ("text", "is_html"),
    [
        ("<p>a</p>", True),
        ("a<br>b", True),
        ("<!DOCTYPE html>", True),
        ('<span style="x">a</span>', True),
        ("salary < 50k and > 3", False),
        ("I <3 you <b", False),
        ("Anna <anna@x.example> wrote", False),
        ("use <b> here", False),
        ("<Company> and <Name>", False),
        ("plain", False),
    ],
)
def test_looks_like_html(text: str, is_html: bool) -> None:  # noqa: FBT001
    assert looks_like_html(text) is is_html


def test_a_pasted_mail_is_read_whole() -> None:
    source = (
        "<html><body><p>Dear&nbsp;Anna,</p><p>I decline.</p><p>Best wishes,<br>Nils</p>"
        '<div class="gmail_quote">On Mon, 3 May 2021 Anna wrote:'
        "<blockquote>Take it.</blockquote></div></body></html>"
    )
    draft = read_draft(source, Context())
    assert [draft.slice(one) for one in draft.sentences] == ["I decline."]
    place = draft.original_span(Span(draft.sentences[0].start, draft.sentences[0].end))
    assert source[place.start : place.end] == "I decline."
    assert draft.anatomy.signature is not None
    assert draft.slice(draft.anatomy.signature) == "Nils"
    assert "Take it" not in draft.written


@pytest.mark.parametrize("unit", ["<", "<a ", "<!--", "<p>", "<style>", "&", "</div>", "<blockquote>"])
def test_hostile_html_ends(unit: str) -> None:
    text, origin = read_html(unit * 20_000)
    assert len(text) == len(origin)
