"""Where clauses start; «|» marks each cut."""

from __future__ import annotations

import pytest

from tactful.draft import Context, take_apart


def clauses_of(text: str) -> str:
    draft = take_apart(text, Context())
    return " || ".join(
        " | ".join(draft.slice(one) for one in sentence.clauses) for sentence in draft.sentences
    )


@pytest.mark.parametrize(
    "marked",
    [
        "I liked it, | but I decline.",
        "I must decline, | having been admitted to a course in Leeds.",
        "I must decline, | being already engaged elsewhere.",
        "It was lovely, being so near the sea.",
        "It is lovely | but too far.",
        "Thanks for everything | but I decline.",
        "I have nothing but praise.",
        "It is a demanding but rewarding place.",
        "Not only that but also this.",
        "I decline | because the pay is low.",
        "I decline | because of the pay.",
        "I decline, | although I liked it.",
        "I decline | though I liked it.",
        "I like it though not the pay.",
        "I decline | even though I liked it.",
        "I would not come | even if you paid.",
        "Even so I decline.",
        "I would come | only if you paid.",
        "I have only two days.",
        "The pay is low, | so I decline.",
        "The pay is low | so I decline.",
        "I am so, so sorry.",
        "I do it so that all is well.",
        "I decline, | as the role involves travel.",
        "I decline | as I have no time.",
        "I came as soon as I could.",
        "I sign | as long as you pay.",
        "I work as an analyst.",
        "I decline | since I have no time.",
        "I have waited since the 4th of June.",
        "I decline, | since the pay is low.",
        "I waited | while you slept.",
        "I waited a while there.",
        "I met him while ago there.",
        "I stay, | whereas you go.",
        "I go | unless you pay.",
        "I sign | provided that you pay.",
        "I have provided a form.",
        "You pay, | otherwise I go.",
        "The pay is low; | I decline.",
        "I found this: | the pay is low.",
        "Start date: May.",
        "I decline - | really.",
        "I have 5 - 9 days.",
        "It is fine\u2014 | honestly.",
        "I'd go | (but only if you pay) | to you.",
        "I return the laptop (asset 12) today.",
        "I return the (laptop today.",
        "I return it | (but only on Monday).",
        "The pay is low | and I decline.",
        "The pay is low, | and the day is long.",
        "I liked it, | and honestly you are kind.",
        "They called | and twice they hung up.",
        "Thank you and your team.",
        "It is between you and me there.",
        "My wife and I decided to pass.",
        "We felt that the role and our team might not fit.",
        "I thank you for the offer and the trust that comes with it.",
        "I like the work and the effort you made is there.",
        "I like it | and if you pay I sign.",
        "You pay | or I go.",
        "If you pay, | I will sign.",
        "If you pay | I would sign.",
        "If you had one | we'd sign.",
        "I think I would sign.",
        "After careful consideration, I have decided to decline.",
        "Unfortunately, I decline.",
        "I am ill, | I decline.",
        "I'm in, | you are out.",
        "I decline, | however you may call.",
        "I met Ben, | who was kind.",
        "I met one who was kind.",
        "I know which one it is.",
        "I wonder if you could pay.",
        "I would be glad | if you could pay.",
        "Tell me if so.",
        "Call me if possible.",
        "I hope that if you pay we talk.",
        "I am not keen, | the salary you lot put on the table is low.",
        "I like it, the team, the office.",
        "I stay | yet I thank you.",
    ],
)
def test_clauses(marked: str) -> None:
    marked = marked.strip(" |")
    assert clauses_of(marked.replace(" | ", " ").replace("\u2014 ", "\u2014")) == marked
