"""Whether a text is English, asked only where English looks unlikely.

The words the writer wrote enter; the name of another language leaves, or nothing.  Texting style,
typing errors and a crowd of names pass: a text is refused only where the answer is sure.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from tactful.draft.word_sets import word_set
from tactful.text import fold

# Only words that no other large language writes the same: «a», «me», «no», «was» prove nothing.
FUNCTION_WORDS = word_set(
    """
    about after again all also and any are back be because been before being best but by can can't
    cannot cant could day dear did didn't didnt does doesn't don't dont every for from further get good
    got had have hello here hey him his hope how i i'd i'll i'm i've if im into isn't it it's its ive
    job just know like much my need now off offer ok once one only other our out over please pls plz
    regards same say she should some sorry sry still such sux thank thanks that that's the their them
    then there these they this those thx time too ty u under until up ur very want were what when where
    which while who why will with won't wont work would yeah yes yet you your
    """
)
_LANGUAGES = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "eo": "Esperanto", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ko": "Korean", "la": "Latin", "lt": "Lithuanian",
    "lv": "Latvian", "ms": "Malay", "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai",
    "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_NO_WORDS = re.compile(r"\S*(?:https?:|www\.|@)\S*|[A-Za-z0-9+/=_-]{25,}|\S*\d\S*")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_FOLDED_WORD = re.compile(r"[a-z][a-z']*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_USUAL_SHARE = 0.15
_FEWEST_TO_REFUSE = 5
_FEWEST_UNSPACED = 6
_FEWEST_TO_ASK = 3
_SURE = 0.4
_POSSIBLE = 0.01
# Nigerian Pidgin is what texting style looks like to the identifier.
_ENGLISHES = frozenset(("en", "pcm"))


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


def other_language(written: str) -> str | None:
    """Return the name of the language where a text is surely not English, else nothing."""
    folded_words = _FOLDED_WORD.findall(fold(written))
    if sum(map(FUNCTION_WORDS.__contains__, folded_words)) >= _USUAL_SHARE * len(folded_words):
        return None
    plain = _NO_WORDS.sub(" ", written)
    words = _WORD.findall(plain)
    unspaced = len(_UNSPACED.findall(plain))
    known = sum(fold(word) in FUNCTION_WORDS for word in words)
    if words and known >= _USUAL_SHARE * len(words):
        return None
    if len(words) < _FEWEST_TO_REFUSE and unspaced < _FEWEST_UNSPACED:
        return None
    return _sure_language(words)


def _sure_language(words: list[str]) -> str | None:
    """Return the language where the identifier is sure; words in capitals may be names and don't count."""
    plain = (
        words if all(word.isupper() for word in words) else [word for word in words if not word[0].isupper()]
    )
    if len(plain) < _FEWEST_TO_ASK and not _UNSPACED.search("".join(plain)):
        return None
    ranked = _identifier().rank(" ".join(words))
    code, share = ranked[0]
    english = max((float(part) for name, part in ranked if name in _ENGLISHES), default=0.0)
    if share < _SURE or english > _POSSIBLE:
        return None
    return _LANGUAGES.get(code, code)


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    # Half a second to load, and most texts never ask.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
