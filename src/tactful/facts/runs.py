"""Runs: sequences of capitalised words, cut where no name goes on.

The page and the vocabulary enter; runs leave, each with the words around it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tactful.facts.cues import INSTITUTIONS, PERSON_VERBS
from tactful.facts.neighbours import word_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.facts.page import Page
    from tactful.facts.vocabulary import Vocabulary

# Letters of scripts that have no case.
_CASELESS = (
    "\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u0904-\u0939\u0985-\u09b9\u0b85-\u0bb9\u0e01-\u0e30"
    "\u3041-\u30fe\u3400-\u9fff\uac00-\ud7a3"
)
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0e31-\u0e4e"
_CONTRACTION = r"(?:[sSmMdDtT]|ve|ll|re|VE|LL|RE)\b"
_ABBREVIATED = (
    r"(?:\.(?:(?<=[ \n][A-Z]\.)|(?<=\b(?:Mr|Ms|Dr|St|Jr|Sr|Fr|Hr)\.)|(?<=\b(?:Mrs|Pvt|Rev|Mag|Ing|Pty|Sra)\.)"
    r"|(?<=\b(?:Prof|Mlle|Dipl|Capt)\.)))?"
)
_PARTICLE = (
    r"(?:van|von|vom|de|der|den|del|della|di|da|das|do|dos|du|la|le|las|los|bin|binti|ibn|al|el|ter|ten|zu|zur"
    r"|y|of|of the|and|&|und|et|aux|des|f\u00fcr|sur|no|na|['\u2019]t)"
)
_OWNED = (
    r"(?:['\u2019]s (?=(?:Hospital|School|College|Academy|Church|University|Primary|Restaurant|Kitchen|Bakery"
    r"|Hall|House|Trust|Bar|Cafe|Pharmacy|Books|Bookshop|Garage|Farm|Place|Cathedral|Clinic|Hotel|Brewery|Shop"
    r"|Store|Market|Bank)\b))"
)
# «Noor al-Hashimi», «Jeanne d'Arc»
_PREFIX = r"(?:(?:al|el|as|ash|ad|an|ar|at|ul|d|l)[-'\u2019](?=[A-Z]))?"
_GAP = rf"{_ABBREVIATED}[ \t\u00a0](?:{_PARTICLE} ){{0,2}}+(?!I\b){_PREFIX}"
_OPENERS = frozenset((*'.!?:\u2026"\u201c\u201d*\u2022>-\n ', ""))
_FAMILY_END = re.compile(r"(?:sons|co|partners|associates|company|daughters|brothers|young|gamble)\b")
_JOINING = frozenset(_PARTICLE[3:-1].replace(" the", "").split("|"))
_AND_GAPS = (" and ", " und ", " et ")
_OF_GAPS = frozenset((" of ", " of the "))
_LONGEST_HEAD = 6


# Verbs that follow the name of a person.
_PARTICLE_ENDS = frozenset(("n ", "m ", "r ", "e ", "l ", "a ", "i ", "s ", "u "))
_PARTICLES_BEFORE = re.compile(
    r"(?<![a-z])(?:(?:van|von|vom|der|den|de|del|della|di|da|dos|du|bin|ibn|ter|ten|al|el) )+$"
)


def _patterns(upper: str, inner: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a run and of one word of it, for these capitals and these letters."""
    mark = rf"(?:['\u2019](?!{_CONTRACTION})|[-&/]|\.(?=[a-z{upper}]{{2}}|-)|\.-)"
    word = rf"[{upper}]{inner}*+(?:{mark}{inner}++)*+(?:!(?=[ ][a-z]))?"
    listed = rf", (?=[{upper}]\w* (?:&|and) [{upper}]\w*(?: (?:LLP|LLC|Inc|Ltd|Associates|Partners)))"
    return re.compile(rf"{word}(?:(?:{_GAP}|{listed}|{_OWNED}){word})*+"), re.compile(word)


# Most texts ask for no more, and the capitals of all scripts take long to compile.
_ASCII = _patterns("A-Z", r"\w")
# What is neither ASCII nor one of the usual quotes, dashes and currency signs.
_UNUSUAL = re.compile("[^\\x00-\\xbf\u2010-\u2027\u20a0-\u20bf]")


@cache
def _all_scripts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    georgian = range(0x10A0, 0x10D0)
    upper = "".join(chr(code) for code in range(0xC0, 0x2000) if chr(code).isupper() and code not in georgian)
    return _patterns(f"A-Z{upper}{_CASELESS}", rf"[\w{_MARKS}]")


