"""Reads the headings of notes, which say whom the message is for and about which post.

A line enters; the slots that it fills leave: name, role, company.
"""

from __future__ import annotations

import re

from tactful.notes.parties import Slots

# «decline email for Gus re carpentry teacher job, Oak Hill High»
_HEADING = re.compile(
    r"^\W*(?:(?:points|notes|ideas|todo|decline|refusal|rejection|polite|short|reply|answer|write|draft"
    r"|an?|no)\W+)*"
    r"(?:e-?mail|mail|note|letter|message|reply|answer|decline|text)\s+(?:to|for)\s+(?P<name>[^,:;]+?)"
    r"(?:\s+(?:at|from)\s+(?P<firm>[^,:;]+?))?"
    r"(?:\s*(?:,|:|\bre\b|\babout\b|\bregarding\b)[\s:]*(?:the\s+)?(?P<role>[^,;]+?)"
    r"(?:\s+(?:job|role|post|position))?(?:(?:,|\s+at|\s+with)\s+(?P<company>[^,;]+?))?)?[\s.]*$",
    re.IGNORECASE,
)
# «decline offer, Product Designer, Lumenhaus»
_SUBJECT = re.compile(
    r"^\W*(?:decline|refuse|turn down|reject|no to)(?: the)?(?: offer| job| position| role)?\s*[,:;]\s*"
    r"(?P<role>[^,;:]+?)(?:,|\s+at|\s+with)\s+(?P<company>[^,;:]+?)[\s.]*$",
    re.IGNORECASE,
)


def heading_slots(text: str) -> Slots:
    """Return the slots that a heading fills: «decline email for Gus re carpentry teacher job»."""
    heading = _HEADING.match(text)
    if heading is None or heading.group("name")[:4].lower() == "the ":
        return ()
    return _headed(heading.groupdict())


def subject_slots(text: str) -> Slots:
    """Return the slots that a subject fills: «decline offer, Product Designer, Lumenhaus»."""
    subject = _SUBJECT.match(text)
    return _headed(subject.groupdict()) if subject else ()


def _headed(heading: dict[str, str | None]) -> Slots:
    values = {
        "name": heading.get("name"),
        "role": heading.get("role"),
        "company": heading.get("company") or heading.get("firm"),
    }
    return tuple((slot, value.strip()) for slot, value in values.items() if value and value.strip())
