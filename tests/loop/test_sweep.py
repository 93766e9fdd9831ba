"""Hundreds of drafts meet every fault of a model: nothing is released that a fresh look would refuse."""

from __future__ import annotations

import asyncio
import re

import pytest

from tactful.errors import ProviderError
from tactful.llm import Completion, ScriptedModel
from tactful.loop import Effort, refine_with_model
from tactful.rulebook import built_in

pytestmark = pytest.mark.slow

LEAST_DRAFTS = 500
NEGATION = re.compile(
    r"\b(?:won't|cannot|can't|will not|do not|don't|not|no|decline|declining|pass on)\b", re.IGNORECASE
)


def _after_greeting(text, sentence):
    """Put a sentence behind the first paragraph's end, or at the end."""
    head, gap, rest = text.partition("\n\n")
    return f"{head}{gap}{sentence} {rest}" if rest else f"{text} {sentence}"


# What a model makes of the draft as it reads it, placeholders and all; an error is raised.
FAULTS = {
    "gives the draft back": lambda text: text,
    "accepts": lambda text: _after_greeting(text, "I am happy to accept your offer."),
    "accepts alone": lambda _: "Thank you for the offer. I gladly accept it and look forward to starting.",
    "takes every no out": lambda text: NEGATION.sub("", text),
    "makes it a condition": lambda text: _after_greeting(text, "I would join if you raised the pay."),
    "invents a salary": lambda text: _after_greeting(text, "The salary of 95,000 dollars is below my range."),
    "invents a salary in words": lambda text: _after_greeting(text, "Ninety thousand is too little for me."),
    "invents a name": lambda text: _after_greeting(text, "Mr Zoltan Novakovic was very kind to me."),
    "invents a company": lambda text: _after_greeting(text, "I have signed with Quorvex Industries."),
    "invents a date": lambda text: _after_greeting(text, "I will call you on 17 October 2031."),
    "invents a reason": lambda text: _after_greeting(text, "The commute would be too long for my knee."),
    "invents praise": lambda text: _after_greeting(text, "Your laboratory in the harbour impressed me."),
    "invents a request": lambda text: _after_greeting(text, "Please send me your annual report."),
    "drops the placeholders": lambda text: re.sub(r"\[[A-Z]+_\d+\]", "", text),
    "makes up placeholders": lambda text: re.sub(r"_(\d+)\]", r"_9\1]", text),
    "leaves gaps": lambda text: re.sub(r"\[[A-Z]+_\d+\]", "[Name]", text),
    "says the least": lambda _: (
        "Thank you for the offer. I have decided to decline. I wish you all the best."
    ),
    "talks around it": lambda text: f"Sure! Here is your email:\n\nSubject: No\n\n{text}\n\nHope this helps!",
    "insults": lambda text: _after_greeting(text, "Your people are rude and your process is a joke."),
    "answers in German": lambda _: "Vielen Dank für das Angebot, das ich leider ablehnen muss. Alles Gute!",
    "says nothing": lambda _: "",
    "is cut off": lambda text: Completion(text[: len(text) // 2], "length", 1, 1),
    "refuses": lambda _: Completion("I can't help with that.", "refused", 1, 1),
    "writes garbage": lambda _: "\x00\ufffd\x1b[31m}}{{ <|im_end|> ]]> " * 30,
    "fails": lambda _: ProviderError("It is down."),
}
# What the faults bring in, and no draft has.
INVENTED = re.compile(
    r"95,000|ninety thousand|zoltan|novakovic|quorvex|17 october|2031|my knee|laboratory in the harbour"
    r"|annual report|\[[A-Z]+_\d+\]|\[name\]|happy to accept your offer|gladly accept",
    re.IGNORECASE,
)


def _draft_in(messages):
    """Return the draft as the model reads it, or its sentences where some are to be mended."""
    fence = re.search(r"two lines that read (=+)", messages[0].text) or re.search(
        r"\n(=+)\n", messages[1].text
    )
    assert fence is not None
    return messages[1].text.split(f"\n{fence.group(1)}\n")[1]


def _whole(given):
    """Return a draft as it is, a single sentence as the middle of a message."""
    if len(given.text.split("\n")) > 1 or re.search(r"\b(?:declin|accept|pass)", given.text):
        return given
    text = f"Hi Anneke,\n\n{given.text} I have decided to decline the offer.\n\nTeodor"
    return type(given)(given.id, text, given.options)


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_leaves_that_a_fresh_look_would_refuse(drafts, readable, objections, fault):
    sources = ("examples", "rough", "article", "adversarial", "tone", "detection")
    met = released = 0
    wrong = []

    async def refine_all():
        nonlocal met, released
        for given in (_whole(one) for source in sources for one in drafts(source)):
            draft = readable(given)
            if draft is None:
                continue
            model = ScriptedModel(lambda messages: FAULTS[fault](_draft_in(messages)))
            result = await refine_with_model(draft, built_in(), model, None, Effort())
            met += 1
            wrong.extend([(given.id, "calls")] if len(model.calls) > 4 else [])
            if not result.released or result.engine == "unchanged":
                continue
            released += 1
            wrong.extend((given.id, what) for what in objections(given, result))
            invented = {one.group().casefold() for one in INVENTED.finditer(result.text)}
            wrong.extend((given.id, what) for what in invented if what not in given.text.casefold())

    asyncio.run(refine_all())
    assert wrong == []
    assert met >= LEAST_DRAFTS
    assert released >= met // 3
