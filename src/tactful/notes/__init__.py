"""Reads notes to oneself about a message, and makes the message of them that they stand for.

A draft enters; a ``Notes`` leaves, or nothing where the draft is a message already.
"""

from tactful.notes.message import Notes, read_notes
from tactful.notes.stray import NOTE_RULE, Note, full_sentence, read_note

__all__ = ["NOTE_RULE", "Note", "Notes", "full_sentence", "read_note", "read_notes"]
