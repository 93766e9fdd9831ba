"""Learns the weights of the senses from labelled sentences: ``make senses``.

The drafts in ``evals/labelled/*.jsonl`` and the senses of ``rules/senses/senses.yaml`` enter; the table of
weights beside that file leaves, and the share of sentences that drafts left out of the training find
again.  What a word means is taken from the word vectors of MiniLM, so that a word no draft holds weighs
what its neighbours in meaning do.  Each line holds ``{"sort": ..., "sentences": [[label, sentence], ...]}``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

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
SENSES = ROOT / "rules" / "senses" / "senses.yaml"
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
RAREST = 2
FOLDS = 5
# How far the meaning of a word counts beside the word itself.
MEANING = 0.6
# Words whose weights are all below this say nothing.
LEAST_WEIGHT = 3


def main() -> None:
    """Write the table of weights and print how well senses are found in drafts not trained on."""
    senses = Loaded(SENSES, *read_model(SENSES, SenseFile)).model.senses
    names = list(senses)
    sense_of = {label: at for at, name in enumerate(names) for label in senses[name]}
    table_path = SENSES.parent / "senses.tsv"
    if table_path.read_text(encoding="utf-8").partition("\n")[0].split("\t")[1:] != names:
        table_path.write_text(table_text(names, {}), encoding="utf-8")
    book = RuleBook(compile_book(ROOT / "rules"))
    rows = list(_sentences(book))
    unknown = {label for label, _, _ in rows} - sense_of.keys()
    if unknown:
        sys.exit(f"No sense has the label {', '.join(sorted(unknown))}: name it in {SENSES.name}.")
    wanted = np.array([sense_of[label] for label, _, _ in rows])
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

    counter = CountVectorizer(analyzer=read, min_df=RAREST)
    counted = counter.fit_transform([text for _, text, _ in rows])
    meanings, meaning_of = _meanings([words(fold(text)) for _, text, _ in rows])
    seen = hstack([counted, meanings]).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    drafts = [draft for _, _, draft in rows]
    found = cross_val_predict(model, seen, wanted, groups=drafts, cv=GroupKFold(FOLDS))
    _report(names, wanted, found)
    model.fit(seen, wanted, sample_weight=[NEAR_MISS_WEIGHT if one == NEAR_MISS else 1.0 for one in drafts])
    known = counter.get_feature_names_out()
    weights = dict(zip(known, model.coef_[:, : len(known)].T, strict=True))
    for word, meaning in meaning_of.items():
        weights[word] = weights.get(word, 0.0) + model.coef_[:, len(known) :] @ meaning
    rounded = {word: _rounded(weight) for word, weight in weights.items()}
    table = {word: weight for word, weight in rounded.items() if max(map(abs, weight)) >= LEAST_WEIGHT}
    table[BIAS] = np.rint(model.intercept_ * SCALE).astype(int).tolist()
    table_path.write_text(table_text(names, table), encoding="utf-8")
    print(f"{len(rows)} sentences, {len(table)} rows written")


def _meanings(sentences: list[list[str]]) -> tuple[csr_matrix, dict[str, np.ndarray]]:
    """Return the sum of meanings of each sentence, a row each, and the meaning of each word."""
    vocabulary = sorted({word for sentence in sentences for word in sentence}.union(common_words()))
    meaning = dict(zip(vocabulary, vectors(vocabulary) * MEANING, strict=True))
    return csr_matrix(np.array([sum(meaning[word] for word in sentence) for sentence in sentences])), meaning


def _rounded(weights: np.ndarray) -> list[int]:
    return np.clip(np.rint(weights * SCALE), -MOST_WEIGHT, MOST_WEIGHT).astype(int).tolist()


def _label_by_acts(text: str, book: RuleBook) -> str:
    """Return the label of a sentence that is fine, by the acts that patterns find in it."""
    names = analyse(take_apart(text, Context()), book).act_names
    return next((label for act, label in LABEL_OF_ACT.items() if act in names), "info")


def _sentences(book: RuleBook) -> Iterator[tuple[str, str, int]]:
    """Yield label, sentence and a number for its draft, below zero for the examples of a rule or an act."""
    yield from _examples_of_rules(book)
    yield from _examples_of_acts()
    number = 0
    for path in sorted(LABELLED.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            number += 1
            for label, sentence in json.loads(line)["sentences"]:
                yield label, sentence, number


def _examples_of_rules(book: RuleBook) -> Iterator[tuple[str, str, int]]:
    for number, rule in enumerate(read_rules(ROOT / "rules"), start=1):
        for example in rule.model.examples.bad:
            if rule.model.id in LABEL_OF_RULE and example.as_ == "fragment":
                yield LABEL_OF_RULE[rule.model.id], example.text, -number
        for text in rule.model.examples.good:
            if isinstance(text, str):
                yield _label_by_acts(text, book), text, NEAR_MISS


def _examples_of_acts() -> Iterator[tuple[str, str, int]]:
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
