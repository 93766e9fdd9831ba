"""Companies of ordinary words in a draft without capitals: «the care job at willow lodge».

The page enters; hits leave.  The words between «at» and the end of the clause are the name, where a
word for work stands before them.
"""

from __future__ import annotations

import re
from string import ascii_letters, ascii_uppercase
from typing import TYPE_CHECKING

from tactful.draft.word_sets import word_set
from tactful.facts.cues import NOT_IN_COMPANY
from tactful.facts.hits import GUESS, NAME, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tactful.facts.page import Page

_WORK = (
    r"(?:jobs?|role|gig|position|post|thing|offer|interview|placement|apprenticeship|traineeship|internship"
    r"|contract|shifts?|spot|slot|start|starting|work|working|days|nights|lads?|crew|guys|team|trial)"
)
_NAME = r"(?P<name>[a-z0-9][a-z0-9&'-]*(?: [a-z0-9&][a-z0-9&'-]*){0,4})"
_AT = re.compile(
    rf"\b(?:{_WORK}(?: up| over| down| out)? (?:at |@ ?|with )|(?:join|joining) |@ ?){_NAME}"
    rf"|\b(?:come|coming|go|going|over|move|moving) to {_NAME.replace('name', 'goal')} as\b"
)
_INSTITUTION = re.compile(
    r"\b(?:in|at|of|for|from|with|@) "
    r"(?P<name>(?:(?!(?:the|a|an|my|your|ur|this|that|our|another)\b)[a-z'&-]+ ){1,3}"
    r"(?:hospital|school|academy|college|clinic|hotel|surgery|nursery|bakery|logistics|motors|dental|foods|bank))\b"
)
_MOST_WORDS = 4
# What no name begins with: «work at home», «shifts at night», «start at short notice».
_NO_FIRST = word_set(
    """
    home night nights work school lunch lunchtime noon dawn dusk midnight weekends weekend christmas
    easter uni university college once present first least last best worst most all any such short full
    half double peak minimum sea heart hand times risk length large fault ease war people me him her
    them us you u ya myself everyone everybody kids children no every each both more less what which who
    whom whoever where when how if nothing anything something someone anyone two three four five six
    seven eight nine ten lots regard regards respect immediate effect mates friends mum dad
    """
)
# What ends a name: small words, verbs and words of time that go on with the sentence.
_STOPS = word_set(
    """
    cuz coz cos bc bcoz becuz because n nd and but so as for on in its it's it i i'm im ive we they he
    she you u the a an my ur your our his her their is was were are be been to at if when where then tho
    though cause since this that these those next last anymore any now today tonight tomorrow please pls
    plz thx thanks ty sorry sry soz gonna gona imma not no nah yeah lol haha tbh or by from with w than
    until till after before while who which what cant can't dont don't didnt didn't wont won't would
    wouldnt could couldnt should will can do does did has have had pays paid pay sounds looks seems
    wants needs gives gets got takes took treats keeps makes made means starts started starting ends
    just really very too also only even still yet anyway either instead monday tuesday wednesday
    thursday friday saturday sunday mon tues tue wed weds thurs thur fri sat sun turning taking staying
    moving going coming leaving being having getting doing
    """
)
_STOPS = _STOPS | (NOT_IN_COMPANY - {"one", "big", "old", "new", "good", "high", "great", "my"})
_WITHIN = word_set("of and & n de la le the")
# Fewer capitals in a hundred letters than these, and they tell nothing.
_FEW_CAPITALS = 1.5
_CAPITALS = ascii_uppercase.encode()
_LETTERS = ascii_letters.encode()


def find_workplaces(page: Page) -> Iterator[Hit]:
    """Yield the companies of a page that no capital marks and whose words are ordinary ones."""
    if not (page.shouted or _is_small(page.text)):
        return
    for match in (*_AT.finditer(page.folded), *_INSTITUTION.finditer(page.folded)):
        group = "goal" if match.groupdict().get("goal") else "name"
        start = match.start(group)
        words = _name_of(match[group].split())
        if words and (page.shouted or page.text[start].islower()):
            rank = NAME if len(words) > 1 else GUESS
            yield Hit(start, start + len(" ".join(words)), rank, "organisation")


def _is_small(text: str) -> bool:
    """Return whether hardly any letter is a capital, judged by those of English."""
    written = text.encode("ascii", "ignore")
    capitals = len(written) - len(written.translate(None, _CAPITALS))
    letters = len(written) - len(written.translate(None, _LETTERS))
    return capitals * 100 < letters * _FEW_CAPITALS


def _name_of(words: list[str]) -> list[str]:
    """Return the words before the first one that ends a name; none where they are no name."""
    name: list[str] = []
    for word in words:
        if word in _STOPS and not (name and word in _WITHIN):
            break
        name.append(word)
    while name and name[-1] in _WITHIN:
        name.pop()
    if not name or len(name) > _MOST_WORDS or name[0] in _NO_FIRST or name[0].isdigit():
        return []
    return name
