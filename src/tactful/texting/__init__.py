"""Reads a draft that was typed like a text message, and spells it out.

A draft enters; a ``Telling`` leaves, or nothing where the draft is no text message.
"""

from tactful.texting.message import TEXTING_RULE, read_texting

__all__ = ["TEXTING_RULE", "read_texting"]
