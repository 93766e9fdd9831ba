"""Makes sentences of what a text message strings together.

One sentence of the draft enters, with the names of the draft and what mends its words; the sentences
that it stands for leave.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tactful.text import PICTOGRAPH, capitalise, close_sentence, fold
from tactful.texting.names import capitalised_names
from tactful.texting.subjects import parted
from tactful.texting.words import spelled_out

Mend = Callable[[str], str]

_SMALL_START = re.compile(r"[\W_]*[a-z]+(?![\w@]*[A-Z@.]\w)")
_LAUGH = r"(?:lol+|lmf?ao|rofl|(?:ha){2,}h?|(?:he){2,}|omg|xd)"
_KISSES = r"x{1,3}(?= (?:i|u|we|it|my|the|and|can|pls|thx)\b)"
_NOT_JOINED = "".join(rf"(?<!\b{word})" for word in ("but", "and", "so", "n", "cuz", "cos", "coz", "because"))
_STARTS = (
    r"(?:i|i'm|im|ive|i'll|u|we|it|its|it's|my|the|been|can|cant|pls|please|thx|thanks|not|wont|just|ur|your"
    r"|uni)"
)
# «so sorry lol been busy»: a laugh parts two sentences; at an end it is nothing.
_LAUGHED = re.compile(
    rf"{_NOT_JOINED}[,.!]*\s+(?:{_LAUGH}|tbh|ngl|fr|[:;=]-?[()/]|{_KISSES})[,.!]*\s+(?={_STARTS}\b)",
    re.IGNORECASE,
)
# An emoji ends a sentence, unless a small word goes on with it.
_GOES_ON = (
    r"(?:and|n|but|so|or|c[uo][sz]|because|bc|for|4|at|to|2|of|in|on|with|w|from|by|if|when|about|x+|lol)"
)
_PICTURED = re.compile(rf"(?<=\w)[.!?]*\s*{PICTOGRAPH}+\s*(?=\w)(?!{_GOES_ON}\b)")
# «gotta pass sry got smth closer»: what follows the apology is another sentence.
_SORRIED = re.compile(
    r"(?:(?<=\w\w sry)|(?<=\w\w soz)|(?<=\w\w sorry))\s+"
    r"(?=(?:got|been|its?|it's|i|im|i'm|ive|i've|my|we|found|just|uni|work|the|literally)\b)",
    re.IGNORECASE,
)
_THANKED = re.compile(
    r"\b(?:thx|thnx|thanks|thank u|thank you|ty|cheers|ta)\b[^,.!?]{0,40}? "
    r"(?:offer|everything|chance|opportunity|time|call|it all)(?P<end>) "
    r"(?=(?:i|i'm|im|i've|ive|its|it's|we|just|cant|can't|sorry)\b)",
    re.IGNORECASE,
)
_STOPPED = re.compile(r"(?<=[a-z]{2}[.!?])\s+(?=[a-z])")
_THOUGH = re.compile(
    r",?\s+tho(?:ugh)? (?=(?:i|im|ive|u|you|we|they|it|its|he|hes|she|shes|theyre)\b)", re.IGNORECASE
)
# «my bag is under the till can u post it»: a request that nothing parts from what it follows.
_ASKED = re.compile(
    r"\s+tho(?:ugh)? (?=(?:tell|pls|please|say|let)\b)|(?<=\w\w)"
    + "".join(
        rf"(?<!\b{word})" for word in ("if", "and", "so", "or", "then", "but", "please", "pls", "also", "thx")
    )
    + r" (?=(?:can|could|cud|cld) (?:u|you|ya) )",
    re.IGNORECASE,
)
_SIGH = (
    r"(?:ok|okay|okie|k|kk|right|yeah|yea|yah?|yh|yeh|ye|well|hey|ah|oh|omg|look|listen|so|anyways?|btw|basically"
    r"|sooo*|p\.?s)"
)
_NEWS = r"(?:bad|sad|good) news(?: (?:i'?m|i am) aff?raid)?"
_OPENER = re.compile(
    rf"(?:{_NEWS}|{_SIGH}\b)[\s,.:!-]+(?:(?:{_NEWS}|{_SIGH}\b)[\s,.:!-]+)*|idk\s+(?=(?:i|it|u|you|just)\b)",
    re.IGNORECASE,
)
# «so sorry», «well done», «ok with me» begin with the same words.
_NO_OPENER = re.compile(
    r"(?:so|very|well) (?:sorry|very|much|kind|gutted|grateful|happy|glad|sad|done|paid|far)\b"
    r"|(?:ok|okay|right|so) (?:with|for|that|as|if|by|now)\b",
    re.IGNORECASE,
)
_FILLER = (
    r"tho|though|yeah|anyways?|innit|mate|m8|pal|bruv|bro|hun|babe|just sayin|and that|n that|or whatever"
    r"|like|ok|k|peace(?: out)?|bye|cheers"
)
_TRAILER = re.compile(
    rf"(?:,?\s+(?:{_LAUGH}|{_FILLER}|x{{1,4}}|xo(?:xo)?|[:;=]-?[()dp/]))+\s*(?P<mark>[.!?]*)\s*$",
    re.IGNORECASE,
)
# «wuu2», «hbu» ask how somebody is; «soz» alone is a sigh.
_ASIDE = re.compile(
    r"(?:wuu2|wbu|hbu|wyd|wru|hru|hope ur? ok)\b|(?:so )?(?:sorr?y+|sry|soz|sori)\W*$", re.IGNORECASE
)
_HAIL = re.compile(r"(?:hi+|hey+|hello+|hiya|yo)\W*", re.IGNORECASE)
_CURT = re.compile(r"(?:just |hard |big |its a |it's a )?(?:no|nope|nah|pass)\W*", re.IGNORECASE)
_NO = "I have to say no"


def is_small(sentence: str) -> bool:
    """Return whether a sentence begins with a small letter that is no name's own."""
    return bool(_SMALL_START.match(sentence))


