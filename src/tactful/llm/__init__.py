"""Language models behind one small protocol: messages enter, a typed completion leaves."""

from __future__ import annotations

from tactful.llm.model import CallLimits, Completion, Finish, Message, Model, Role
from tactful.llm.scripted import ScriptedModel

__all__ = ["CallLimits", "Completion", "Finish", "Message", "Model", "Role", "ScriptedModel"]
