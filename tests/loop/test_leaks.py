"""What reaches a model's server tells of nobody: looked for in the very bytes, over all drafts there are."""

from __future__ import annotations

import asyncio
import re

import pytest

from tactful.analysis import analyse
from tactful.facts import read_english_words
from tactful.llm.openai_chat import OpenAIChat
from tactful.loop import refine_with_model
from tactful.rulebook import built_in

# Words with a capital that were looked at one by one and tell of nobody.
_PUBLIC = """
How a letter begins and ends:
Best Bye Cheers Dear Hello Hey Hi Hugs I I'd I'll I'm I've Later Love Regards Respectfully Sincerely Thanks
The Yo Yours
Whom it goes to, where that is nobody by name:
Board Committee Company Hiring Illustrious Panel Recruitment Selection Talent Team
What everybody has, keeps, uses or speaks; a box and a channel without their numbers; parts of roles:
Box Cataloguer Channel Christmas DBS Easter English Excel Fates French
German God Headset ID II Job Lettings Mac NDA P.O. PhD
QA Ward Windows
"""
PUBLIC = frozenset(word for line in _PUBLIC.splitlines() if not line.endswith(":") for word in line.split())


def fenced(request):
    fence = request.prompt.partition("two lines that read ")[2].partition(".")[0]
    return request.prompt.split(f"\n{fence}\n")[1]


def readings(request):
    """Return the bytes as text, raw and with the escapes of JSON resolved, but for figures of our own."""
    raw = re.sub(r'"max_tokens": ?\d+', "", request.body.decode())
    return tuple(
        re.sub(r"(?:(?<=\n)|(?<=\\n))(?:- )?\d+: |Mend the sentences [\d, ]+:", "", text)
        for text in (raw, request.prompt)
    )


def spoken(words):
    """Return a pattern of words; one that is no common word in whatever case."""
    english = read_english_words()
    for word in words:
        case = "" if word.casefold() in english else "(?i)"
        yield word, re.compile(rf"{case}(?<!\w){re.escape(word)}(?!\w)")


def role_words(draft):
    """Return the common words of the roles in a draft: what job it is, a model may know."""
    english = read_english_words()
    roles = " ".join(fact.text for fact in analyse(draft, built_in()).facts if fact.type == "role")
    return {word for word in re.findall(r"[^\W\d_]+", roles) if word.casefold() in english}


@pytest.mark.parametrize(
    ("source", "least_calls"),
    [
        ("examples", 8),
        ("rough", 190),
        pytest.param("article", 60, marks=pytest.mark.slow),
        pytest.param("adversarial", 30, marks=pytest.mark.slow),
        pytest.param("tone", 55, marks=pytest.mark.slow),
        pytest.param("detection", 300, marks=pytest.mark.slow),
    ],
)
def test_no_name_and_no_figure_of_a_draft_is_in_the_bytes_that_the_server_got(
    stub_server, drafts, private, readable, source, least_calls
):
    # The draft comes back as it was sent, so that remarks on its sentences are sent too.
    stub_server.replies = lambda request: stub_server.says(
        fenced(request) if "two lines that read" in request.prompt else "1: I decline."
    )
    leaks: list[tuple[str, str]] = []

    async def refine_all():
        model = OpenAIChat("stub", stub_server.base_url)
        for given in drafts(source):
            draft = readable(given)
            if draft is None:
                continue
            seen = len(stub_server.chats)
            await refine_with_model(draft, built_in(), model)
            words = {word for word in private(given) if len(word) > 1} - PUBLIC - role_words(draft)
            texts = [text for one in stub_server.chats[seen:] for text in readings(one)]
            leaks.extend(
                (given.id, word)
                for word, pattern in spoken(words)
                if any(pattern.search(text) for text in texts)
            )
        await model.close()

    asyncio.run(refine_all())
    assert leaks == []
    assert len(stub_server.chats) >= least_calls
