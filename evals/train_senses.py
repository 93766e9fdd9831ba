"""Learns the weights of the senses from labelled sentences: ``make senses``.

The drafts in ``evals/labelled/*.jsonl`` and the senses of ``rules/senses/*.yaml`` enter; the table of
weights beside each file leaves, and the share of sentences that drafts left out of the training find
again.  What a word means is taken from the word vectors of MiniLM, so that a word no draft holds weighs
what its neighbours in meaning do.  Each line holds ``{"sort": ..., "sentences": [[label, sentence], ...]}``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from word_vectors import common_words, vectors

from tactful.analysis import analyse
from tactful.draft import take_apart
from tactful.draft.context import Context
from tactful.rulebook.book import RuleBook
from tactful.rulebook.compile import compile_book
from tactful.rulebook.files import Loaded, read_acts, read_rules
from tactful.rulebook.schema import SenseFile
from tactful.rulebook.sense_table import BIAS, MOST_WEIGHT, OF_LEXICON, table_text
from tactful.rulebook.senses import SCALE, pairs, words
from tactful.rulebook.source import read_model
from tactful.text import fold

ROOT = Path(__file__).resolve().parent.parent
SENSES = ROOT / "rules" / "senses"
LABELLED = ROOT / "evals" / "labelled"
# What the bad examples of a rule are, where one word says it.
LABEL_OF_RULE = {
    "blame": "blame",
    "rude-language": "insult",
    "passive-aggression": "sarcasm",
    "sarcasm": "sarcasm",
    "threat": "threat",
    "gossip": "gossip",
    "demand": "demand",
    "comparing-offers": "compare",
    "accusation": "blame",
    "over-sharing": "private",
    "self-deprecation": "selfblame",
    "over-apologising": "selfblame",
    "stringing-along": "maybe",
    "false-conditional": "falseif",
    "defensiveness": "excuse",
    "feeble-excuse": "excuse",
}
# What a sentence is that performs an act; of several, the first in this order.
LABEL_OF_ACT = {
    "goodwill": "goodwill",
    "decline": "decision",
    "withdraw": "decision",
    "takes-back-acceptance": "decision",
    "thanks": "thanks",
    "apology": "apology",
    "request": "request",
    "logistics": "logistics",
    "referral": "referral",
    "pass-on": "request",
    "accepted-other": "reason",
    "reason": "reason",
    "interest": "interest",
    "praise": "interest",
    "openness": "goodwill",
    "negotiate": "condition",
    "more-time": "request",
    "feedback-request": "request",
}
STRENGTH = 1.0
# A near miss of the rule book counts more: it stands for what must not be called a quarrel.
NEAR_MISS = 0
NEAR_MISS_WEIGHT = 4.0
FOLDS = 5


class Learning(NamedTuple):
    """What a table is learned by.

    A word counts from ``rarest`` sentences on, its meaning ``meaning`` as much as itself; words whose
    weights are all below ``least`` say nothing.
    """

    rarest: int
    meaning: float
    least: int


LEARNING = Learning(rarest=2, meaning=0.6, least=3)
# Senses asked for among a few sentences only are to name what is found already: a small table will do.
LEARNING_AMONG = Learning(rarest=3, meaning=0.0, least=12)
# A label, its sentence, and a number for its draft.
Row = tuple[str, str, int]


def main() -> None:
    """Write the tables of weights and print how well senses are found in drafts not trained on."""
    files = [Loaded(path, *read_model(path, SenseFile)) for path in sorted(SENSES.glob("*.yaml"))]
    for one in files:
        _begin_anew(one)
    book = RuleBook(compile_book(ROOT / "rules"))
    rows = list(_sentences(book))
    known = {label for one in files for labels in one.model.senses.values() for label in labels}
    if unknown := {label for label, _, _ in rows} - known:
        sys.exit(f"No sense has the label {', '.join(sorted(unknown))}: name it in {SENSES.name}.")
    for one in files:
        _learn(one, rows, book)


def _begin_anew(one: Loaded) -> None:
    """Write an empty table where the one there is has other senses, so that the rules can be read."""
    path, names = one.path.parent / one.model.weights, list(one.model.senses)
    written = path.read_text(encoding="utf-8") if path.exists() else ""
    if written.partition("\n")[0].split("\t")[1:] != names:
        path.write_text(table_text(names, {}), encoding="utf-8")


def _learn(one: Loaded, rows: list[Row], book: RuleBook) -> None:
    """Write the table of one file of senses, learned from the sentences that have a label of it."""
    senses = one.model.senses
    names = list(senses)
    sense_of = {label: at for at, name in enumerate(names) for label in senses[name]}
    rows = [row for row in rows if row[0] in sense_of]
    wanted = np.array([sense_of[label] for label, _, _ in rows])
    learning = LEARNING_AMONG if one.model.among else LEARNING
    counter = CountVectorizer(analyzer=_reader(book), min_df=learning.rarest)
    seen = counter.fit_transform([text for _, text, _ in rows])
    meaning_of: dict[str, np.ndarray] = {}
    if learning.meaning:
        meanings, meaning_of = _meanings([words(fold(text)) for _, text, _ in rows], learning.meaning)
        seen = hstack([seen, meanings]).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    drafts = [draft for _, _, draft in rows]
    found = cross_val_predict(model, seen, wanted, groups=drafts, cv=GroupKFold(FOLDS))
    _report(names, wanted, found)
    model.fit(
        seen, wanted, sample_weight=[NEAR_MISS_WEIGHT if draft == NEAR_MISS else 1.0 for draft in drafts]
    )
    known = counter.get_feature_names_out()
    weights = dict(zip(known, model.coef_[:, : len(known)].T, strict=True))
    for word, meaning in meaning_of.items():
        weights[word] = weights.get(word, 0.0) + model.coef_[:, len(known) :] @ meaning
    rounded = {word: _rounded(weight) for word, weight in weights.items()}
    table = {word: weight for word, weight in rounded.items() if max(map(abs, weight)) >= learning.least}
    table[BIAS] = np.rint(model.intercept_ * SCALE).astype(int).tolist()
    (one.path.parent / one.model.weights).write_text(table_text(names, table), encoding="utf-8")
    print(f"{one.model.id}: {len(rows)} sentences, {len(table)} rows written")


def _reader(book: RuleBook) -> Callable[[str], list[str]]:
    """Return what reads the words, the pairs and the lexicons of a sentence."""
    lexicons = {
        1 << book.tag_index[name]: OF_LEXICON + name
        for name in book.data["lexicons"]
        if name in book.tag_index
    }

    def read(text: str) -> list[str]:
        folded = fold(text)
        mask = book.mask(folded)
        found = words(folded)
        return [*found, *pairs(found), *(name for bit, name in lexicons.items() if mask & bit)]

    return read


def _meanings(sentences: list[list[str]], share: float) -> tuple[csr_matrix, dict[str, np.ndarray]]:
    """Return the sum of meanings of each sentence, a row each, and the meaning of each word."""
    vocabulary = sorted({word for sentence in sentences for word in sentence}.union(common_words()))
    meaning = dict(zip(vocabulary, vectors(vocabulary) * share, strict=True))
    return csr_matrix(np.array([sum(meaning[word] for word in sentence) for sentence in sentences])), meaning


def _rounded(weights: np.ndarray) -> list[int]:
    return np.clip(np.rint(weights * SCALE), -MOST_WEIGHT, MOST_WEIGHT).astype(int).tolist()


def _label_by_acts(text: str, book: RuleBook) -> str:
    """Return the label of a sentence that is fine, by the acts that patterns find in it."""
    names = analyse(take_apart(text, Context()), book).act_names
    return next((label for act, label in LABEL_OF_ACT.items() if act in names), "info")


def _sentences(book: RuleBook) -> Iterator[Row]:
    """Yield label, sentence and a number for its draft, below zero for the examples of a rule or an act."""
    yield from _examples_of_rules(book)
    yield from _examples_of_acts()
    number = 0
    for path in sorted(LABELLED.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            number += 1
            for label, sentence in json.loads(line)["sentences"]:
                yield label, sentence, number


def _examples_of_rules(book: RuleBook) -> Iterator[Row]:
    for number, rule in enumerate(read_rules(ROOT / "rules"), start=1):
        for example in rule.model.examples.bad:
            if rule.model.id in LABEL_OF_RULE and example.as_ == "fragment":
                yield LABEL_OF_RULE[rule.model.id], example.text, -number
        for text in rule.model.examples.good:
            if isinstance(text, str):
                yield _label_by_acts(text, book), text, NEAR_MISS


def _examples_of_acts() -> Iterator[Row]:
    for number, act in enumerate(read_acts(ROOT / "rules"), start=1000):
        for text in act.model.examples.yes:
            if act.model.id in LABEL_OF_ACT:
                yield LABEL_OF_ACT[act.model.id], text, -number


def _report(names: list[str], wanted: np.ndarray, found: np.ndarray) -> None:
    for at, name in enumerate(names):
        recall = np.mean(found[wanted == at] == at)
        precision = np.mean(wanted[found == at] == at)
        print(f"{name:10} {np.sum(wanted == at):5} sentences, recall {recall:.2f}, precision {precision:.2f}")


if __name__ == "__main__":
    main()
