"""Writes which words say what others say, after WordNet: ``make entailed-words``.

The folder of WordNet's database (Debian's wordnet-base) enters; ``rules/lexicons/fact-entailed-words.txt``
leaves.  Only the commonest senses of a word count, only words of one piece that the list of English words
has, and no word that stands for too many others to say anything.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from tactful.facts.english import read_english_words
from tactful.fidelity.paraphrase import stem

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "rules" / "lexicons" / "fact-entailed-words.txt"
PARTS_OF_SPEECH = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
BROADER = frozenset({"@", "@i", "*"})
# «Similar to»: bright and brilliant; also what an adverb is made of, and a word of another part of speech.
ALIKE = frozenset({"&"})
DERIVED = frozenset({"+", "\\"})
MOST_SENSES = 3
# A sense that a word has in fewer of the texts that WordNet counts is not what a reader thinks of.
LEAST_SHARE = 0.1
# What stands for more words than this is «thing» or «move».
MOST_NARROWER = 40
SHORTEST = 3


class Synset(NamedTuple):
    """The words of one sense, and where its pointers lead."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, str], ...]


def main(folder: Path) -> None:
    """Write the table."""
    same, broader = _relations(folder)
    narrower: dict[str, set[str]] = defaultdict(set)
    for word, others in broader.items():
        for other in others:
            narrower[other].add(word)
    vague = {word for word, others in narrower.items() if len(others) > MOST_NARROWER}
    lines = []
    for word in sorted({*same, *narrower}):
        alike = " ".join(sorted(same.get(word, ())))
        less = "" if word in vague else " ".join(sorted(narrower[word] - same.get(word, set())))
        if alike or less:
            lines.append(f"{word}|{alike}|{less}")
    head, _, _ = TABLE.read_text(encoding="utf-8").partition("\n\n")
    TABLE.write_text(f"{head}\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} words written")


def _relations(folder: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the roots that say the same as a root, and those that say less."""
    synsets = dict(_synsets(folder))
    irregular = _irregular_forms(folder)
    same: dict[str, set[str]] = defaultdict(set)
    broader: dict[str, set[str]] = defaultdict(set)
    known = read_english_words() - _relatives()
    for word, places in _senses(folder).items():
        if word not in known or len(word) < SHORTEST:
            continue
        alike, less = _related(word, places, synsets)
        for form in (word, *irregular.get(word, ())):
            root = stem(form)
            same[root].update(stem(one) for one in (*alike, word) if one in known)
            broader[root].update(stem(one) for one in less if one in known)
            same[stem(word)].add(root)
    for root, others in list(same.items()):
        others.discard(root)
        for other in list(others):
            same[other].add(root)
    return same, broader


def _relatives() -> frozenset[str]:
    """Return the words for relatives: «to mother» is no reason to take a mother for a father."""
    lexicon = yaml.safe_load((TABLE.parent / "fact-relations.yaml").read_text(encoding="utf-8"))
    return frozenset(("mother", "father", *lexicon["words"]))


def _related(word: str, places: list[str], synsets: dict[str, Synset]) -> tuple[set[str], set[str]]:
    alike: set[str] = set()
    less: set[str] = set()
    for place in places:
        synset = synsets[place]
        alike.update(synset.words)
        own = synset.words.index(word) + 1 if word in synset.words else 0
        for symbol, part, offset, ends in synset.pointers:
            target = synsets.get(part + offset)
            if target is None:
                continue
            if symbol in BROADER | ALIKE:
                less.update(target.words)
            elif symbol in DERIVED:
                # Both ends of the pointer in one number: which word of each synset it joins, 0 for none.
                here, there = divmod(int(ends, base=16), 256)
                if here == own and there:
                    alike.add(target.words[there - 1])
    alike.discard(word)
    return alike, less


def _synsets(folder: Path) -> Iterator[tuple[str, Synset]]:
    for name, part in PARTS_OF_SPEECH.items():
        for line in _lines(folder / f"data.{name}"):
            fields = line.partition(" | ")[0].split()
            count = int(fields[3], 16)
            words = tuple(re.sub(r"\(.*\)", "", fields[4 + 2 * at]).lower() for at in range(count))
            rest = fields[4 + 2 * count + 1 :]
            pointers = tuple(
                (rest[at], rest[at + 2].replace("s", "a"), rest[at + 1], rest[at + 3])
                for at in range(0, 4 * int(fields[4 + 2 * count]), 4)
            )
            yield part + fields[0], Synset(words, pointers)


def _senses(folder: Path) -> dict[str, list[str]]:
    """Return the places of the commonest senses of each word."""
    senses: dict[str, list[str]] = defaultdict(list)
    counts = _counts(folder)
    for name, part in PARTS_OF_SPEECH.items():
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            offsets = fields[-int(fields[2]) :]
            counted = [counts[fields[0], part, at] for at in range(1, len(offsets) + 1)]
            senses[fields[0]].extend(
                part + offset
                for offset, count in zip(offsets[:MOST_SENSES], counted, strict=False)
                if count >= LEAST_SHARE * sum(counted)
            )
    return senses


def _counts(folder: Path) -> Counter[tuple[str, str, int]]:
    """Return how often WordNet's texts have each sense of a word."""
    counts: Counter[tuple[str, str, int]] = Counter()
    for line in _lines(folder / "cntlist.rev"):
        key, sense, count = line.split()
        word, _, kind = key.partition("%")
        counts[word, "nvara"[int(kind[0]) - 1], int(sense)] += int(count)
    return counts


def _irregular_forms(folder: Path) -> dict[str, list[str]]:
    """Return the forms of words that no ending tells, such as «lent» of «lend»."""
    forms: dict[str, list[str]] = defaultdict(list)
    for name in PARTS_OF_SPEECH:
        for line in _lines(folder / f"{name}.exc"):
            form, *words = line.split()
            for word in words:
                forms[word].append(form)
    return forms


def _lines(path: Path) -> Iterator[str]:
    return (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("  "))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"))
