"""Reads items that direct the message and are not said in it: whom it is for, how it is to sound.

An item enters; what it tells leaves, or nothing.
"""

from __future__ import annotations

from tactful.notes.parties import Slots, addressee, post
from tactful.notes.told import DASH, THEM, Told, labels, spoken

_UNSAID = spoken(
    r"(?:and |but |also |obviously |pls |please |wait |oh |no |actually )*"
    r"(?:not (?:saying|mentioning|telling)\b.*"
    r"|(?:don'?t|do not|never|must not|mustn'?t|better not"
    r"|not to)\s+"
    r"(?:mention|say|tell|write|rant|moan|complain|bring up|go on|grovel|explain|be |sound|talk|overdo"
    r"|give|swear"
    r"|apologi[sz]e|forget to be|burn|include|put|let)\b.*"
    r"|(?:leave|keep) (?:it |that |this )?(?:out|quiet)\b.*|leave .{1,60} out(?: of it)?"
    r"|keep .{1,60} (?:out of it|to myself)|(?:not a|no) (?:word|mention|need to (?:mention|say))\b.*"
    r"|without mentioning\b.*|skip (?:the|that|my|how|any)\b.*|omit\b.*|avoid\b.*|nothing about\b.*"
    r"|(?:leave out|don'?t mention|do not mention|no mention|omit|skip|avoid|not)[:=].*)"
)
_NOT_THIS = spoken(
    r".*[\s,(;]+(?:(?:leave|keep) (?:it |that |this )?out\b"
    r"|(?:but )?(?:don'?t|do not|never) (?:write|say|mention|put|tell)\b(?: (?:that|this|it|them|him|her))*"
    r"|not for (?:them|him|her|the mail))[!.)\s]*"
)
_ADJECTIVE = (
    "(?:polite|nice|brief|short|formal|warm|friendly|professional|kind|firm|honest|respectful|gracious"
    "|grateful"
    "|positive|casual|concise|tactful|gentle|sincere|informal|clear|humble|cold|rude|sweet|simple|good|light"
    "|harsh|pushy|politely|nicely|kindly|warmly|briefly|gently)"
)
_MANNER = spoken(
    r"(?:and |but |pls |please )?(?:(?:be|sound|stay|keep|make|keep it|make it|make it sound|keep things"
    r"|close|end"
    r"|finish|very|really|so|super|not too|not|tone|style|length)[:= ]+)*"
    rf"(?:a )?{_ADJECTIVE}(?: (?:tone|pls|please|but|and|enough|to {THEM}))*"
    rf"(?:(?:,| and|,? but|/|;| \+) ?(?:very |not too |not )?{_ADJECTIVE})*(?: (?:tone|pls|please))*\W*"
)
_MANNER_THEN = spoken(
    rf"(?:be|sound|stay) (?:very |really |extra )?{_ADJECTIVE}(?: to {THEM})?\s*(?:[,;:(]|{DASH}|because"
    r"|since)\s*"
    r"(?P<rest>.+)"
)
_MANNERED = labels("tone", "style", "length", "format", "keep it", "mood", "manner")
_CAPITAL = "(?-i:[A-Z\u00c0-\u017d])"
_NAMED = rf"(?:(?:mr|ms|mrs|dr|prof|mme|se\u00f1ora)\.? )?{_CAPITAL}[\w'.-]+"
_HEADING = spoken(
    r"(?:(?:ok|so|my|some|quick|rough|the|things?|what|message|polite)\s+)*(?:notes?|points?|ideas"
    r"|to[- ]?do|plan|draft|bullets?"
    r"|decline|rejection|refusal|phone|call|script|message|reply|answer|e-?mail|mail|letter|text|msg"
    r"|(?:to )?(?:put in|include|cover)|want to say"
    r"|i want to say|to say|need to)\b"
    r"(?:[\s,:/\u2013\u2014-]+(?:to self|for|of|to|tmrw|tomorrow|the|a|an|my|reply|answer|write|draft"
    r"|mail|e-?mail|letter|message"
    r"|call|script|decline|offer|note|notes|points|rejection|refusal|text|on|about|in|self|put|say|what|i"
    r"|want|it"
    rf"|polite|short)\b)*[\s,:]*(?P<who>{_NAMED}.*?|the (?:school|company|team)\b.*?)?\s*[:.]*"
)
_TO_WRITE = spoken(
    r"(?:hey |hi |ok |so |and |then |please |pls |can (?:you|u) |could (?:you|u) |i )*(?:need to "
    r"|have to |must )?"
    r"(?:write|draft|send|answer|reply|respond|compose|ring|call|phone|text|mail"
    r"|email)(?: back)?(?: me)?(?: an?| the)?(?: (?:short|polite|quick|nice))*"
    r"(?: (?:e-?mail|mail|message|note|letter|reply|text|line|something|sth|smth|a few (?:lines|words)))?"
    r"(?: to| for)? "
    rf"(?P<who>{_NAMED}(?: {_CAPITAL}[\w'-]+)*|[a-z]+(?= at {_CAPITAL}))"
    rf"(?P<firm> (?:at|from|of|@) {_CAPITAL}[\w'-]+(?: (?:& )?{_CAPITAL}[\w'-]+)*)?(?P<apart> ?\([^)]*\))?"
    r"(?: by \w+)?(?:(?:,| that|:)\s*(?P<rest>.+)|[\s.:]*)"
)
# «Things to tell Sunil when he calls:», «points for a note to Pavel: thx for ...»
_NOTES_FOR = spoken(
    r"(?:ok |so |my |some |sry |quick )*(?:notes?|points?|things?|bullets?|ideas)\b[^.:]{0,40}?\b"
    rf"(?:to|for|tell|telling|ring|call|with)\s+(?P<who>{_NAMED}(?: {_CAPITAL}[\w'-]+)*)"
    rf"(?P<firm> (?:at|from|of|@) {_CAPITAL}[\w'-]+(?: (?:& )?{_CAPITAL}[\w'-]+)*)?(?P<apart> ?\([^)]*\))?"
    r"(?-i:[^.:(A-Z]){0,25}(?::\s*(?P<rest>.+)|[:.]*)"
)
# «reply re welding inspector»
_ABOUT = spoken(
    r"(?:short |quick |polite )*(?:reply|answer|e-?mail|mail|message|note|letter|response) "
    r"(?:re|about|regarding|for)\.?:? (?:the )?(?P<value>(?-i:[a-z])[\w'-]*(?: [\w'-]+){0,4})"
)
_REFUSAL = spoken(r"\b(?:decline|rejection|refusal)\b")
_TO = labels(
    "to", "he", "she", "boss", "manager", "hr", "addressee", "recipient", "recruiter", "contact(?: person)?",
    "person", "who", "whom", "for", "send to",
    "(?:e-?mail|mail|message|reply|answer|letter|note|decline|rejection)(?: to| for)",
)  # fmt: skip
_TO_BARE = spoken(
    r"(?:to|hi to|hi|hello|hey|dear|addressee|recipient|contact|reply to|answer to|email to|mail to"
    r"|addressed to) "
    rf"(?P<value>(?:(?:mr|ms|mrs|dr|prof|mme|frau|herr)\.? )?{_CAPITAL}[^:]*|the (?:school|team)\b[^:]*)"
)
_IS = spoken(
    r"(?:the |my |her |his |their )?(?P<label>company|employer|firm|contact(?: person)?|client|job|role"
    r"|position|post"
    r"|name|recruiter)(?:'s name)?(?:'s| is| was| =) (?:called )?(?P<value>.+)"
)
_WAS_WORK = spoken(
    r"(?:it was|it's|its|it is) (?:the |a |an )?(?P<value>(?:[a-z-]+ ){1,3}(?:work|job|role|position|post))"
)
_FROM = labels("from", "sender", "sign(?:ed)?(?: it| off)?(?: as| by)?", "my name", "name", "me", "signature")
_FROM_BARE = spoken(
    r"(?:(?:and |then )?(?:(?:pls |please )?sign(?:ed)?(?: it| off| this)*(?: as| by| with)?|from"
    r"|yours(?: \w+)?"
    r"|(?:greetings|gruss|mvg|luv|xx?|grtz|gr|rgds|love|regards|best|best regards|best wishes|thanks|thx"
    r"|cheers)(?: and that| from)?"
    r"|my name is|i'?m))[\s,:]+"
    rf"(?P<value>(?:(?:mr|ms|mrs|dr|prof)\.? )?{_CAPITAL}[\w'\u2019.-]*(?: (?:{_CAPITAL}[\w'\u2019.-]*|de"
    r"|van|von|der"
    r"|da|bin|al))*)"
)
_DASHED = spoken(
    rf"[-/\u2013\u2014]+\s*(?P<value>{_CAPITAL}[\w'\u2019.-]*(?: (?:{_CAPITAL}[\w'\u2019.-]*|de|van|von"
    r"|der|da))*)"
)
_ROLE = labels(
    "role", "position", "job(?: title)?", "post", "gig", "offer", "vacancy", "title", "re", "about"
)
_COMPANY = labels(
    "company", "employer", "firm", "client", "organi[sz]ation", "school", "hospital", "caf[e\u00e9]",
    "restaurant", "shop", "clinic", "bakery", "garage", "hotel", "theatre", "farm", "studio", "salon",
    "lab", "nursery", "where",
)  # fmt: skip
_OF_COMPANY = frozenset({"company", "employer", "firm", "client"})


