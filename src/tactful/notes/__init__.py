"""Reads notes to oneself about a message, and makes the message of them that they stand for.

A draft enters; a ``Telling`` leaves, or nothing where the draft is a message already.
"""

from tactful.notes.message import read_notes
from tactful.notes.stray import Note, full_sentence, read_note
from tactful.notes.told import NOTE_RULE

__all__ = ["NOTE_RULE", "Note", "full_sentence", "read_note", "read_notes"]
