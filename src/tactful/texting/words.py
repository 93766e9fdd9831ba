"""Short forms and figures that stand for words, spelled out.

A piece of a text message enters; the same piece leaves, in whole words.  What stands here is sure only
among small letters in a message that is typed that way: «v» is «very» there, and elsewhere a Roman five.
"""

from __future__ import annotations

import re

from tactful.spelling import is_no_word

_WORDS = {
    "ty": "thank you",
    "tysm": "thank you so much",
    "abit": "a bit",
    "acct": "account",
    "alot": "a lot",
    "alr": "already",
    "appt": "appointment",
    "arvo": "afternoon",
    "asst": "assistant",
    "aug": "August",
    "bcs": "because",
    "bcz": "because",
    "becoz": "because",
    "bk": "back",
    "bt": "but",
    "cannt": "cannot",
    "cba": "can't be bothered",
    "cdnt": "couldn't",
    "cmpny": "company",
    "cos": "because",
    "cud": "could",
    "cudnt": "couldn't",
    "cus": "because",
    "dec": "December",
    "dey": "they",
    "dis": "this",
    "dnt": "don't",
    "feb": "February",
    "em": "them",
    "fri": "Friday",
    "frm": "from",
    "gd": "good",
    "gis": "give",
    "gnna": "going to",
    "gt": "got",
    "gunna": "going to",
    "hmu": "contact me",
    "hols": "holidays",
    "hve": "have",
    "intrvw": "interview",
    "jan": "January",
    "jst": "just",
    "knw": "know",
    "lmk": "let me know",
    "lst": "last",
    "mby": "maybe",
    "mgr": "manager",
    "mnth": "month",
    "mnths": "months",
    "nov": "November",
    "nt": "not",
    "nxt": "next",
    "oct": "October",
    "ov": "of",
    "plzz": "please",
    "prbly": "probably",
    "realy": "really",
    "regds": "regards",
    "reli": "really",
    "rgds": "regards",
    "rlly": "really",
    "sept": "September",
    "shld": "should",
    "shudnt": "shouldn't",
    "snd": "send",
    "sori": "sorry",
    "srry": "sorry",
    "srsly": "seriously",
    "thankyou": "thank you",
    "thnk": "thank",
    "thnks": "thanks",
    "thur": "Thursday",
    "thurs": "Thursday",
    "tht": "that",
    "til": "until",
    "tmw": "tomorrow",
    "tues": "Tuesday",
    "txt": "text",
    "vry": "very",
    "weds": "Wednesday",
    "wht": "what",
    "wldnt": "wouldn't",
    "wrk": "work",
    "wudnt": "wouldn't",
    "yday": "yesterday",
    "yeh": "yes",
    "yep": "yes",
    "yh": "yes",
    "yup": "yes",
}
_VERBS = (
    r"(?:accept|add|answer|ask|be|b|bring|call|catch|change|check|choose|collect|come|commit|commute|decide"
    r"|decline|deliver|do|drive|drop|email|explain|fill|find|finish|fit|focus|follow|get|give|go|grab|hand|have"
    r"|hear|help|join|keep|know|learn|leave|let|live|look|make|mail|meet|mention|message|miss|move|pass|pay|pick"
    r"|post|put|quit|reach|refuse|reject|relocate|reply|return|ring|run|save|say|see|send|share|show|sign|sort"
    r"|speak|spend|start|stay|stick|stop|study|take|talk|teach|tell|text|thank|think|travel|try|turn|use|visit"
    r"|wait|walk|waste|withdraw|work|write|inform)"
)
_GRADES = (
    r"(?:low|far|much|late|many|long|high|small|little|busy|hard|good|bad|expensive|early|stressful|soon|old"
    r"|young|tired|cold|hot|loud|strict|short|tight|heavy|different|complicated|risky)"
)
_STATES = (
    r"(?:only|tight|rude|stingy|shouty|loud|slow|cheap|late|mean|clueless|useless|lovely|great|nice|kind|amazing|brilliant"
    r"|stuck|short|busy|interested|free|keen|open|sorted|understaffed|desperate|ok|okay|fine|mad|annoyed|upset"
    r"|angry|cross|gutted|after|around|about|up for|welcome|hiring|looking|searching|struggling|wondering"
    r"|thinking|asking|missing|waiting|still|always|already|all|both|so|too)"
)
_NO_COUNT = r"(?<!at )(?<!level )(?<!ward )(?<!room )(?<!grade )(?<!class )(?<!floor )(?<!only )(?<!by )"
# In their order: each works on what the ones before have made.
_SPELLED: tuple[tuple[str, str], ...] = (
    (r"\bi (m|ll|ve|d)\b(?! ?[.)])", r"i'\1"),
    (r"(?:^|(?<=\s))@ (?=\w)", "at "),
    (r"\b(job|role|gig|work|position|post|offer|interview|thing|start|starting) @(?=\w)", r"\1 at "),
    (
        (
            r"(?<=[a-z])(?<!\bher)(?<!\bhim)(?<!\bthem)(?<!\bu)(?<!\byou)(?<!\bya)(?<!\bsay)(?<!\ball)(?<!\bus)"
            r"(?<!\bme)(?<!\bmany)(?<!\bbig)(?<!\bno) (?:ta|thx|ty|thanks)(?=\W*$)"
        ),
        ", thanks",
    ),
    (r"\b(is|was|be|are) like (?=\d)", r"\1 about "),
    (r"(?<=\w) \+ (?=[a-z])", " and "),
    (r"\bre (?=the|my|ur|your|that|this)\b", "about "),
    (
        r"^(?:no|nah|nope)?,? ?i'?m good,? (?:thanks|ty|thx|thank u|cheers),? (?:about|re|for|on|with) ",
        "I'll pass on ",
    ),
    (r"^(?:no|nah|nope)?,? ?i'?m good,? (?:thanks|ty|thx|thank u|cheers)$", "No, thank you"),
    (r"\b(tell (?:her|him|them|everyone|\w+)|say) ta\b", r"\1 thanks"),
    (r"\bi (?:aint|ain't)\b", "i'm not"),
    (r"^big ups?(?: to)? ", "thanks to "),
    (r",? (?:bro|bruv|fam|m8|dude)(?=[,.!?])", ""),
    (r"\b(?:c u|cu|cya)\b", "see you"),
    (
        r"\bv (?=much|kind|sorry|good|nice|happy|grateful|busy|hard|helpful|friendly|far|late|sad|excited)",
        "very ",
    ),
    (
        (
            r"\bits (?=just|too|a|an|not|been|the|so|very|really|no|nope|on|my|far|hard|about|all|only|got"
            r"|gonna|going"
            r"|kind of|kinda|quite|great|good|nice|a bit|nothing|me|[a-z]{3,}er|more|less|easy)\b"
        ),
        "it's ",
    ),
    (r"\bits (?=[a-z]{2,}ing\b|\d|got\b)", "it's "),
    (
        (
            r"\bur (?=(?!building|training|parking|meeting|wedding|opening|booking|filing|clothing|hiring"
            r" p)[a-z]{3,}ing"
            r"(?:$|[.,!?]| (?:by|in|through|to|round|for|on|at|about|me|it)\b))"
        ),
        "you're ",
    ),
    (r"\bdef (?=[a-z])", "definitely "),
    (
        (
            r"(?<!\d )(?<!\ba )(?<!\bper )(?<!\bthis )(?<!\blast )(?<!\bnext )(?<!\bevery )(?<!\bone )\byr"
            r" (?=[a-z])"
        ),
        "your ",
    ),
    (rf"\bur (?={_STATES}\b(?! (?:tools?|ones?)\b))", "you're "),
    (rf"(?<=\b)2 (?={_GRADES}\b)", "too "),
    (rf"(?:(?<=\s)|^)2 (?={_VERBS}\b)", "to "),
    (
        (
            r"\b(where|how|when|what|who|back|close|closer|nearer|next|near|up|down|over|on|going|moving|came|went|go|come"
            r"|move|talk|speak|said|say|say hi|hi|hello|thanks|thank u|regards|love|pass it on|forward"
            r"|commute|due|used"
            r"|it|that|this|them|me|give|gave|show|send|bring|take) 2 (?=[a-z])"
            r"(?!(?:weeks|days|months|years|hours|of|times)\b)"
        ),
        r"\1 to ",
    ),
    (rf"{_NO_COUNT}\b4 (?=[a-z]+ing\b)", "for "),
    (
        (
            r"\b(thx|thanks|ty|cheers|ta|sorry|soz|sry|work|working|works|low|late|long|far|good|best|luck|place|spot"
            r"|job|role|offer|interview|look|looking|waiting|wait|asking|ready|hope|here|back|away|it|no|pass|up|much"
            r"|hard|right|bad|me|u|you|out|off|not|just|except|than|used|paid) 4 (?=[a-z])(?!(?:times|weeks"
            r"|days|months"
            r"|years|hours|people|rounds|of)\b)"
        ),
        r"\1 for ",
    ),
    (r"(?<=[a-z]) w (?=[a-z])", " with "),
    (r"(?<=[a-z]) n (?=[a-z])", " and "),
    (r"\b(on|this|next|last|by|until|til|from|since|every) (mon|sat|sun|wed)\b", r"\1 \2_"),
    (r"(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\bhe )(?<!\bshe )(?<!\bjust )\bsat(?=[.!?]*$|,)", "sat_"),
    (r"\b(sat|sun|mon|wed) (?=(?:nights?|mornings?|shifts?|off|afternoons?)\b)", r"\1_ "),
    (r"\b((?:fri|sat|mon|tues|thurs|Friday|weekends?) (?:and|or|&)) (sat|sun)\b", r"\1 \2_"),
    (r"\bmon_", "Monday"),
    (r"\bsat_", "Saturday"),
    (r"\bsun_", "Sunday"),
    (r"\bwed_", "Wednesday"),
)
_COMPILED = tuple((re.compile(pattern), written) for pattern, written in _SPELLED)
_DROPPED_G = re.compile(r"\b(?P<stem>[a-z]{2,})in(?P<several>s?)\b")
_WORD = re.compile(r"(?<![\w'.@/-])[a-z]{2,6}(?![\w'@/-]|\.\w)")


def spelled_out(text: str) -> str:
    """Return a piece of a text message with its short forms and figures in whole words."""
    text = _DROPPED_G.sub(_with_g, text)
    for pattern, written in _COMPILED:
        text = pattern.sub(written, text)
    return _WORD.sub(lambda word: _WORDS.get(word.group(), word.group()), text)


def _with_g(word: re.Match[str]) -> str:
    """Return «feelins» as «feelings», where only that is a word."""
    full = f"{word['stem']}ing{word['several']}"
    return full if is_no_word(word.group()) and not is_no_word(full) else word.group()
