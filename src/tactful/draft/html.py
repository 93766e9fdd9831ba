"""Pasted HTML to plain text, with the way back.

HTML enters; the text a reader sees leaves, and for each of its characters the index in the original.
What a mail client quotes gets «> » before its lines, so that anatomy sees it as quoted.  Every step
moves forward in the text, so that hostile input costs no more than any other.
"""

from __future__ import annotations

import re
from html import unescape

from tactful.draft.word_sets import word_set

_NAMES = (
    r"html|head|body|meta|title|style|script|p|br|div|span|b|i|u|em|strong|a|ul|ol|li|table|tbody|thead|tr|td|th|"
    r"blockquote|h[1-6]|font|hr|img|pre|center|small|o:p|s|sub|sup|article|section|header|footer"
)
_KNOWN_TAG = re.compile(
    rf"<(?:/(?:{_NAMES})\s*|(?:{_NAMES})(?:\s[^<>]*)?/?)>|<!doctype html\b", re.IGNORECASE
)
_ALONE_ENOUGH = re.compile(r"<(?:br|p|div)\s*/?>|<!doctype html\b", re.IGNORECASE)
_FEWEST_TAGS = 2

_TOKEN = re.compile(
    r"<!--|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?P<attributes>[^<>]*)>|<[!?][^<>]*>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});)"
    r"|(?P<blank>[ \t\r\n\f]+)|(?P<plain>[^<&\s]+|.)",
    re.DOTALL,
)
_LINES = word_set("div li tr section article header footer body html center pre hr")
_APART = word_set("p ul ol table blockquote h1 h2 h3 h4 h5 h6")
_CELLS = frozenset(("td", "th"))
_HIDDEN = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("style", "script", "head", "title", "template")
}
_UNCLOSED_HIDES_REST = frozenset(("style", "script"))
_QUOTE_CLASS = re.compile(r"gmail_quote(?!_container)|yahoo_quoted|moz-cite|protonmail_quote", re.IGNORECASE)
_INDENT_ONLY = re.compile(r"border:\s*(?:none|0)", re.IGNORECASE)
_WROTE = re.compile(r"\b(?:wrote|writes|schrieb|escribi\w+|a écrit)\s*:", re.IGNORECASE)
_MOST_BREAKS = 2


def looks_like_html(text: str) -> bool:
    """Return whether a text is HTML: known tags, not only a «<» as in «salary < 50k» or «<3»."""
    if "<" not in text:
        return False
    count = sum(1 for _ in _KNOWN_TAG.finditer(text))
    return count >= _FEWEST_TAGS or (count == 1 and bool(_ALONE_ENOUGH.search(text)))


def read_html(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the plain text of HTML and, for each character, its index in the original."""
    plain, places = _Reader(text).read()
    if plain.startswith("> ") and all(line[:1] in {">", ""} for line in plain.split("\n")):
        # A client that wraps a whole message as if it were quoted: without «Anna wrote:» it is the draft.
        unwrapped = _Reader(text, clients_quote=False).read()
        if not _WROTE.search(unwrapped[0]):
            return unwrapped
    return plain, places


class _Reader:
    """Walks over the tokens once and collects characters with their places."""

    def __init__(self, text: str, *, clients_quote: bool = True) -> None:
        self._text = text
        self._clients_quote = clients_quote
        self._pieces: list[str] = []
        self._places: list[int] = []
        self._breaks = 0
        self._blank: int | None = None
        self._bullet = False
        self._quote_name = ""
        self._quote_depth = 0
        self._preformatted = 0

    def read(self) -> tuple[str, tuple[int, ...]]:
        """Return the text and the places of its characters."""
        position = 0
        while (token := _TOKEN.match(self._text, position)) is not None:
            position = token.end()
            kind = token.lastgroup
            if kind in {"plain", "entity"}:
                self._write(unescape(token.group()) if kind == "entity" else token.group(), token)
            elif kind == "blank":
                self._write_blank(token)
            elif token.group() == "<!--":
                position = self._after(self._text.find("-->", position), 3)
            elif token["name"]:
                position = self._tag(token)
        return "".join(self._pieces), tuple(self._places)

    def _after(self, found: int, length: int) -> int:
        return len(self._text) if found < 0 else found + length

    def _write(self, characters: str, token: re.Match[str]) -> None:
        """Write visible characters, with the breaks and the blank that wait before them."""
        place = token.start()
        characters = characters.replace("\xa0", " ")
        if token.lastgroup == "entity" and not characters.strip():
            self._blank = place if self._blank is None else self._blank
            return
        self._write_waiting(place)
        self._pieces.append(characters)
        if token.lastgroup == "entity":
            self._places.extend([place] * len(characters))
        else:
            self._places.extend(range(place, place + len(characters)))

    def _write_waiting(self, place: int) -> None:
        starts_line = self._breaks > 0 or not self._pieces
        if self._pieces and self._breaks:
            self._mark("\n" * min(self._breaks, _MOST_BREAKS), place)
        elif self._blank is not None and self._pieces:
            self._mark(" ", self._blank)
        if starts_line and self._quote_depth:
            self._mark("> ", place)
        if self._bullet:
            self._mark("- ", place)
        self._breaks = 0
        self._blank = None
        self._bullet = False

    def _mark(self, characters: str, place: int) -> None:
        self._pieces.append(characters)
        self._places.extend([place] * len(characters))

    def _write_blank(self, token: re.Match[str]) -> None:
        if self._preformatted:
            self._breaks += token.group().count("\n")
        if self._blank is None:
            self._blank = token.start()

    def _tag(self, token: re.Match[str]) -> int:
        """Take in a tag and return where to read on."""
        name = token["name"].lower()
        if name in _HIDDEN and not token["close"]:
            return self._skip_hidden(name, token.end())
        if name == "br":
            self._breaks += 1
        elif name in _APART:
            self._breaks = max(self._breaks, 2)
        elif name in _LINES:
            self._breaks = max(self._breaks, 1)
        elif name in _CELLS and self._blank is None:
            self._blank = token.start()
        if name == "pre":
            self._preformatted = 0 if token["close"] else 1
        if name == "li":
            self._bullet = not token["close"]
        self._quote(name, token)
        return token.end()

    def _skip_hidden(self, name: str, position: int) -> int:
        found = _HIDDEN[name].search(self._text, position)
        if found:
            return found.end()
        return len(self._text) if name in _UNCLOSED_HIDES_REST else position

    def _quote(self, name: str, token: re.Match[str]) -> None:
        """Keep count of how deep in a quoted message the reader is."""
        if self._quote_depth:
            if name == self._quote_name and not token["attributes"].endswith("/"):
                self._quote_depth += -1 if token["close"] else 1
        elif not token["close"] and self._opens_quote(name, token["attributes"]):
            self._quote_name = name
            self._quote_depth = 1

    def _opens_quote(self, name: str, attributes: str) -> bool:
        if name == "blockquote":
            return not _INDENT_ONLY.search(attributes)
        return self._clients_quote and name == "div" and bool(_QUOTE_CLASS.search(attributes))
