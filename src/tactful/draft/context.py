"""What is known beside the draft: kind, channel, tone, names, dates, what is negotiable.

Option values enter; a frozen ``Context`` leaves.  A field that is ``None`` is unknown, and unknown is
never false.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from tactful.errors import OptionError

Kind = Literal[
    "decline",
    "withdraw",
    "negotiate",
    "more-time",
    "follow-up",
    "feedback-request",
    "reopened-reply",
    "reaction-reply",
    "accept",
    "other",
]
Channel = Literal["email", "phone", "recruiter", "linkedin"]
Tone = Literal["as-is", "formal", "neutral", "warm", "concise"]
Stage = Literal["applied", "interviewed", "offered", "accepted"]

KINDS: tuple[str, ...] = get_args(Kind)
CHANNELS: tuple[str, ...] = get_args(Channel)
TONES: tuple[str, ...] = get_args(Tone)
STAGES: tuple[str, ...] = get_args(Stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the writer told beside the draft; ``sender`` is the ``--from`` of the command line."""

    kind: str | None = None
    channel: str = "email"
    tone: str = "as-is"
    to: str | None = None
    sender: str | None = None
    role: str | None = None
    company: str | None = None
    negotiable: tuple[str, ...] = ()
    offered_on: date | None = None
    answer_on: date | None = None
    today: date | None = None
    rounds: int | None = None
    via_recruiter: bool | None = None
    stage: str | None = None

    def __post_init__(self) -> None:
        """Refuse a value that is not one of the words; raises ``OptionError``."""
        for name, value, allowed in (
            ("kind", self.kind, KINDS),
            ("channel", self.channel, CHANNELS),
            ("tone", self.tone, TONES),
            ("stage", self.stage, STAGES),
        ):
            if value is not None and value not in allowed:
                raise OptionError(f"{name} is {value!r}; choose one of {', '.join(allowed)}.")
        if self.rounds is not None and self.rounds < 0:
            raise OptionError(f"rounds is {self.rounds}; give 0 or more.")