def _patterns_for(text: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _ASCII if text.isascii() or not _UNUSUAL.search(text) else _all_scripts()


_HONORIFICS = frozenset({"mr", "mrs", "ms", "mx", "dr", "prof"})

# Start, end and folded form of one word of a run.
Word = tuple[int, int, str]


class Run(NamedTuple):
    """Capitalised words that may be one name, folded, and where they lie."""

    start: int
    end: int
    words: tuple[str, ...]


def find_runs(page: Page, vocabulary: Vocabulary) -> Iterator[Run]:
    """Yield the runs of capitalised words that hold more than an ordinary word at a sentence's start."""
    text, folded, english, not_names = page.text, page.folded, vocabulary.english, vocabulary.not_names
    for match in _patterns_for(text)[0].finditer(text):
        start, end = match.span()
        if end - start == 1:
            continue
        if start and (text[start - 1].isalnum() or text[start - 1] in "'\u2019"):
            start = _reach_back(text, start)
        word = folded[start:end]
        if " " in word:
            for piece in _pieces(page, start, end):
                yield from _trimmed(page, vocabulary, piece)
        elif not (
            word in not_names
            or (
                word in english
                and opens_sentence(text, start)
                and not _may_name(page, vocabulary, start, word)
            )
        ):
            yield Run(_with_particles(page, start), end, (word,))


def _with_particles(page: Page, start: int) -> int:
    """Return where a name starts that has «van der» and the like before its first capital."""
    if page.folded[start - 2 : start] not in _PARTICLE_ENDS:
        return start
    match = _PARTICLES_BEFORE.search(page.folded, max(0, start - 14), start)
    return match.start() if match else start


def opens_sentence(text: str, start: int) -> bool:
    """Return whether a sentence, a line or a quotation starts here."""
    if start == 0 or text[start - 1] in '\n"\u201c(':
        return True
    return text[start - 1].isspace() and text[start - 2 : start - 1] in _OPENERS


def _may_name(page: Page, vocabulary: Vocabulary, start: int, word: str) -> bool:
    """Return whether an ordinary word at a sentence's start may be a name.

    It may in greeting and signature, and before a verb: «Grace told».
    """
    greeting, signature = page.anatomy.greeting, page.anatomy.signature
    if greeting is not None and greeting.start <= start < greeting.end:
        return True
    if signature is not None and signature.start <= start < signature.end:
        return True
    if word not in vocabulary.word_names:
        return False
    end = start + len(word)
    return word_after(page.folded, end) in PERSON_VERBS or not page.folded[end:].strip(" \n.!x")


def _reach_back(text: str, start: int) -> int:
    """Return where a name like eBay, 23andMe or d'Angelo starts; only a short head belongs to it."""
    first = start
    while (
        first
        and start - first < _LONGEST_HEAD
        and (text[first - 1].isalnum() or text[first - 1] in "'\u2019")
    ):
        first -= 1
    return start if first and text[first - 1].isalnum() else first


def _pieces(page: Page, start: int, end: int) -> Iterator[list[Word]]:
    """Yield a run cut at line ends and at «and» and «of» that hold no name together."""
    piece: list[Word] = []
    plain = page.folded[start:end].split(" ")
    if _JOINING.isdisjoint(plain) and "".join(plain).isalnum():
        for word in plain:
            piece.append((start, start + len(word), word))
            start += len(word) + 1
        yield piece
        return
    for match in _patterns_for(page.text)[1].finditer(page.text, start, end):
        first, last = match.span()
        if piece and last - start > _LONGEST_HEAD and _is_cut(page, piece[-1], first):
            yield piece
            piece = []
        if not piece and first - start < _LONGEST_HEAD:
            first = start
        piece.append((first, last, page.folded[first:last]))
    if piece:
        yield piece


def _is_cut(page: Page, before: Word, start: int) -> bool:
    """Return whether no name goes on over the gap between a word and the one that starts here."""
    end = before[1]
    if start - end == 1 and page.text[end] != "\n":
        return False
    if "\n" in page.text[end:start]:
        return True
    gap = page.folded[end:start]
    if gap in _OF_GAPS:
        return before[2] not in INSTITUTIONS
    family = _FAMILY_END.match(page.folded, start) or page.folded.startswith(before[2], start)
    return gap.startswith(_AND_GAPS) and not family


def _trimmed(page: Page, vocabulary: Vocabulary, words: list[Word]) -> Iterator[Run]:
    """Yield the piece without words at its ends that belong to no name."""
    words = _from_honorific(words)
    first, last = 0, len(words)
    head = words[0][2]
    if not (head in vocabulary.loose or words[-1][2] in vocabulary.not_names):
        yield Run(_with_particles(page, words[0][0]), words[-1][1], tuple([word for _, _, word in words]))
        return
    opens = opens_sentence(page.text, words[0][0])
    if page.folded[words[0][0] : words[-1][1]] not in vocabulary.places:
        while first < last and _is_loose(vocabulary, words, first, opens=opens):
            first += 1
        while last > first and words[last - 1][2] in vocabulary.not_names:
            last -= 1
    if first == last:
        return
    start, _, word = words[first]
    if last - first == 1 and opens and _is_plain(page, vocabulary, start, word, trimmed=last < len(words)):
        return
    yield Run(
        _with_particles(page, start),
        words[last - 1][1],
        tuple([folded for _, _, folded in words[first:last]]),
    )


def _from_honorific(words: list[Word]) -> list[Word]:
    """Return the words from «Dr» on: what flatters before it, «Most Esteemed», belongs to no name."""
    for index in range(len(words) - 2, 0, -1):
        if words[index][2].rstrip(".") in _HONORIFICS and words[index - 1][2].rstrip(".") not in _HONORIFICS:
            return words[index:]
    return words


def _is_plain(page: Page, vocabulary: Vocabulary, start: int, word: str, *, trimmed: bool) -> bool:
    """Return whether the one word left of a run is no name; «Search» of «Search Committee» is none."""
    return word in vocabulary.english and (trimmed or not _may_name(page, vocabulary, start, word))


def _is_loose(vocabulary: Vocabulary, words: list[Word], index: int, *, opens: bool) -> bool:
    """Return whether a word at the head of a run belongs to no name."""
    word = words[index][2]
    if word in vocabulary.titles or (word in INSTITUTIONS and len(words) > index + 1):
        return False
    if word in vocabulary.not_names:
        return True
    if index or not opens:
        return word in vocabulary.openers and word not in vocabulary.role_words
    named = len(words) > 1 and words[1][2] in vocabulary.first_names
    return word in vocabulary.openers or (named and word in vocabulary.english)
