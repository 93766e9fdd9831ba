"""Accounts for every sentence of a candidate: the writer's, a phrase, or words of its own.

The draft's clauses and an analysed candidate enter; for each sentence an ``Account`` leaves, and what
no source accounts for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tactful.analysis import Analysis, analyse
from tactful.draft import take_apart
from tactful.draft.model import Sentence
from tactful.fidelity.denial import REFUSING_ACTS, About, Denials
from tactful.fidelity.done import claims_done
from tactful.fidelity.paraphrase import paraphrase_of, stem
from tactful.fidelity.slips import slips_of
from tactful.fidelity.source import SourceClause, topics_in
from tactful.fidelity.tokens import NEGATIONS, content_words, negations, parts_of, plain
from tactful.phrases import Phrase, bank_for
from tactful.rulebook.book import RuleBook

FORMULA_ACTS = frozenset({"thanks", "decline", "withdraw", "goodwill", "apology", "deliberation", "close"})
MOST_CLAUSES = 12
DECIDING_ACTS = frozenset({"decline", "withdraw", "accepted-other", "takes-back-acceptance"})
# What counts is that the act is there; its facts are looked for by themselves.
REWORDED_ACTS = FORMULA_ACTS | DECIDING_ACTS | {"more-time"}
# What a message claims, promises or feels by them must be in the draft too.
CLAIMING_ACTS = frozenset(
    {
        *("accept", "accepted-other", "conditional-yes", "negotiate", "more-time", "follow-up"),
        *("interest", "praise", "openness", "late-reply", "no-contact", "takes-back-acceptance"),
    }
)
# What any reason may be measured by: the writer's own needs.
_MEASURED = frozenset({"fit"})
_WISHING = frozenset({"wish", "wishes", "wishing", "hope", "luck", "best", "success"})
# A claim that lies in its words alone: where the draft has them, it is the draft's.
_ASKING = frozenset({"request", "feedback-request"})
_SEEKING = _ASKING | {"pass-on", "logistics"}
_DEMANDING = frozenset({"demand", "curt-request", "note-form"})
_OF_WORDS = frozenset(
    {"praise", "accepted-other", "negotiate", "no-contact", "late-reply", "more-time", "follow-up"}
)
_OF_OTHERS = frozenset({"openness", "interest", "praise"})
_NAMES = frozenset({"person", "organisation", "role"})
# What a fact may be called, whatever the draft calls it.
_CALLED = {
    "amount": "amount sum figure pay rate price",
    "contact": "address contact number e-mail",
    "date": "date day",
}


@dataclass(frozen=True, slots=True)
class Account:
    """One candidate sentence: ``clauses`` are the draft's clauses it consists of."""

    text: str
    words: tuple[str, ...]
    acts: frozenset[str]
    topics: frozenset[str]
    clauses: tuple[int, ...] = ()
    phrase: Phrase | None = None
    added: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()


