"""Quoted threads and mail headers: what the writer did not write.

The lines of a text enter; the indices of the quoted ones leave, with the subject of a header at the
top of the text.
"""

from __future__ import annotations

import re

from tactful.draft.lines import Line

# How a line starts that may open an earlier message; one that ends in a colon may, too.
_TRACES = (">", "-", "_", "=", "*", "from", "von", "de:", "begin forwarded")
_HEADER = re.compile(
    r"[*]?(?P<name>from|sent|to|cc|bcc|date|reply-to|message-id|mime-version|content-type|importance|"
    r"x-[a-z-]+|von|gesendet|an|de|envoye|subject|betreff|objet|asunto)[*]?\s?:[*]?(?:\s|$)"
)
_SUBJECT_HEADER = re.compile(r"[*]?(?:subject|betreff|objet|asunto)")
_NAMED = re.compile(r"to\s?: ?[^@]+$")
# A line of notes, where «To:» is one of their labels.
_NOTED = re.compile(r"[-*\u2022\u2013>+]|\d+[.)]|[a-z][a-z /]{0,20}\s?[:=]")
_SENDER_HEADER = re.compile(r"[*]?(?:from|von|de)[*]?\s?:")
_SEPARATOR = re.compile(
    r"[-_=*\s]{2,}(?:original message|original appointment|forwarded message|forwarded by\b.*|"
    r"ursprungliche nachricht|message d'origine|mensaje original)[-_=*\s]*:?$"
    r"|begin forwarded message\s*:?$"
)
_SEPARATOR_END = re.compile(r"[-_=*\s]{2,}end (?:of )?(?:original|forwarded) message[-_=*\s]*$")
_RULE = re.compile(r"[_=*-]{5,}$")
_ATTRIBUTION_END = re.compile(
    r"(?:wrote|writes|schrieb(?: [^:]{1,60})?|a ecrit|escribio)\s*:$", re.IGNORECASE
)
_ATTRIBUTION_START = re.compile(
    r"(?:(?:on|am|le|el)\s.*\d|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*|.*\S@\S.*)", re.IGNORECASE
)
_ATTRIBUTION_LINES = 3


# «Sent from my iPhone», «Get Outlook for iOS»: the mail program wrote it.
_FOOTER = re.compile(
    r"(?:sent|dictated|posted) (?:from|via|with|using) (?:my |an? |the )?(?:\w+ )?"
    r"(?:iphone|ipad|android|galaxy|samsung|huawei|pixel|xiaomi|mobile|phone|blackberry|tablet|outlook|yahoo|gmail|proton\w*|mail|windows)\b.{0,60}$"
    r"|get outlook for\b.{0,40}$|von meinem .{2,30} gesendet|envoye de(?:puis)? mon\b.{2,30}$"
)


def find_quoted(lines: list[Line]) -> set[int]:
    """Return the indices of the lines that are an earlier message, a mail header or a program's footer."""
    quoted = {at for at, line in enumerate(lines) if at and _FOOTER.match(line.folded)}
    index = _skip_headers(lines, quoted)
    if not any(line.folded[-1] == ":" or line.folded.startswith(_TRACES) for line in lines):
        return quoted
    quoted.update(index for index, line in enumerate(lines) if line.text[0] == ">")
    while index < len(lines):
        if index not in quoted:
            length = _attribution_length(lines, index)
            if length:
                quoted.update(range(index, index + length))
                if index + length not in quoted:
                    return quoted | set(range(index, len(lines)))
            elif _opens_thread(lines, index):
                index = _end_of_thread(lines, index, quoted)
                continue
        index += 1
    return quoted


def _skip_headers(lines: list[Line], quoted: set[int]) -> int:
    """Mark the mail headers at the top and return the index of the first line after them.

    A name behind a lone «To:» is whom the writer addresses.
    """
    index = 0
    if all(_HEADER.match(line.folded) for line in lines):
        return index
    while index < len(lines) and _HEADER.match(lines[index].folded):
        if not is_subject(lines[index]):
            quoted.add(index)
        index += 1
    if len(quoted) == 1 and _NAMED.match(lines[min(quoted)].folded) and not _NOTED.match(lines[index].folded):
        quoted.clear()
    return index


def is_subject(line: Line) -> bool:
    """Return whether a line is the subject header of a mail."""
    return bool(_SUBJECT_HEADER.match(line.folded) and _HEADER.match(line.folded))


def _attribution_length(lines: list[Line], index: int) -> int:
    """Return over how many lines «On Monday, Anna wrote:» runs from here, 0 where it does not."""
    named = lines[index].folded.endswith(("wrote:", "writes:")) and index + 1 < len(lines)
    if named and lines[index + 1].text[0] == ">":
        return 1
    if not _ATTRIBUTION_START.match(lines[index].folded):
        return 0
    for length in range(1, _ATTRIBUTION_LINES + 1):
        last = index + length - 1
        if last >= len(lines) or lines[last].paragraph != lines[index].paragraph:
            return 0
        if _ATTRIBUTION_END.search(lines[last].folded):
            return length
    return 0


def _opens_thread(lines: list[Line], index: int) -> bool:
    """Return whether an earlier message starts at this line."""
    line = lines[index]
    if _SEPARATOR.match(line.folded):
        return True
    if _RULE.match(line.folded):
        return index + 1 < len(lines) and bool(_SENDER_HEADER.match(lines[index + 1].folded))
    if not _SENDER_HEADER.match(line.folded):
        return False
    block = lines[index : index + 4]
    return sum(bool(_HEADER.match(each.folded)) for each in block) >= 3


def _end_of_thread(lines: list[Line], index: int, quoted: set[int]) -> int:
    """Mark an earlier message up to its end mark or the end of the text; return the next index."""
    while index < len(lines):
        quoted.add(index)
        if _SEPARATOR_END.match(lines[index].folded):
            return index + 1
        index += 1
    return index
