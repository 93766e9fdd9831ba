"""Intake: what a user gives, made a draft or refused in one line.

Bytes or a string and a context enter; a ``Draft`` leaves, or an ``InputError`` that says what is
wrong and what to do.
"""

from __future__ import annotations

import re

from tactful.draft.anatomy import take_apart
from tactful.draft.context import Context
from tactful.draft.html import looks_like_html, read_html
from tactful.draft.language import other_language
from tactful.draft.model import Draft
from tactful.errors import InputError

LONGEST = 20_000
# HTML holds far more marks than words; past this it is no mail.
LONGEST_HTML = 20 * LONGEST

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_LETTER = re.compile(r"[^\W\d_]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_MARK = b"\xef\xbb\xbf"
_MOST_CONTROL_SHARE = 0.01
_FEWEST_LETTERS_SHARE = 0.5


def read_draft(data: bytes | str, context: Context) -> Draft:
    """Return the draft taken apart; raises ``InputError`` where it cannot be read as one."""
    text = _decode(data) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    text = _SURROGATE.sub("\ufffd", text)
    if "\x00" in text or len(_CONTROL.findall(text)) > _MOST_CONTROL_SHARE * len(text):
        raise _not_text()
    origin: tuple[int, ...] | None = None
    if looks_like_html(text):
        _refuse_long(text, LONGEST_HTML)
        text, origin = read_html(text)
    _refuse_long(text, LONGEST)
    if not text.strip():
        raise _empty("The draft is empty")
    draft = take_apart(text, context, origin)
    _refuse_unread(draft)
    return draft


def _decode(data: bytes) -> str:
    """Return the text of bytes: UTF-8, UTF-16 with its mark, or Windows-1252 where that reads well."""
    if data.startswith(_UTF_16_MARKS):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise _not_text() from None
    try:
        return data.removeprefix(_UTF_8_MARK).decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise _not_text() from None
    plain = sum(letter.isascii() and (letter.isalnum() or letter.isspace()) for letter in text)
    if plain < _FEWEST_LETTERS_SHARE * len(text):
        raise _not_text()
    return text


def _refuse_long(text: str, most: int) -> None:
    if len(text) > most:
        raise InputError(
            "too-long",
            f"The draft has {len(text):,} characters and the most is {most:,}; give the message alone.",
        )


def _refuse_unread(draft: Draft) -> None:
    """Refuse a draft in which the writer said nothing that can be read."""
    written = draft.written
    if not written and draft.anatomy.quoted:
        raise _empty("There is only a quoted message and nothing of your own")
    if not _LETTER.search(written):
        raise InputError(
            "no-words", "The draft has no words, only symbols; say in words what you want to tell."
        )
    language = other_language(written)
    if language:
        raise InputError(
            "not-english",
            f"The draft looks like {language}; only English is understood, so translate it first.",
        )


def _empty(what: str) -> InputError:
    return InputError("empty", f"{what}; write at least one sentence of what you want to say.")


def _not_text() -> InputError:
    return InputError("not-text", "The input is not text; give a plain text file in UTF-8.")
