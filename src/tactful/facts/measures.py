"""Dates, times and amounts.

The page (folded text and its words) enters; hits leave.  The patterns run on RE2, so that no text
makes them slow, and hold no groups: what a pattern takes in excess is looked at here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import re2

from tactful.facts.cues import ALSO_WORDS, CALENDAR_WORDS, DOUBTFUL_DATES, SPOKEN_UNITS, YEAR_PREPOSITIONS
from tactful.facts.hits import MEASURE, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.facts.page import Page

_WEEKDAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)day(?:s|\b)"
_SHORT_WEEKDAY = r"(?:mon|tues?|wed|thurs?|thur|fri|sat|sun)\b\.?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_SEASON = r"(?:q[1-4]|spring|summer|autumn|fall|winter)"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_ORDINAL = r"(?:1st|2nd|3rd|[4-9]th|1[0-9]th|2(?:1st|2nd|3rd|[04-9]th)|30th|31st)"
_DAY_OR_ORDINAL = rf"(?:{_ORDINAL}|{_DAY})\b"
_YEAR = r"(?:19|20)[0-9]{2}\b"
_CLOCK = r"(?:[01]?[0-9]|2[0-3])"
_ANY_WEEKDAY = rf"(?:{_WEEKDAY}|{_SHORT_WEEKDAY})"

_DATE_FORMS = (
    r"\b[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:t[0-9:]+)?\b",
    r"\b[0-3]?[0-9][./-][0-3]?[0-9][./-](?:[12][0-9])?[0-9]{2}\b",
    rf"\b(?:{_ANY_WEEKDAY},? (?:the )?)?{_DAY}(?: ?- ?{_DAY})?\.? {_MONTH}(?:,? {_YEAR})?",
    rf"\b(?:{_ANY_WEEKDAY},? (?:the )?)?(?:the )?{_ORDINAL} (?:of )?{_MONTH}(?:,? {_YEAR})?",
    rf"\b(?:{_ANY_WEEKDAY},? )?{_MONTH} (?:the )?{_DAY_OR_ORDINAL}(?: ?- ?{_DAY}\b)?(?:,? {_YEAR})?",
    rf"\b(?:(?:early|mid|late) ?-? ?)?(?:{_MONTH},?|{_SEASON})(?: of)? {_YEAR}",
    rf"\b{_WEEKDAY}(?:,? the {_ORDINAL})?",
    rf"\bthe {_ORDINAL}",
    r"\b(?:tomorrow|tonight)\b",
    rf"\b{_CLOCK}(?:[:.][0-5][0-9])? ?(?:am|pm|a\.m|p\.m|o'clock)\b\.?",
    rf"\b{_CLOCK}:[0-5][0-9]\b",
    r"\b(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01])\b",
    rf"\b(?:since|until|till|in|by|from|of|during|before|after) {_YEAR}",
    rf"\b{_MONTH}",
    rf"\b{_SHORT_WEEKDAY}",
)

_CURRENCY = (
    r"(?:usd|eur|gbp|chf|cad|aud|nzd|inr|sek|nok|dkk|pln|jpy|sgd|hkd|aed|zar|ngn|brl|mxn|czk|huf|ron"
    r"|rs\.?|us\$|c\$|a\$|\$)"
)
_FIGURE = r"(?:[0-9]{1,3}(?:[,. '][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]+)?)"
_SCALE = r"(?:k|m|mn|bn|mio|million|thousand|grand|lakhs?|lacs?|lpa|crores?)"
_UNIT = r"(?:hour|hr|h|day|week|wk|month|mo|year|yr|annum|pa|night|shift)"
_PER = rf"(?: ?/ ?{_UNIT}\b| ?(?:per|an|a|each) {_UNIT}\b)?"
_NAMED_CURRENCY = (
    r"(?:\$|(?:usd|euros?|eur|gbp|chf|cad|aud|inr|sek|nok|dkk|pln|jpy|sgd|aed|zar|francs?|pounds?|dollars?|quid"
    r"|bucks|cents|rupees|kroner|kronor|zloty|yen)\b|%|(?:percent|per cent|pct)\b)"
)
_FIGURE_SCALED = rf"{_FIGURE}(?: ?{_SCALE}\b)?"
_SPAN = rf"(?: ?(?:-|to) ?(?:{_CURRENCY} ?)?{_FIGURE_SCALED})?"

_MEASURE = (
    r"(?:hours?|hrs?|h|days?|weeks?|months?|years?|yrs?|minutes?|mins?|miles?|km|kilomet(?:er|re)s?|shares"
    r"|options|percentage points)"
)

_AMOUNT_FORMS = (
    rf"(?:\b{_CURRENCY}|\$) ?{_FIGURE_SCALED}{_SPAN}{_PER}",
    rf"\b{_FIGURE_SCALED}{_SPAN} ?{_NAMED_CURRENCY}{_PER}",
    rf"\b{_FIGURE}{_SPAN} ?{_SCALE}\b{_PER}",
    r"\b[0-9]{1,3}(?:[,.'][0-9]{3})+\b",
    rf"\b{_FIGURE}(?: ?(?:-|to) ?[0-9]+)?[ -]?{_MEASURE}{_PER}\b",
)
_NUMBER_WORD = (
    r"(?:half|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred)"
)
_SPOKEN = (
    rf"\b{_NUMBER_WORD}(?:[ -]{_NUMBER_WORD})*(?: (?:hundred|thousand))?"
    r" (?:percent|per cent|grand|lakhs?|thousand|million|euros?|dollars|pounds)\b"
)

_DATES = re2.compile("|".join(f"(?:{form})" for form in _DATE_FORMS))
_AMOUNTS = re2.compile("|".join(f"(?:{form})" for form in _AMOUNT_FORMS))
_SPOKEN_AMOUNTS = re2.compile(_SPOKEN)

_FULL_WEEKDAYS = frozenset(
    day + end
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for end in ("", "s")
)
# Words that mean something else as often: taken only where the case and the word before say so.
_AMID = re.compile(r"[a-z] (?:May|March)\b")
_CLEAR_TIME = ("in", "until", "til", "since", "early", "late", "mid", "next", "last")
_TIME_BEFORE = re.compile(
    r"\b(?:in|by|until|till|til|since|early|late|mid|next|last|this|from|of|on|to|before|after|end"
    r"|every)[ -]$"
)
_ORDINAL_AFTER = re.compile(
    r" ?(?:$|[.,;:!?)\n-]|(?:and|or|at|but|to|for|as|i|so|because|by|in|with|then|when|if|please)\b)"
)


def find_measures(page: Page) -> Iterator[Hit]:
    """Yield the dates, times and amounts of a page."""
    if page.has_digit or not CALENDAR_WORDS.isdisjoint(page.words):
        yield from _dates(page)
    if page.has_digit:
        for match in _AMOUNTS.finditer(page.figures):
            yield Hit(_amount_start(page, match.start()), match.end(), MEASURE, "amount")
    if not SPOKEN_UNITS.isdisjoint(page.words):
        for match in _SPOKEN_AMOUNTS.finditer(page.folded):
            yield Hit(match.start(), match.end(), MEASURE, "amount")


def _amount_start(page: Page, start: int) -> int:
    """Return where an amount starts: a minus or plus sign right before it belongs to it."""
    return start - 1 if start and page.text[start - 1] == "+" else start


def _dates(page: Page) -> Iterator[Hit]:
    for match in _DATES.finditer(page.folded):
        start, end = match.span()
        found = page.folded[start:end]
        if found.isalpha() or (found[-1] == "." and found[0].isalpha()):
            start, end = _bare_word(page, start, end)
        elif found.startswith("the ") and found[4].isdigit() and found[-1] in "tdh":
            start = start if _ORDINAL_AFTER.match(page.folded, end) else end
        elif found[-4:].isdigit() and found[:1] in "sutibfda":
            start = _year_start(found, start)
        if page.folded[end - 1] == "." and page.folded[end - 3] != ".":
            end -= 1
        if start < end:
            yield Hit(start, end, MEASURE, "date")


def _year_start(found: str, start: int) -> int:
    """Return where the date starts: a preposition before a bare year is no part of it."""
    before, _, rest = found.rpartition(" ")
    return start + len(before) + 1 if before in YEAR_PREPOSITIONS and rest else start


def _bare_word(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return the span of a weekday or month that stands alone; an empty one if it is an ordinary word."""
    word = page.folded[start:end].rstrip(".")
    end = start + len(word)
    if word not in DOUBTFUL_DATES:
        return start, end
    timed = _TIME_BEFORE.search(page.folded, max(0, start - 8), start)
    capital = page.text[start].isupper()
    if (
        capital
        and not page.shouted
        and _AMID.match(page.text, start - 2)
        and not page.text[end + 1 : end + 2].isupper()
    ):
        return start, end
    sure = timed and (
        (capital and not page.shouted) or word not in ALSO_WORDS or timed.group().startswith(_CLEAR_TIME)
    )
    return (start, end) if sure else (start, start)
