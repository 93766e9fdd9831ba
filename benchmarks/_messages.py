"""Makes distinct messages for benchmarks.

A number enters; that many different messages of about 120 words leave, the same ones each time.
Repeated text would flatter what the engine keeps: of ``unseen`` messages not even a sentence stands twice.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

NAMES = ("Alva", "Bram", "Chidi", "Dunya", "Emre", "Fola", "Greta", "Hana", "Imre", "Jonas", "Kirsi", "Lior")
SURNAMES = ("Abara", "Bergman", "Castell", "Dorn", "Eriksen", "Farrow", "Gallo", "Hoang", "Ibarra", "Jansen")
COMPANIES = ("Northgate", "Lumen & Co", "Harbourline", "Pinecrest Labs", "Veldt Systems", "Quarry Foods")
ROLES = ("data analyst", "site engineer", "nurse lead", "account manager", "claims handler", "pastry chef")
OPENINGS = (
    "Thank you for offering me the position of {role} at {company}, and for the time you gave me.",
    "I am grateful for the offer to join {company} as {role}.",
    "thanks for the offer for the {role} job at {company}, it was nice to meet everyone",
)
DECISIONS = (
    "After some thought, I have decided to decline the offer.",
    "I have decided not to accept it, since the salary is below the range I need.",
    "I won't be taking it, because I can't move to another town this year.",
)
TURNS = (
    "Honestly, the interview was a mess and nobody had read my papers.",
    "I met {name} on the second day and we spoke about the plans for the coming spring.",
    "If you raised the pay by a fifth I would sign on the spot.",
    "I learned a good deal about how the group plans its work from one quarter to the next.",
    "The commute from where I live would take more than an hour each way, and I need to be home by six.",
)
CLOSINGS = (
    "I wish you and the team every success.",
    "I hope that we can stay in touch.",
    "Good luck with the search, and thank you again for everything.",
)
FILLING = (
    "The conversation about the new site gave me a clear picture of the work.",
    "I have talked it over with my family and with a former colleague.",
    "I will send the visitor badge back by {day}, number {number}.",
    "Please delete my documents once the file is closed.",
)
LABELLED = Path(__file__).resolve().parent.parent / "evals" / "labelled"
USUAL_WORDS = 110
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def messages(count: int, seed: int = 7) -> list[str]:
    """Return that many distinct messages."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [_message(chance, at) for at in range(count)]


def _message(chance: random.Random, at: int) -> str:
    values = {
        "role": chance.choice(ROLES),
        "company": chance.choice(COMPANIES),
        "name": f"{chance.choice(NAMES)} {chance.choice(SURNAMES)}",
        "day": chance.choice(DAYS),
        "number": f"B-{at:05d}",
    }
    sentences = [
        chance.choice(OPENINGS),
        chance.choice(DECISIONS),
        *chance.sample(TURNS, 3),
        *chance.sample(FILLING, 3),
        chance.choice(CLOSINGS),
    ]
    body = " ".join(sentence.format(**values) for sentence in sentences)
    reader = f"{chance.choice(NAMES)} {chance.choice(SURNAMES)}"
    return f"Dear {reader},\n\n{body}\n\nKind regards,\n{values['name']}\n"


def unseen() -> list[str]:
    """Return messages made of the labelled sentences, each of which stands in one message only."""
    messages: list[str] = []
    body: list[str] = []
    for sentence in _labelled_sentences():
        body.append(sentence)
        if sum(len(one.split()) for one in body) >= USUAL_WORDS:
            messages.append(f"Dear Ms Farrow,\n\n{' '.join(body)}\n\nKind regards,\nImre Dorn\n")
            body = []
    return messages


def _labelled_sentences() -> Iterator[str]:
    """Yield the sentences once each, in an order that mixes the sorts and is always the same."""
    found: set[str] = set()
    for path in LABELLED.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            found.update(sentence for _, sentence in json.loads(line)["sentences"])
    yield from random.Random(7).sample(sorted(found), len(found))  # noqa: S311 - no secret
