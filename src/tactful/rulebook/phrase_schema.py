"""The shape of the phrase bank's files, as pydantic checks them.

Parsed YAML enters; frozen models leave.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tactful.rulebook.schema import Identifier, Strict, Text

Tone = Literal["formal", "neutral", "warm", "concise"]
Channel = Literal["email", "phone", "recruiter", "linkedin"]


class Phrase(Strict):
    """One sentence the composer may supply.

    ``{role}``, ``{company}``, ``{name}``, ``{day}``, ``{term}`` and ``{topic}`` are slots; a phrase
    with a slot is used only where the slot is known.  ``claims`` names what the phrase asserts
    beyond a free formula; it is used only where draft or context says so.
    """

    text: Text
    act: Identifier
    tones: tuple[Tone, ...] = ("neutral",)
    channels: tuple[Channel, ...] = ("email", "phone", "linkedin")
    kinds: tuple[str, ...] = ("decline",)
    claims: tuple[Identifier, ...] = ()
    topic: str | None = None


class PhraseFile(Strict):
    """The phrases of one act."""

    id: Identifier
    what: Text
    phrases: tuple[Phrase, ...] = Field(min_length=1)
