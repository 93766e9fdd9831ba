"""Names in cased text: which run of capitals is a person, an organisation or a place.

The page and the vocabulary enter; hits leave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tactful.facts.hits import GUESS, NAME, Hit
from tactful.facts.roles import ROLE_FOLLOWERS
from tactful.facts.runs import find_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.facts.page import Page
    from tactful.facts.runs import Run
    from tactful.facts.vocabulary import Vocabulary
    from tactful.result import FactType

_AT = frozenset(("at", "join", "joining", "joined", "@", "leave", "leaving", "choose", "chose"))
_TO_PERSON = frozenset(
    "thank thanks tell told ask asked hi hello hey dear cheers ta meet met meeting know knows let call called it's its im i'm "
    "am is name's named sign".split()
)
_SPEAKING = frozenset(("to", "with", "by", "and", "from"))
_TALK = frozenset(
    "talk talked talking speak spoke speaking spoken say hi hello thanks thank regards greetings chat chats conversation "
    "conversations call meeting met interview interviews interviewed session time reach pass word wishes lunch coffee".split()
)
_PERSON_AFTER = frozenset(
    "told said says interviewed mentioned explained asked called wrote emailed showed gave shared has's and's here suggested "
    "promised introduced who".split()
)
_MOVE = frozenset(
    "move moved moving relocate relocated relocating relocation commute commuting travel posted come return drive back fly "
    "transfer transferred moves".split()
)
_IN = frozenset(("in", "near", "around", "outside", "based", "inside", "visit", "visiting", "across"))
_OF = frozenset(("at", "for", "from", "of", "with", "by", "to", "than", "joining", "join", "inside", "within"))


def find_names(page: Page, words: Vocabulary) -> Iterator[Hit]:
    """Yield the persons, organisations and places of a page that are written with capitals."""
    if page.shouted:
        return
    known: dict[str, FactType] = {}
    unsure: list[Run] = []
    before: Hit | None = None
    for run in find_runs(page, words):
        if _in_span(page, run, "sign_off"):
            continue
        kind = _sure_type(page, words, run)
        if kind is None and before and run.before and run.before[-1] in {"and", "or", "&"} and run.start - before.end < 6:
            kind = before.type
        if kind is None:
            unsure.append(run)
            continue
        before = Hit(run.start, run.end, NAME, kind)
        for word in run.words:
            known.setdefault(word.folded, kind)
        yield before
    for run in unsure:
        kind = known.get(run.words[0].folded) or _likely_type(page, words, run)
        if kind:
            yield Hit(run.start, run.end, GUESS, kind)


def _sure_type(page: Page, words: Vocabulary, run: Run) -> FactType | None:
    """Return the type that the words of a run, or those beside it, tell for sure."""
    first, last = run.words[0].folded, run.words[-1].folded
    if first in words.titles and len(run.words) > 1:
        return "person"
    if last in words.company_suffixes and len(run.words) > 1 or "&" in page.text[run.start : run.end]:
        return "organisation"
    if _in_span(page, run, "greeting"):
        return _addressee(words, run)
    if _in_span(page, run, "signature"):
        return _signer(page, words, run)
    whole = page.folded[run.start : run.end]
    if whole in words.places:
        return "place"
    if whole in words.companies:
        return "organisation"
    return _by_neighbour(words, run)


def _by_neighbour(words: Vocabulary, run: Run) -> FactType | None:
    first = run.words[0].folded
    before = run.before[-1] if run.before else ""
    earlier = run.before[-2] if len(run.before) > 1 else ""
    if run.after in {"role", "position", "job", "post", "vacancy", "spot", "gig"} and first not in words.first_names:
        return "role" if before in {"the", "a", "an", "your", "this"} and len(run.words) > 1 else None
    if before in _AT:
        return "organisation"
    if first in words.first_names or (first in words.word_names and len(run.words) > 1):
        return "person"
    if before in words.relations or before in _TO_PERSON or (before in _SPEAKING and earlier in _TALK):
        return "person"
    if before in _IN or (before in {"to", "from"} and earlier in _MOVE):
        return "place"
    if run.after in _PERSON_AFTER:
        return "person"
    if before in {"a", "an", "as"} and earlier in {"as", "me", "become", "you", "join"}:
        return "role"
    return None


def _in_span(page: Page, run: Run, part: str) -> bool:
    span = getattr(page.anatomy, part)
    return span is not None and span.start <= run.start < span.end


def _addressee(words: Vocabulary, run: Run) -> FactType | None:
    """Return what a name in the greeting is: «Dear Northfield team» names a company."""
    if run.after in {"team", "recruiting", "talent", "hiring", "recruitment", "hr", "people", "board"}:
        return "organisation"
    return "person"


def _signer(page: Page, words: Vocabulary, run: Run) -> FactType | None:
    """Return what a name in the signature is: the first one signs."""
    signature = page.anatomy.signature
    lead = page.text[signature.start : run.start] if signature else ""
    if "\n" not in lead.strip("\n"):
        return "person"
    whole = page.folded[run.start : run.end]
    if whole in words.places:
        return "place"
    if run.words[0].folded in words.first_names:
        return "person"
    return "organisation"


def _likely_type(page: Page, words: Vocabulary, run: Run) -> FactType | None:
    """Return the likelier type of a run that nothing tells for sure; ``None`` for an ordinary word."""
    ordinary = [word.folded in words.english for word in run.words]
    whole = page.text[run.start : run.end]
    before = run.before[-1] if run.before else ""
    if all(ordinary):
        if _in_span(page, run, "subject") or run.opens:
            return None
        if len(run.words) == 1 and whole.isupper() and len(whole) > 1 and before not in _OF:
            return None
        return "organisation"
    if run.opens and len(run.words) == 1 and words.is_misspelt_opener(run.words[0].folded):
        return None
    if len(run.words) == 1 and (whole.isupper() or not whole.istitle()):
        return "organisation"
    if run.opens or (len(run.words) in {2, 3} and before not in _OF and not any(ordinary)):
        return "person"
    return "organisation"