def read_direction(text: str) -> Told | None:
    """Return what an item says about the message itself, or nothing."""
    if any(one.fullmatch(text) for one in (_UNSAID, _NOT_THIS, _MANNERED, _MANNER)):
        return Told("unsaid")
    return _party(text)


def without_manner(text: str) -> str:
    """Return an item without the manner that it asks for: «be nice, she drove me around»."""
    found = _MANNER_THEN.fullmatch(text)
    return found.group("rest").strip(" )") if found else text


def asks_to_write(text: str) -> bool:
    """Return whether an item asks for the message itself: «write to Bob that ...»."""
    return bool(_TO_WRITE.fullmatch(text) or _NOTES_FOR.fullmatch(text))


def read_heading(text: str) -> Told | None:
    """Return what the heading of notes says: «Notes for reply to Yolanda (Tejas Pecan Growers)»."""
    asked = _TO_WRITE.fullmatch(text) or _NOTES_FOR.fullmatch(text)
    if asked:
        beside = asked.groupdict()
        who = f"{asked.group('who')}{beside.get('firm') or ''}{beside.get('apart') or ''}"
        return Told("heading", (asked.group("rest"),) if asked.group("rest") else (), addressee(who))
    about = _ABOUT.fullmatch(text)
    if about:
        return Told("heading", slots=_labelled("role", about.group("value")))
    found = _HEADING.fullmatch(text)
    if found is None:
        return None
    slots = addressee(found.group("who")) if found.group("who") else ()
    return Told("decision" if _REFUSAL.search(text) else "heading", slots=slots)


