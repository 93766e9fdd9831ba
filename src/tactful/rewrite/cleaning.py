"""Takes away what chat models put around a message.

A model's answer enters; the message alone leaves: no «Here is your email:», no remark after it, no fences,
no quotes around the whole, no subject line, no marks of emphasis.
"""

from __future__ import annotations

import re

_CODE_FENCE = re.compile(r"^\s*```[\w-]*[ \t]*\n(.*?)\n?[ \t]*```\s*$", re.DOTALL)
_FENCED_INSIDE = re.compile(r"```[\w-]*[ \t]*\n(.*?)\n[ \t]*```", re.DOTALL)
_RULER = re.compile(r"^\s*(?:={3,}|-{3,}|\*{3,}|_{3,})\s*$")
_OPENING_REMARK = re.compile(
    r"^(?:(?:sure|certainly|of course|absolutely|okay|ok|great|here|below|this is|i have|i've)\b[^\n]{0,160}:"
    r"|(?:sure|certainly|of course|absolutely)(?: thing)?[!.,]?)\s*$",
    re.IGNORECASE,
)
_INLINE_REMARK = re.compile(
    r"^(?:(?:sure|certainly|of course|absolutely)\b[!.,]?\s+)?here(?:'s| is)\s[^\n:]{0,120}"
    r"(?:e-?mail|message|version|draft|rewrite|reply|letter|text)[^\n:]{0,60}:\s*",
    re.IGNORECASE,
)
_CLOSING_REMARK = re.compile(
    r"^(?:\(?note:|i hope this (?:helps|works|is)|would you like me to"
    r"|let me know if (?:you(?:'d| would)? (?:like|want|need)|this|any)"
    r"|feel free to (?:adjust|edit|change|modify)|if you(?:'d| would) like (?:me|any|a)\b"
    r"|this (?:version|message|email|rewrite) (?:is|keeps|maintains|removes|should|sounds))",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^\s*(?:\*\*)?subject(?: line)?(?:\*\*)?\s*:[^\n]*\n*", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)
_QUOTES = {'"': '"', "\u201c": "\u201d", "'": "'", "\u00ab": "\u00bb"}
_MANY_LINES = re.compile(r"\n{3,}")


def clean(answer: str) -> str:
    """Return the message that a model's answer holds."""
    text = _THOUGHT.sub("", answer.replace("\r\n", "\n")).strip()
    text = _within_fence(text)
    text = _INLINE_REMARK.sub("", text, count=1)
    text = _without_remarks(text)
    text = _without_quotes(_SUBJECT.sub("", _without_quotes(text), count=1).strip())
    return _MANY_LINES.sub("\n\n", _EMPHASIS.sub(r"\2", text)).strip()


def _within_fence(text: str) -> str:
    whole = _CODE_FENCE.match(text)
    if whole:
        return whole.group(1).strip()
    inside = _FENCED_INSIDE.findall(text)
    return str(inside[0]).strip() if len(inside) == 1 else text


def _without_remarks(text: str) -> str:
    """Return the text without remarks and rulers at its ends."""
    lines = text.split("\n")
    while lines and (_is_empty(lines[0]) or _OPENING_REMARK.match(lines[0].strip())):
        lines.pop(0)
    while lines and (_is_empty(lines[-1]) or _CLOSING_REMARK.match(lines[-1].strip())):
        lines.pop()
    return "\n".join(lines)


def _is_empty(line: str) -> bool:
    return not line.strip() or bool(_RULER.match(line))


def _without_quotes(text: str) -> str:
    """Return the text without quotes that stand around the whole of it."""
    closing = _QUOTES.get(text[:1])
    if closing and len(text) > 1 and text.endswith(closing) and closing not in text[1:-1]:
        return text[1:-1].strip()
    return text
