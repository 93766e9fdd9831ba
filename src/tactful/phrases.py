"""The phrase bank: sentences the composer may supply, and how they are recognised again.

A rule book and what is wanted enter; filled phrases leave, the same ones for the same wish.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tactful.rulebook.book import RuleBook
from tactful.text import fold

_SLOT = re.compile(r"\{([a-z]+)\}")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of the bank; ``slots`` must all be known before it may be used."""

    text: str
    act: str
    tones: tuple[str, ...]
    channels: tuple[str, ...]
    kinds: tuple[str, ...]
    claims: frozenset[str]
    topic: str | None
    slots: frozenset[str]

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the sentence with its slots filled."""
        return _SLOT.sub(lambda match: values[match.group(1)], self.text)


@dataclass(frozen=True, slots=True)
class Wish:
    """What kind of phrase is wanted; ``needed`` are the slots whose values should find a place."""

    act: str
    tone: str
    channel: str
    kind: str
    claims: frozenset[str] = frozenset()
    topic: str | None = None
    needed: frozenset[str] = frozenset()
    turn: int = 0


class PhraseBank:
    """All phrases of a rule book, by act."""

    def __init__(self, book: RuleBook) -> None:
        self._by_act: dict[str, list[Phrase]] = defaultdict(list)
        for data in book.data["phrases"]:
            self._by_act[data["act"]].append(_phrase(data))
        self._recognisers: list[tuple[re.Pattern[str], Phrase, tuple[str, ...]]] | None = None

    def choose(self, wish: Wish, values: Mapping[str, str]) -> str | None:
        """Return the phrase that fits best, filled, or ``None``; ``turn`` walks through equals."""
        fitting = list(self._fitting(wish, values))
        if not fitting:
            return None
        best = max(_fit(phrase, wish) for phrase in fitting)
        equals = [phrase for phrase in fitting if _fit(phrase, wish) == best]
        return equals[wish.turn % len(equals)].fill(values)

    def all_fitting(self, wish: Wish, values: Mapping[str, str]) -> list[str]:
        """Return every phrase that fits, best first."""
        fitting = sorted(self._fitting(wish, values), key=lambda phrase: _fit(phrase, wish), reverse=True)
        return [phrase.fill(values) for phrase in fitting]

    def _fitting(self, wish: Wish, values: Mapping[str, str]) -> Iterator[Phrase]:
        for phrase in self._by_act.get(wish.act, ()):
            if (
                wish.kind in phrase.kinds
                and phrase.claims <= wish.claims
                and phrase.slots <= values.keys()
                and phrase.topic == wish.topic
            ):
                yield phrase

    def recognise(self, sentence: str) -> Iterator[tuple[Phrase, dict[str, str]]]:
        """Yield the phrases that a sentence is word for word, and what fills their slots."""
        plain = _plain(sentence)
        for pattern, phrase, slots in self._all_recognisers():
            match = pattern.fullmatch(plain)
            if match:
                yield phrase, dict(zip(slots, match.groups(), strict=True))

    def _all_recognisers(self) -> list[tuple[re.Pattern[str], Phrase, tuple[str, ...]]]:
        if self._recognisers is None:
            self._recognisers = [
                _recogniser(phrase) for phrases in self._by_act.values() for phrase in phrases
            ]
        return self._recognisers

    def vocabulary(self) -> frozenset[str]:
        """Return every folded word that some phrase without claims has."""
        return self._vocabulary

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(
            word
            for phrases in self._by_act.values()
            for phrase in phrases
            if not phrase.claims and phrase.topic is None
            for word in re.findall(r"[a-z]+", fold(_SLOT.sub(" ", phrase.text)))
        )


def _fit(phrase: Phrase, wish: Wish) -> tuple[int, int, int]:
    """Return how well a phrase fits: channel first, then the slots to place, then the tone."""
    placed = len(phrase.slots & wish.needed) * 2 - len(phrase.slots - wish.needed)
    return (int(wish.channel in phrase.channels), placed, int(wish.tone in phrase.tones))


def _plain(sentence: str) -> str:
    return _BLANKS.sub(" ", fold(sentence)).strip()


def _recogniser(phrase: Phrase) -> tuple[re.Pattern[str], Phrase, tuple[str, ...]]:
    parts = _SLOT.split(phrase.text)
    pattern = "".join(
        "(.{1,80}?)" if at % 2 else re.escape(_BLANKS.sub(" ", fold(part))) for at, part in enumerate(parts)
    )
    return re.compile(pattern), phrase, tuple(parts[1::2])


def _phrase(data: Mapping[str, object]) -> Phrase:
    text = str(data["text"])
    return Phrase(
        text=text,
        act=str(data["act"]),
        tones=_words(data["tones"]),
        channels=_words(data["channels"]),
        kinds=_words(data["kinds"]),
        claims=frozenset(_words(data["claims"])),
        topic=None if data["topic"] is None else str(data["topic"]),
        slots=frozenset(_SLOT.findall(text)),
    )


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else ()


@lru_cache(maxsize=4)
def bank_for(book: RuleBook) -> PhraseBank:
    """Return the phrase bank of a rule book."""
    return PhraseBank(book)