def read_signature(text: str, *, last: bool) -> Told | None:
    """Return who signs, where an item says so without a label: «sign it Mateus», «yours, Imke»."""
    bare = text.rstrip(" .,;!")
    found = _FROM_BARE.fullmatch(bare) or (_DASHED.fullmatch(bare) if last else None)
    return Told("slot", slots=(("sender", found.group("value").strip()),)) if found else None


def _party(text: str) -> Told | None:
    """Return the slots that a label or a bare «to» fills."""
    found = _TO.fullmatch(text) or _TO_BARE.fullmatch(text)
    if found:
        slots = addressee(found.group("value"))
        return Told("slot", slots=slots) if slots else None
    named = _IS.fullmatch(text)
    if named:
        return Told("slot", slots=_labelled(named.group("label").lower(), named.group("value")))
    for pattern, label in ((_ROLE, "role"), (_WAS_WORK, "role"), (_COMPANY, "company"), (_FROM, "name")):
        found = pattern.fullmatch(text)
        if found:
            return Told("slot", slots=_labelled(label, found.group("value")))
    return None


def _labelled(label: str, value: str) -> Slots:
    value = value.strip(" .,;")
    if label in _OF_COMPANY:
        return (("company", value),)
    if label.startswith("contact") or label == "recruiter":
        return addressee(value)
    if label == "name":
        return (("sender", value),)
    value, bracket, rest = value.partition(" (")
    found = post(value)
    role = f"{found[0]}{bracket}{rest}"
    return tuple(
        (slot, one) for slot, one in zip(("role", "noun", "company"), (role, *found[1:]), strict=True) if one
    )
