"""Edits one sentence: kept, mended, cut to its good clauses, or dropped.

An analysed draft and the place of a sentence enter; an ``Edit`` leaves.  A sentence without a finding
comes back as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tactful.analysis import Analysis
from tactful.compose.pieces import Edit, Piece
from tactful.compose.reason import PLAIN_TOPICS, topics_told
from tactful.decision import condition_is_negotiable
from tactful.facts.english import read_english_words
from tactful.fidelity.ledger import KEPT_ACTS
from tactful.fidelity.source import yielding_sentences
from tactful.fragments import editing_findings, names_no_place, read_fragment
from tactful.lint import carried
from tactful.mends import mender_for
from tactful.notes import NOTE_RULE, full_sentence, read_note
from tactful.result import Act, Finding
from tactful.text import Span, capitalise, close_sentence, count_words, fold

_JOINER = re.compile(
    r"^(?:[\s,;:()\-\u2013\u2014]+"
    r"|(?:and|but|so|because|as|since|also|plus|or|yet|then|however|anyway|though)\b"
    r"(?! (?:soon|well|far|long)\b)[\s,]*)+",
    re.IGNORECASE,
)
_DEPENDENT = re.compile(
    r"(?:if|unless|although|though|while|whereas|which|who|whom|whose|that|when|whenever|where|to|with|without"
    r"|than|until|once|like|of|not|even|except|instead|rather|especially|let alone)\b"
)
_SPEAKING = frozenset(
    {
        "thanks",
        "decline",
        "withdraw",
        "accepted-other",
        "takes-back-acceptance",
        "reason",
        "request",
        "logistics",
        "referral",
        "goodwill",
        "apology",
        "more-time",
        "negotiate",
        "interest",
        "praise",
        "openness",
        "pass-on",
        "feedback-request",
        "call-time",
    }
)
_STORIES = frozenset({"over-sharing", "feeble-excuse", "false-conditional", "gossip", "machine-instructions"})
ERRANDS = frozenset({"request", "logistics", "referral", "pass-on"})
_IS_FORMULA = frozenset({"thanks", "goodwill", "decline"})
# «Not doing the groomer job» stands alone, though «not only that» does not.
_DECIDES = frozenset({"decline", "withdraw"})
# «having been admitted to …», «being already engaged in …» say of the writer what the writer is.
_PARTICIPLE = re.compile(
    r"(?P<verb>having(?= (?:\w+ )?\w+(?:en|wn|ne|d|t)\b)|being(?= (?:already|now|still|\w+ed|bound)\b)) ",
    re.IGNORECASE,
)
MINIMUM_WORDS = 3
MOST_STRANGE_SHARE = 0.2
_SAID = frozenset({"reason", "request", "commitment"})
# «Send my papers back» is an order to the reader, and no errand of a note.
_CLAIM_RULE = "curt-request"
_TYPING_RULES = frozenset({"texting-style", "shouting"})
_SHORT_WORD = re.compile(r"(?<![\w'\u2019@./-])[a-z]{1,5}(?![\w'\u2019@/-]|\.\w)")


def edit_sentence(analysis: Analysis, index: int, findings: tuple[Finding, ...]) -> Edit:
    """Return what becomes of a sentence under the findings of the whole draft."""
    sentence = analysis.draft.sentences[index]
    text = analysis.draft.slice(sentence)
    own = _overlapping(findings, Span(sentence.start, sentence.end), analysis)
    if own and _is_honest_condition(analysis, index) and not any(one.severity == "error" for one in own):
        own = []
    yielding = yielding_sentences(analysis)
    if index in yielding:
        return Edit((), rules=(yielding[index],))
    if not own:
        return Edit((_completed(_toned(text, analysis, index), findings),))
    tone_rules = mender_for(analysis.book).tone_rules(analysis.draft.context.tone)
    touched = [one.rule for one in findings if _overlap(one, Span(sentence.start, sentence.end))]
    rules = tuple(dict.fromkeys((*(one.rule for one in own), *touched, *tone_rules)))
    if NOTE_RULE in rules and _CLAIM_RULE not in rules:
        return _from_note(text, analysis, index, rules)
    mended = mender_for(analysis.book).mend(text, rules)
    if any(one.rule == NOTE_RULE for one in findings):
        mended = full_sentence(mended)
    if not mended.strip():
        return Edit((), rules=rules)
    if mended != text:
        fragment = read_fragment(mended, analysis)
        spelled = fragment.act_names & KEPT_ACTS or _is_spelled(mended, analysis, rules)
        goes_on = _counted(analysis, index, own) and _quarrels(fragment)
        if not editing_findings(fragment) and _stands(mended) and spelled and not goes_on:
            return Edit(
                (Piece(_closed(mended, text), "mended", index, fragment.act_names, rules, sentence.part),),
                rules=rules,
            )
    return _shortened(mended, analysis, index, rules, own)


def _quarrels(fragment: Analysis) -> bool:
    """Return whether a piece sounds like a quarrel still, however well it is spelled."""
    return any(reading.around & fragment.book.bit("sense-strong-quarrel") for reading in fragment.readings)


def _is_honest_condition(analysis: Analysis, index: int) -> bool:
    """Return whether a sentence says yes under a condition that the writer marked negotiable."""
    return "conditional-yes" in _acts(analysis, index) and condition_is_negotiable(analysis)


def _shortened(
    mended: str, analysis: Analysis, index: int, rules: tuple[str, ...], own: list[Finding]
) -> Edit:
    """Return the clauses of a sentence that may stay; all of it, where it is an errand without an error."""
    if _is_errand(analysis, index) and not any(one.severity == "error" for one in own):
        # What the writer asks or promises is worth more than the fault in how it is said.
        return Edit((replace(_toned(mended, analysis, index), making="mended"),), rules=rules)
    if mended != analysis.draft.slice(analysis.draft.sentences[index]) and _counted(analysis, index, own):
        return Edit((), rules=rules)
    return _cut(mended, analysis, index, rules, own)


def _counted(analysis: Analysis, index: int, own: list[Finding]) -> list[Span]:
    """Return the spans of a sentence that a rule objects to for what stands elsewhere.

    Such a rule counts over the message, or has found something in the draft that it was made of.
    """
    start = analysis.draft.sentences[index].start
    behind = carried(analysis)
    return [
        Span(one.span.start - start, one.span.end - start)
        for one in own
        if analysis.book.rule_by_id[one.rule].kind == "limit" or one in behind
    ]


def _is_errand(analysis: Analysis, index: int) -> bool:
    """Return whether a sentence asks something, settles something or names somebody else."""
    bit = analysis.book.bit("sense-errand")
    return bool(_acts(analysis, index) & ERRANDS or analysis.tags_of(index) & bit)


def _closed(mended: str, text: str) -> str:
    """Return a mended sentence with a full stop, where the writer put none or it went with the mend."""
    return mended if mended[-1:] == text[-1:] and not mended[-1:].isalnum() else close_sentence(mended)


def _toned(text: str, analysis: Analysis, index: int) -> Piece:
    """Return a sentence without a finding, in the words of the tone that is asked for."""
    tone = analysis.draft.context.tone
    mender = mender_for(analysis.book)
    toned = text if tone == "as-is" else mender.mend(text, mender.tone_rules(tone))
    part = analysis.draft.sentences[index].part
    return Piece(toned, "own" if toned == text else "mended", index, _acts(analysis, index), part=part)


def _completed(piece: Piece, findings: tuple[Finding, ...]) -> Piece:
    """Return a sentence with the subject that it lacks, where the draft is a note."""
    if not any(one.rule == NOTE_RULE for one in findings):
        return piece
    full = full_sentence(piece.text)
    return piece if full == piece.text else replace(piece, text=full, making="mended")


def _from_note(text: str, analysis: Analysis, index: int, rules: tuple[str, ...]) -> Edit:
    """Make a sentence of a line of notes, or leave its topic to a phrase."""
    note = read_note(mender_for(analysis.book).mend(text, rules))
    if note.sentence:
        fragment = read_fragment(note.sentence, analysis)
        if not editing_findings(fragment):
            part = analysis.draft.sentences[index].part
            return Edit((Piece(note.sentence, "cut", index, fragment.act_names, rules, part),), rules=rules)
    mask = 0
    for reading in analysis.readings:
        mask |= reading.mask if reading.sentence == index else 0
    topics = [topic for topic in PLAIN_TOPICS if mask & analysis.book.bit(f"topic-{topic}")]
    return Edit((), tuple(topics[:1]), rules)


def _is_spelled(text: str, whole: Analysis, rules: tuple[str, ...]) -> bool:
    """Return whether hardly any slang is left over in a sentence that was typed in short forms.

    A word counts as slang where it is short, in small letters, no English word, and part of no fact.
    A stray one is better than a lost sentence.
    """
    if not _TYPING_RULES.intersection(rules):
        return True
    known = " ".join(fact.text for fact in whole.facts if fact.type not in _SAID).casefold()
    strange = [
        word
        for word in _SHORT_WORD.findall(text)
        if word not in {"a", "i"} and word not in read_english_words() and word not in known
    ]
    return len(strange) <= MOST_STRANGE_SHARE * count_words(text)


def _stands(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _overlapping(findings: tuple[Finding, ...], span: Span, analysis: Analysis) -> list[Finding]:
    return [
        one
        for one in findings
        if one.severity != "suggestion"
        and _overlap(one, span)
        and not names_no_place(one.rule, analysis.book)
    ]


def _overlap(finding: Finding, span: Span) -> bool:
    return finding.span.start < span.end and span.start < finding.span.end


def _acts(analysis: Analysis, index: int) -> frozenset[str]:
    return frozenset(act.act for act in _acts_at(analysis, index))


def _acts_at(analysis: Analysis, index: int) -> list[Act]:
    sentence = analysis.draft.sentences[index]
    return [act for act in analysis.acts if sentence.start <= act.span.start < sentence.end]


def _cut(text: str, whole: Analysis, index: int, rules: tuple[str, ...], own: list[Finding]) -> Edit:
    """Keep the runs of good clauses that stand on their own, and the topics of the others."""
    counted = _counted(whole, index, own)
    text = capitalise(text)
    fragment = read_fragment(text, whole)
    findings = editing_findings(fragment)
    all_rules = tuple(dict.fromkeys((*rules, *(one.rule for one in findings))))
    pieces: list[Piece] = []
    topics: list[str] = []
    run: list[Span] = []
    part = whole.draft.sentences[index].part
    for reading in fragment.readings:
        if reading.sentence < 0:
            continue
        span = Span(reading.start, reading.end)
        if _flagged(span, findings) or any(one.start < span.end and span.start < one.end for one in counted):
            _add_run(pieces, run, text, whole, (index, all_rules, part))
            run = []
            topics.extend(topics_told(fragment, reading, findings, all_rules))
        else:
            run.append(span)
    _add_run(pieces, run, text, whole, (index, all_rules, part))
    return Edit(tuple(pieces), tuple(dict.fromkeys(topics)), all_rules)


def _flagged(span: Span, findings: tuple[Finding, ...]) -> bool:
    return any(_overlap(one, span) for one in findings)


def _add_run(
    pieces: list[Piece], run: list[Span], text: str, whole: Analysis, about: tuple[int, tuple[str, ...], str]
) -> None:
    if not run:
        return
    kept = close_sentence(capitalise(_finite(_JOINER.sub("", text[run[0].start : run[-1].end]).strip())))
    fragment = read_fragment(kept, whole)
    index, rules, part = about
    strict = bool(_STORIES.intersection(rules))
    if not _stands_alone(kept, fragment, strict=strict) or editing_findings(fragment):
        return
    if _quarrels(fragment) and not fragment.act_names & ERRANDS:
        return
    if not _is_spelled(kept, whole, rules):
        return
    pieces.append(Piece(kept, "cut", index, fragment.act_names, rules, part))


def _finite(clause: str) -> str:
    """Return a participle clause that has lost its main clause as a sentence of its own."""
    found = _PARTICIPLE.match(clause)
    if found is None:
        return clause
    said = "I have " if found["verb"].casefold() == "having" else "I am "
    return said + clause[found.end() :]


def _stands_alone(text: str, fragment: Analysis, *, strict: bool) -> bool:
    """Return whether a run of clauses is a sentence that does something for the message.

    ``strict`` is what is left of a story: a plain fact there is a part of it.
    """
    dependent = _DEPENDENT.match(fold(text))
    refuses = dependent and dependent.group() == "not" and fragment.act_names & _DECIDES
    if (dependent and not refuses) or (
        count_words(text) < MINIMUM_WORDS and not _IS_FORMULA & fragment.act_names
    ):
        return False
    acts = fragment.act_names & _SPEAKING
    if not strict and _brings_matter(fragment):
        return True
    return bool(acts) and (acts != {"reason"} or (not strict and _has_topic(fragment)))


def _brings_matter(fragment: Analysis) -> bool:
    """Return whether the words of a piece tell that it brings a reason, an errand or a plain fact."""
    bit = fragment.book.bit("sense-matter")
    return any(reading.around & bit for reading in fragment.readings)


def _has_topic(fragment: Analysis) -> bool:
    """Return whether a clause that gives a reason says what it is about."""
    return any(act.topic for act in fragment.acts if act.act == "reason")