class Accountant:
    """Holds what the draft offers while the sentences of a candidate are accounted for."""

    def __init__(self, draft: Analysis, clauses: Sequence[SourceClause]) -> None:
        self._draft = draft
        self._clauses = clauses
        self._by_sentence: dict[int, list[int]] = {}
        for at, clause in enumerate(clauses):
            self._by_sentence.setdefault(clause.sentence, []).append(at)
        known = (draft.draft.written, *_context_values(draft))
        self._known_text = plain(" \n ".join(known))
        words = {*content_words(" \n ".join(known), draft.book), *(w for one in clauses for w in one.mended)}
        words |= {part for word in words if "-" in word for part in parts_of(word)}
        words |= {word for fact in draft.facts for word in _CALLED.get(fact.type, "").split()}
        self.named = frozenset(
            content_words(" ".join(fact.text for fact in draft.facts if fact.type in _NAMES), draft.book)
        )
        self.paraphrase = paraphrase_of(draft.book)
        self.formula = frozenset(map(stem, bank_for(draft.book).vocabulary()))
        self._denials = Denials(clauses, self.paraphrase, named=self.named, formula=self.formula)
        self._topics = frozenset(topic for clause in clauses for topic in clause.topics)
        self._known = self.paraphrase.senses_of(words | self._topics)
        self._formula_acts = FORMULA_ACTS | (draft.act_names & REWORDED_ACTS)

    def account(self, candidate: Analysis) -> tuple[Account, ...]:
        """Return the account of every body sentence of a candidate."""
        return tuple(self._sentence(candidate, at) for at in range(len(candidate.draft.sentences)))

    def knows(self, text: str) -> bool:
        """Return whether draft or context has this text, by its letters."""
        return f" {plain(text)} " in f" {self._known_text} "

    def accounts_for(self, text: str) -> bool:
        """Return whether the draft has words for all that a text asserts."""
        words = self.paraphrase.weighty(content_words(text, self._draft.book))
        return not self.paraphrase.unaccounted(words, self._known)

    def _sentence(self, candidate: Analysis, at: int) -> Account:
        sentence = candidate.draft.sentences[at]
        text = candidate.draft.slice(sentence)
        words = self._words_of(text, candidate.book)
        readings = [one for one in candidate.readings if one.sentence == at]
        mask = 0
        for reading in readings:
            mask |= reading.mask
        acts = frozenset(name for name, tag in candidate.book.act_tags.items() if mask >> tag & 1)
        topics = topics_in(mask, candidate.book)
        made_of = self._made_of(words)
        if made_of:
            return Account(text, words, acts, topics, clauses=made_of)
        denied = ("not",) if self._turns(words) else ()
        parts = tuple(self._words_of(candidate.draft.slice(one), candidate.book) for one in sentence.clauses)
        recognised = [
            (self._unlicensed(phrase, values), phrase)
            for phrase, values in bank_for(candidate.book).recognise(text)
        ]
        if recognised:
            added, phrase = min(recognised, key=lambda one: len(one[0]))
        if recognised and not (added and phrase.slots):
            return Account(text, words, acts, topics, phrase=phrase, added=added, parts=parts)
        beyond = () if self._runs_on(words) else denied or self._beyond(candidate, sentence, acts)
        return Account(text, words, acts, topics, added=beyond, parts=parts)

    def _words_of(self, text: str, book: RuleBook) -> tuple[str, ...]:
        """Return the content words of a text, mended slips as the writer wrote them."""
        return slips_of(self._draft).as_written(content_words(text, book))

    def _runs_on(self, words: tuple[str, ...]) -> bool:
        """Return whether the words are clauses of the draft in a row, its sentences run together."""
        forms = [clause.mended for clause in self._clauses]
        return any(_tile(words, list(enumerate(forms[start:]))) for start in range(len(forms)) if words)

    def _made_of(self, words: tuple[str, ...], *, asserted: bool = False) -> tuple[int, ...]:
        """Return the clauses of one draft sentence that these words are, whole and in order.

        With ``asserted``, the negations of the draft do not count.
        """
        if not words:
            return ()
        for places in self._by_sentence.values():
            for form in ("words", "mended"):
                forms = [(at, getattr(self._clauses[at], form)) for at in places[:MOST_CLAUSES]]
                found = _tile(words, [(at, _asserted(one) if asserted else one) for at, one in forms])
                if found:
                    return found
        return ()

    def _turns(self, words: tuple[str, ...]) -> bool:
        """Return whether these are clauses of the draft but for a negation that is put in or taken out."""
        made_of = self._made_of(_asserted(words), asserted=True)
        return bool(made_of) and negations(words) != sum(negations(self._clauses[at].words) for at in made_of)

    def _unlicensed(self, phrase: Phrase, values: dict[str, str]) -> tuple[str, ...]:
        added = [value for value in values.values() if not self.knows(value)]
        added.extend(claim for claim in sorted(phrase.claims) if claim not in self._draft.act_names)
        if phrase.topic is not None and phrase.topic not in self._topics:
            added.append(phrase.topic)
        return tuple(added)

    def _beyond(self, candidate: Analysis, sentence: Sentence, acts: frozenset[str]) -> tuple[str, ...]:
        """Return what free words say beyond the draft: unknown words, a turned meaning, an act of its own."""
        beyond: list[str] = []
        whole = self._words_of(candidate.draft.slice(sentence), candidate.book)
        for clause in sentence.clauses:
            reading = next((one for one in candidate.readings if one.start == clause.start), None)
            mask = reading.mask if reading else 0
            topics = topics_in(mask, candidate.book)
            reason = bool(topics & self._topics) and topics - self._topics <= _MEASURED
            words = self._words_of(candidate.draft.slice(clause), candidate.book)
            about = About(self._acts_in(mask), acts & self._formula_acts, topics if reason else frozenset())
            beyond.extend(self._clause_beyond(words, whole, about))
        text = candidate.draft.folded[sentence.start : sentence.end]
        if not beyond and claims_done(text, self._draft.draft.folded):
            beyond.append("done")
        if acts & _ASKING and not beyond and not self._asks_for(whole):
            beyond.append("request")
        claimed = (acts & CLAIMING_ACTS) - self._draft.act_names
        if claimed:
            told = _OF_WORDS if not beyond and self._is_all_told(whole) else frozenset()
            beyond.extend(sorted(claimed - self._acts_as_mended - self._referred(acts) - told))
        return tuple(dict.fromkeys(beyond))

    def _asks_for(self, words: Sequence[str]) -> bool:
        """Return whether a clause of the draft asks this, or neighbours have all its words."""
        said = self.paraphrase.weighty(words)
        return (
            not said
            or any(
                form and clause.acts & _ASKING and self.paraphrase.tells(form, words)
                for clause in self._clauses
                for form in {clause.words, clause.mended}
            )
            or any(not self.paraphrase.unaccounted(said, senses) for senses in self._neighbours)
        )

    @cached_property
    def _neighbours(self) -> tuple[frozenset[str], ...]:
        """What the words of a sentence of the draft and of the one after it may stand for, where one asks."""
        asking = {
            clause.sentence
            for clause in self._clauses
            if clause.acts & _SEEKING or _DEMANDING.intersection((*clause.rules, *clause.sentence_rules))
        }
        return tuple(
            self.paraphrase.senses_of(words | self._spoken.get(at + 1, set()))
            for at, words in self._spoken.items()
            if asking.intersection((at, at + 1))
        )

    @cached_property
    def _spoken(self) -> dict[int, set[str]]:
        """The words of each sentence of the draft, as written and as mended."""
        spoken: dict[int, set[str]] = {}
        for clause in self._clauses:
            spoken.setdefault(clause.sentence, set()).update((*clause.words, *clause.mended))
        return spoken

    def _acts_in(self, mask: int) -> frozenset[str]:
        return frozenset(name for name, tag in self._draft.book.act_tags.items() if mask >> tag & 1)

    def _referred(self, acts: frozenset[str]) -> frozenset[str]:
        """Return the claims that a referral or the reason for a no only seems to make."""
        if "referral" in acts & self._draft.act_names:
            return _OF_OTHERS
        return frozenset({"openness"}) if acts & REFUSING_ACTS else frozenset()

    @cached_property
    def _acts_as_mended(self) -> frozenset[str]:
        """What the draft does by its words, once its typing is mended."""
        if all(clause.words == clause.mended for clause in self._clauses):
            return frozenset()
        text = " ".join(clause.mended_text for clause in self._clauses)
        return analyse(take_apart(text, self._draft.draft.context), self._draft.book).act_names

    def _clause_beyond(self, words: tuple[str, ...], whole: tuple[str, ...], about: About) -> tuple[str, ...]:
        said = self._said(words, about)
        unknown = self.paraphrase.unaccounted(said, self._known)
        wished = (
            "goodwill" in about.own and not about.own & CLAIMING_ACTS and bool(_WISHING.intersection(words))
        )
        if unknown and not wished:
            return tuple(unknown)
        if not self._denials.allow(words, about):
            return ("not",)
        if not [word for word in said if word not in self.named]:
            free = about.formulas or about.topics or self._denials.denies_as_the_draft(words)
            return words if negations(words) and not free else ()
        behind = about.topics or wished or self._is_told(words) or self._is_told(whole)
        return () if behind else tuple(said)

    def _said(self, words: Sequence[str], about: About) -> list[str]:
        """Return the words that assert something, where a reason and a formula have words for free."""
        said = self.paraphrase.weighty(words)
        if about.topics:
            said = [word for word in said if stem(word) not in self.paraphrase.reasoning]
        return [word for word in said if not (about.formulas and stem(word) in self.formula)]

    def _is_told(self, said: Sequence[str]) -> bool:
        """Return whether these words come from a clause of the draft, and not from here and there."""
        return any(
            form and self.paraphrase.tells(form, said)
            for clause in self._clauses
            for form in {clause.words, clause.mended}
        )

    def _is_all_told(self, said: Sequence[str]) -> bool:
        """Return whether all that these words assert stands in one sentence; one word alone may be chance."""
        weighty = self.paraphrase.weighty(said)
        return len(weighty) > 1 and any(
            not self.paraphrase.unaccounted(weighty, self.paraphrase.senses_of(words))
            for words in self._spoken.values()
        )


def _context_values(analysis: Analysis) -> list[str]:
    context = analysis.draft.context
    values = [context.to, context.sender, context.role, context.company, *context.negotiable]
    if context.answer_on is not None:
        day = context.answer_on
        values.append(f"{day.strftime('%A')}, {day.day} {day.strftime('%B %Y')}")
    return [value for value in values if value]


def _asserted(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in NEGATIONS)


def _tile(words: tuple[str, ...], clauses: list[tuple[int, tuple[str, ...]]]) -> tuple[int, ...]:
    """Return the clauses that, whole and in order, are these words; empty where they are not."""
    made_of: list[int] = []
    rest = list(words)
    for at, clause in clauses:
        if clause and rest[: len(clause)] == list(clause):
            rest = rest[len(clause) :]
            made_of.append(at)
    return tuple(made_of) if not rest else ()
