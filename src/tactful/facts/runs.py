"""Runs: sequences of capitalised words, cut where no name goes on.

The page and the vocabulary enter; runs leave, each with the words around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tactful.facts.neighbours import word_after, words_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.facts.page import Page
    from tactful.facts.vocabulary import Vocabulary

# Letters that are upper case, and those of scripts that have no case.
_UPPER = (
    "A-Z"
    + "".join(chr(code) for code in range(0xC0, 0x2000) if chr(code).isupper() and code not in range(0x10A0, 0x10D0))
    + "\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u0904-\u0939\u0985-\u09b9\u0b85-\u0bb9\u0e01-\u0e30"
    + "\u3041-\u30fe\u3400-\u9fff\uac00-\ud7a3"
)
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0e31-\u0e4e"
_INNER = rf"[\w{_MARKS}]"
_WORD = rf"[{_UPPER}]{_INNER}*+(?:(?:['\u2019](?!(?:[sSmMdDtT]|ve|ll|re|VE|LL|RE)\b)|[-&/]|\.(?=[a-z{_UPPER}]{{2}}|-)|\.-){_INNER}++)*+(?:!(?=[ ][a-z]))?"
_ABBREVIATED = (
    r"(?:\.(?:(?<=\b[A-Z]\.)|(?<=\b(?:Mr|Ms|Dr|St|Jr|Sr|Fr|Hr)\.)|(?<=\b(?:Mrs|Pvt|Rev|Mag|Ing|Pty|Sra)\.)"
    r"|(?<=\b(?:Prof|Mlle|Dipl|Capt)\.)))?"
)
_PARTICLE = r"(?:van|von|vom|de|der|den|del|della|di|da|das|do|dos|du|la|le|las|los|bin|binti|ibn|al|el|ter|ten|zu|zur|y|of|of the|and|&|und|et)"
_GAP = rf"{_ABBREVIATED}(?:[ \t\u00a0]|\n)(?:{_PARTICLE} ){{0,2}}+(?!I\b)"
_LISTED = rf", (?=[{_UPPER}]\w* (?:&|and) [{_UPPER}]\w*(?: (?:LLP|LLC|Inc|Ltd|Associates|Partners)))"
_RUN = re.compile(rf"{_WORD}(?:(?:{_GAP}|{_LISTED}){_WORD})*+")
_TOKEN = re.compile(_WORD)
_OPENERS = frozenset(".!?:\u2026\"\u201c\u201d*\u2022>-")
_FAMILY_ENDS = frozenset(("sons", "co", "partners", "associates", "company", "daughters", "brothers", "young", "gamble", "johnson"))
_OF_HEADS = frozenset(
    "bank university college department ministry institute office school church city board council museum hospital house academy "
    "centre center association society faculty federation republic state district bay isle port chamber court union bureau "
    "agency authority community kingdom states conservatory foundation league order guild".split()
)
_CUTTING = frozenset((" and ", " und ", " et ", " of ", " of the "))
_WRAPPED = 45


class Word(NamedTuple):
    """One word of a run, folded."""

    start: int
    end: int
    folded: str


class Run(NamedTuple):
    """Capitalised words that may be one name; ``opens`` tells that a sentence or line starts here."""

    words: tuple[Word, ...]
    opens: bool
    before: list[str]
    after: str

    @property
    def start(self) -> int:
        """Where the run starts."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the run ends."""
        return self.words[-1].end


def find_runs(page: Page, vocabulary: Vocabulary) -> Iterator[Run]:
    """Yield the runs of capitalised words that hold more than an ordinary word at a sentence's start."""
    text, folded = page.text, page.folded
    for match in _RUN.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "'\u2019"):
            start = _reach_back(text, start)
        word = folded[start:end]
        opens = _opens(text, start)
        if " " in word or "\n" in text[start:end]:
            for piece in _pieces(page, start, end):
                yield from _trimmed(page, vocabulary, piece)
        elif end - start > 1 and not (word in vocabulary.not_names or (opens and word in vocabulary.english and not _is_kept(page, start))):
            yield _run(page, (Word(start, end, word),))


def _is_kept(page: Page, start: int) -> bool:
    """Return whether a position lies in greeting or signature, where an ordinary word may be a name."""
    for span in (page.anatomy.greeting, page.anatomy.signature):
        if span and span.start <= start < span.end:
            return True
    return False


def _reach_back(text: str, start: int) -> int:
    """Return where a name like eBay, 23andMe or d'Angelo starts; only short heads belong to it."""
    first = start
    while first and start - first < 6 and (text[first - 1].isalnum() or text[first - 1] in "'\u2019"):
        first -= 1
    return first if not (first and text[first - 1].isalnum()) else start


def _opens(text: str, start: int) -> bool:
    """Return whether a sentence, a line or a quotation starts here."""
    if start == 0 or text[start - 1] in "\n\"\u201c(":
        return True
    return text[start - 1].isspace() and text[start - 2 : start - 1] in _OPENERS | {"\n", " ", ""}


def _run(page: Page, words: tuple[Word, ...]) -> Run:
    start, end = words[0].start, words[-1].end
    return Run(words, _opens(page.text, start), words_before(page.folded, start), word_after(page.folded, end))


def _pieces(page: Page, start: int, end: int) -> Iterator[tuple[Word, ...]]:
    """Yield a run cut at line ends and at «and» and «of» that hold no name together."""
    piece: list[Word] = []
    for match in _TOKEN.finditer(page.text, start, end):
        first = start if not piece and match.start() - start < 6 and match.start() > start else match.start()
        word = Word(first, match.end(), page.folded[first : match.end()])
        if piece and _is_cut(page, piece[-1], word):
            yield tuple(piece)
            piece = []
        piece.append(word)
    if piece:
        yield tuple(piece)


def _is_cut(page: Page, before: Word, word: Word) -> bool:
    gap = page.folded[before.end : word.start]
    if "\n" in page.text[before.end : word.start]:
        line = page.text.rfind("\n", 0, before.end) + 1
        body = page.anatomy.body
        return not (body.start <= before.start < body.end) or before.end - line < _WRAPPED
    if gap not in _CUTTING:
        return False
    if gap in {" of ", " of the "}:
        return before.folded not in _OF_HEADS
    return word.folded not in _FAMILY_ENDS


def _trimmed(page: Page, vocabulary: Vocabulary, words: tuple[Word, ...]) -> Iterator[Run]:
    """Yield the piece without words at its ends that belong to no name."""
    first, last = 0, len(words)
    while first < last and _is_loose(page, vocabulary, words[first]):
        first += 1
    while last > first and words[last - 1].folded in vocabulary.not_names:
        last -= 1
    if first == last:
        return
    run = _run(page, words[first:last])
    single = last - first == 1
    if not (single and run.opens and run.words[0].folded in vocabulary.english and not _is_kept(page, run.start)):
        yield run


def _is_loose(page: Page, vocabulary: Vocabulary, word: Word) -> bool:
    """Return whether the first word of a run belongs to no name."""
    if word.folded in vocabulary.titles:
        return False
    return word.folded in vocabulary.not_names or (
        word.folded in vocabulary.openers and _opens(page.text, word.start)
    )