def sentences_of(text: str, names: Sequence[str], mend: Mend) -> Iterator[str]:
    """Yield the sentences that one of a text message stands for; what is in whole words stays."""
    if not is_small(text) and mend(text) == text:
        yield text
        return
    for piece in _pieces(text):
        bare = _bare(piece)
        if not bare or _ASIDE.match(bare) or _HAIL.fullmatch(bare):
            continue
        for part in parted(mend(spelled_out(_NO if _CURT.fullmatch(bare) else bare))):
            said = close_sentence(capitalise(capitalised_names(part, names)))
            if any(map(str.isalnum, said)):
                yield said


def _pieces(text: str) -> list[str]:
    """Return a sentence cut where the writer put no full stop, or began small after it."""
    text = _ASKED.sub("; ", _cut_at_pictographs(text))
    for cut in (_LAUGHED, _THOUGH, _STOPPED, _SORRIED):
        text = cut.sub("\x00", text)
    thanked = _THANKED.search(text)
    if thanked:
        text = f"{text[: thanked.end('end')]}\x00{text[thanked.end() :]}"
    return text.split("\x00")


def _cut_at_pictographs(text: str) -> str:
    """Return the text with a cut where an emoji parts two sentences."""
    for found in reversed(list(_PICTURED.finditer(fold(text)))):
        text = f"{text[: found.start()]}\x00{text[found.end() :]}"
    return text


def _bare(piece: str) -> str:
    """Return a piece without the sigh that opens it and the laugh that ends it."""
    bare = _TRAILER.sub(r"\g<mark>", piece.strip())
    if _OPENER.fullmatch(f"{bare} "):
        return ""
    opener = None if _NO_OPENER.match(bare) else _OPENER.match(bare)
    return bare[opener.end() :] if opener and len(bare[opener.end() :].split()) > 1 else bare
