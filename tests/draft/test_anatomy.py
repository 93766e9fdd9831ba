"""The parts of a message: exact texts of each part."""

from __future__ import annotations

import pytest

from tactful.draft import Context, Draft, take_apart

PARTS = ("subject", "greeting", "sign_off", "signature", "postscript")


def parts_of(text: str, context: Context | None = None) -> dict[str, str]:
    draft = take_apart(text, context or Context())
    spans = {name: getattr(draft.anatomy, name) for name in PARTS}
    return {name: draft.slice(span) for name, span in spans.items() if span is not None}


def sentences_of(text: str) -> list[str]:
    draft = take_apart(text, Context())
    return [draft.slice(sentence) for sentence in draft.sentences]


def quoted_of(text: str) -> list[str]:
    draft = take_apart(text, Context())
    return [draft.slice(span) for span in draft.anatomy.quoted]


FULL = (
    "Subject: Re: Your offer\r\n\r\n"
    "Dear Ms. Rivera,\r\n\r\nThank you for the offer. I must decline.\r\n\r\n"
    "I wish you well.\r\n\r\n"
    "Kind regards,\r\nJordan Lee\r\nData Analyst\r\n+1 555 010 0142\r\njordan@example.com"
    "\r\n\r\nP.S. Say hi to Ben. He was kind.\r\n"
)


def test_every_part_of_a_whole_mail() -> None:
    assert parts_of(FULL) == {
        "subject": "Re: Your offer",
        "greeting": "Dear Ms. Rivera,",
        "sign_off": "Kind regards,",
        "signature": "Jordan Lee\r\nData Analyst\r\n+1 555 010 0142\r\njordan@example.com",
        "postscript": "P.S. Say hi to Ben. He was kind.",
    }


def test_body_and_postscript_give_the_sentences() -> None:
    draft = take_apart(FULL, Context())
    found = [(draft.slice(one), one.paragraph, one.part) for one in draft.sentences]
    assert found == [
        ("Thank you for the offer.", 0, "body"),
        ("I must decline.", 0, "body"),
        ("I wish you well.", 1, "body"),
        ("Say hi to Ben.", 0, "postscript"),
        ("He was kind.", 0, "postscript"),
    ]
    body = draft.anatomy.body
    assert draft.slice(body).startswith("Thank you")
    assert draft.slice(body).endswith("I wish you well.")


@pytest.mark.parametrize(
    ("text", "greeting", "rest"),
    [
        ("Hi Anna, thanks for the offer.", "Hi Anna,", "thanks for the offer."),
        ("Hi, Anna, thanks for the offer.", "Hi, Anna,", "thanks for the offer."),
        ("Hi, thanks for the offer.", "Hi,", "thanks for the offer."),
        ("Hi - thanks for the offer.", "Hi -", "thanks for the offer."),
        ("hey sarah thanks for the offer", "hey sarah", "thanks for the offer"),
        ("hi sarah jones thanks for all", "hi sarah jones", "thanks for all"),
        ("hey thanks for the offer!!", "hey", "thanks for the offer!!"),
        ("hi Fiona. Well then, no.", "hi Fiona.", "Well then, no."),
        ("Hi Mireille! thx for the offer", "Hi Mireille!", "thx for the offer"),
        ("Good morning Tom, I decline.", "Good morning Tom,", "I decline."),
        ("Good morning Sr. Etxeberria,\nI decline.", "Good morning Sr. Etxeberria,", "I decline."),
        ("Dear Ms. Rivera:\nI decline.", "Dear Ms. Rivera:", "I decline."),
        ("Dear Prof. Dr. Smith, I decline.", "Dear Prof. Dr. Smith,", "I decline."),
        ("Dear Sir or Madam, I decline.", "Dear Sir or Madam,", "I decline."),
        ("Dear [Hiring Manager's Name],\nI decline.", "Dear [Hiring Manager's Name],", "I decline."),
        ("Dear hiring team thank you for it", "Dear hiring team", "thank you for it"),
        ("To whom it may concern\n\nI decline.", "To whom it may concern", "I decline."),
        ("Hi all\nI decline.", "Hi all", "I decline."),
        ("yo, I decline.", "yo,", "I decline."),
        ("Hi Will, I decline.", "Hi Will,", "I decline."),
        ("Sarah,\n\nI decline.", "Sarah,", "I decline."),
        ("sarah,\n\nI decline.", "sarah,", "I decline."),
        ("Team,\nI decline.", "Team,", "I decline."),
        ("Marco, no offense but no.", "Marco,", "no offense but no."),
        ("Ms Prewitt, I'm turning it down.", "Ms Prewitt,", "I'm turning it down."),
        ("Tom - yeah so I know.", "Tom -", "yeah so I know."),
        ("Emily, I have to decline.", "Emily,", "I have to decline."),
        ("Morning Tom,\nI decline.", "Morning Tom,", "I decline."),
        (
            "Most esteemed Madam Director Lachance,\n\nI decline.",
            "Most esteemed Madam Director Lachance,",
            "I decline.",
        ),
        (
            "Respected and most honourable Managing Director Sir Alhaji Danjuma,\nI decline.",
            "Respected and most honourable Managing Director Sir Alhaji Danjuma,",
            "I decline.",
        ),
        (
            "O Noble Stewards of Ptarmigan Outfitters!\nI decline.",
            "O Noble Stewards of Ptarmigan Outfitters!",
            "I decline.",
        ),
        (
            "To the Right Honourable Selection Board of Thistlewick Opera,\nI decline.",
            "To the Right Honourable Selection Board of Thistlewick Opera,",
            "I decline.",
        ),
        ("Ah, Monsieur Favre!\nI decline.", "Ah, Monsieur Favre!", "I decline."),
        ("My dear, dear Peregrine! I decline.", "My dear, dear Peregrine!", "I decline."),
        ("Oh Gavin, Gavin. I decline.", "Oh Gavin, Gavin.", "I decline."),
        ("Listen up Gary\nI decline.", "Listen up Gary", "I decline."),
        ("Ok Sanjeev I decline.", "Ok Sanjeev", "I decline."),
        ("Right then, Colin. I decline.", "Right then, Colin.", "I decline."),
        ("So, Yvette -\nI decline.", "So, Yvette -", "I decline."),
        ("To: Coach Baptiste\nI decline.", "To: Coach Baptiste", "I decline."),
        ("Attn: Mrs Okafor\nI decline.", "Attn: Mrs Okafor", "I decline."),
        ("@Kofi\nI decline.", "@Kofi", "I decline."),
        ("Esteemed Dr Rao\nI decline.", "Esteemed Dr Rao", "I decline."),
        ("Dear Team, dear Anna,\nI decline.", "Dear Team, dear Anna,", "I decline."),
        ("Good evening to you Mrs Pole!\nI decline.", "Good evening to you Mrs Pole!", "I decline."),
        ("To whom it concerns,\nI decline.", "To whom it concerns,", "I decline."),
        ("TO MR FOX AT COPPERPOT CATERING. I DECLINE.", "TO MR FOX AT COPPERPOT CATERING.", "I DECLINE."),
        (
            "To the Illustrious Proprietor, Señor Don Evaristo\n\nI decline.",
            "To the Illustrious Proprietor, Señor Don Evaristo",
            "I decline.",
        ),
    ],
)
def test_greetings(text: str, greeting: str, rest: str) -> None:
    assert parts_of(text)["greeting"] == greeting
    assert sentences_of(text) == [rest]


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately, I have to decline.",
        "Honestly, your pay is bad.",
        "Sadly, no.",
        "Wow, a whole 2% above minimum wage!",
        "Ok Google is better than you.",
        "So Anna told me about the van.",
        "Look at this.",
        "Thanks, but no.",
        "Thank you for the offer,\nbut no.",
        "notes for reply to Acme:\nno",
        "- decline\n- thank Ben",
        "Morning shifts are not for me.",
        "I decline.",
        "Good day rates are too low, I decline.",
        "Oh Lord, what a mess.",
        "Ah well. I decline.",
        "To Mr. Fox I owe an apology.",
        "Noble as your offer is,\nI decline.",
        "Your manager, your head and your team,\nI decline.",
        "All the managers and officers of your company lied,\nI decline.",
    ],
)
def test_no_greeting(text: str) -> None:
    assert "greeting" not in parts_of(text)


@pytest.mark.parametrize("text", ["Hi Anna", "Dear Anna,", "Hi Anna,\n"])
def test_a_greeting_alone_leaves_an_empty_body(text: str) -> None:
    draft = take_apart(text, Context())
    assert draft.anatomy.greeting is not None
    assert draft.anatomy.body == (draft.anatomy.greeting.end, draft.anatomy.greeting.end)
    assert draft.sentences == ()


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Subject: Offer\nI decline.", "Offer"),
        ("subject : Offer\nI decline.", "Offer"),
        ("Re: Your offer\nI decline.", "Re: Your offer"),
        ("Subject: Re: Your offer\nI decline.", "Re: Your offer"),
        ("From: a@x.example\nTo: b@x.example\nSubject: Offer\n\nI decline.", "Offer"),
        ("Subject:\nI decline.", None),
        ("Re: I decline.", None),
        ("I decline.", None),
    ],
)
def test_subjects(text: str, subject: str | None) -> None:
    assert parts_of(text).get("subject") == subject


@pytest.mark.parametrize(
    ("foot", "sign_off", "signature"),
    [
        ("\n\nBest regards,\nTom", "Best regards,", "Tom"),
        ("\n\nBest\nTom Smith", "Best", "Tom Smith"),
        ("\n\nSincerely,\n\nT. Smith", "Sincerely,", "T. Smith"),
        ("\nYours faithfully,\nTom\nAnalyst", "Yours faithfully,", "Tom\nAnalyst"),
        ("\nThanks,\nTom", "Thanks,", "Tom"),
        ("\nMany thanks and best wishes,\n\nTom", "Many thanks and best wishes,", "Tom"),
        ("\nWarmly,\nTom", "Warmly,", "Tom"),
        ("\nGratefully yours,\nTom", "Gratefully yours,", "Tom"),
        ("\nYours in undying admiration,\nTom", "Yours in undying admiration,", "Tom"),
        ("\nYour Lordship's humblest servant,\nTom", "Your Lordship's humblest servant,", "Tom"),
        ("\nI remain, until the stars gutter out,\nTom", "I remain, until the stars gutter out,", "Tom"),
        ("\nViele Grüße,\nTom", "Viele Grüße,", "Tom"),
        ("\n\ncheers dave", "cheers", "dave"),
        (" cheers dave", "cheers", "dave"),
        (" Best, Tariq Hussaini", "Best,", "Tariq Hussaini"),
        (" With thanks, Dr. Zofia Brandeis", "With thanks,", "Dr. Zofia Brandeis"),
        (" Take care, Chidinma", "Take care,", "Chidinma"),
        (" ta, Mehmet Y.", "ta,", "Mehmet Y."),
        (" Thanks, Irmgard from the second floor", "Thanks,", "Irmgard from the second floor"),
        (" Regards Tom", "Regards", "Tom"),
        (" Regards, Tom Smith, PhD", "Regards,", "Tom Smith, PhD"),
        ("\n\nKind regards", "Kind regards", None),
        (" Kind regards", "Kind regards", None),
        ("\nThanks!", "Thanks!", None),
        ("\n- Tom", None, "Tom"),
        ("\n/Tom Ersson", None, "Tom Ersson"),
        (" All the best, /Tom", "All the best,", "Tom"),
        (" regds tom", "regds", "tom"),
        (" from tom", "from", "tom"),
        (" xx tom", "xx", "tom"),
        (" Peace\ntom", "Peace", "tom"),
        ("\ntom", None, "tom"),
        ("\n\u2013 Tom", None, "Tom"),
        (" - Philippa", None, "Philippa"),
        (" Colin Braithwaite", None, "Colin Braithwaite"),
        (" kev", None, "kev"),
        (" Danny O.", None, "Danny O."),
        ("\n\nMrs. Ngozi Okonkwo-Bell", None, "Mrs. Ngozi Okonkwo-Bell"),
        ("\n\nTom Smith\nAnalyst\ntom@x.example", None, "Tom Smith\nAnalyst\ntom@x.example"),
        ("\n\nSent from my iPhone", None, None),
        ("\n--\nTom Smith\nAcme | www.x.example", None, "Tom Smith\nAcme | www.x.example"),
        ("\nBest,\n- Tom", "Best,", "Tom"),
        ("\nYours,\nKim Lee (she/her)\nDesigner", "Yours,", "Kim Lee (she/her)\nDesigner"),
        (
            "\nBest,\n[Your Name]\n[Employee number if you have one]",
            "Best,",
            "[Your Name]\n[Employee number if you have one]",
        ),
    ],
)
def test_feet(foot: str, sign_off: str | None, signature: str | None) -> None:
    found = parts_of("I will not be joining you." + foot)
    assert (found.get("sign_off"), found.get("signature")) == (sign_off, signature)
    assert sentences_of("I will not be joining you." + foot) == ["I will not be joining you."]


@pytest.mark.parametrize(
    "text",
    [
        "I decline. Thanks for the offer",
        "I decline.\nThank you.",
        "I decline.\nBest wishes for the future.",
        "I decline. Thanks, but I mean it.",
        "I decline. Shame",
        "I decline. pathetic",
        "I decline. Unacceptable",
        "I decline.\nBest, I guess.",
        "I DECLINE. STOP CALLING",
        "I DECLINE. TOM.",
        "I decline. From there it is too far.",
        "- I decline\n- Tom",
        "I decline! Thanks!",
        "I spoke to Dr. Smith",
        "I mean case ref. CA/2024/117",
        "I mean the vitamin C. Smith",
    ],
)
def test_no_foot(text: str) -> None:
    found = parts_of(text)
    assert "sign_off" not in found
    assert "signature" not in found


def test_a_sign_off_that_says_something_is_body() -> None:
    text = "I decline.\n\nThanks again for the offer,\nTom"
    assert sentences_of(text) == ["I decline.", "Thanks again for the offer,"]
    assert parts_of(text) == {"signature": "Tom"}


def test_the_sender_of_the_context_is_known() -> None:
    text = "I decline. hope"
    assert parts_of(text) == {}
    assert parts_of(text, Context(sender="Hope Miller")) == {"signature": "hope"}


def test_sentences_after_the_signature_are_not_lost() -> None:
    text = "I decline.\n\nBest regards,\nTom\n\nOne more thing: I will send the laptop back on Monday."
    assert sentences_of(text)[-1] == "One more thing: I will send the laptop back on Monday."
    assert take_apart(text, Context()).sentences[-1].part == "postscript"


def test_a_notice_belongs_to_the_signature() -> None:
    notice = "This e-mail and all that hangs on it is confidential."
    assert parts_of(f"I decline.\n\nBest,\nTom\n\n{notice}")["signature"] == f"Tom\n\n{notice}"


@pytest.mark.parametrize("mark", ["P.S.", "PS:", "p.s.", "P. S.", "PPS:", "ps"])
def test_postscripts(mark: str) -> None:
    text = f"I decline.\n\nTom\n\n{mark} Say hi to Ben."
    assert parts_of(text) == {"signature": "Tom", "postscript": f"{mark} Say hi to Ben."}
    assert sentences_of(text) == ["I decline.", "Say hi to Ben."]


def test_a_postscript_before_the_sign_off_and_inside_a_line() -> None:
    assert parts_of("I decline.\n\nP.S. Say hi to Ben.\n\nBest,\nTom") == {
        "postscript": "P.S. Say hi to Ben.",
        "sign_off": "Best,",
        "signature": "Tom",
    }
    assert parts_of("I decline. Cheers, Tom P.S. Say hi.") == {
        "postscript": "P.S. Say hi.",
        "sign_off": "Cheers,",
        "signature": "Tom",
    }


THREADS = [
    "On Mon, 3 Jan 2022 at 10:00, Anna <anna@x.example> wrote:\n> Dear Tom,\n> take it.",
    "On Mon, 3 Jan 2022 at 10:00, Anna Rivera\n<anna@x.example> wrote:\n\n> Dear Tom,\n> take it.",
    "On 3 Jan 2022, Anna wrote:\n\nDear Tom, take it.",
    "Am 3.1.2022 schrieb Anna Rivera:\n> Lieber Tom",
    "Anna wrote:\n> Dear Tom",
    "-----Original Message-----\nFrom: Anna\nSubject: Offer\n\nDear Tom, take it.",
    "________________________________\nFrom: Anna\nSent: Monday\n\nDear Tom",
    "From: Anna Rivera\nSent: Monday\nTo: Tom\nSubject: Offer\n\nDear Tom, take it.",
    "Begin forwarded message:\n\nFrom: Anna\n\nDear Tom",
    "---------- Forwarded message ---------\nFrom: Anna\n\nDear Tom",
    "> Dear Tom,\n>\n> take it.",
]


@pytest.mark.parametrize("thread", THREADS)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_quoted_threads_below(thread: str, line_break: str) -> None:
    text = f"I decline.\n\nTom\n\n{thread}".replace("\n", line_break)
    assert "".join(quoted_of(text)) == thread.replace("\n", line_break)
    assert sentences_of(text) == ["I decline."]
    assert parts_of(text) == {"signature": "Tom"}
    assert take_apart(text, Context()).written == f"I decline.{line_break}{line_break}Tom"


def test_quoted_lines_above_and_between() -> None:
    text = "> Hi Tom,\n> our offer.\n\nHi Anna,\nno thanks.\n> When can you start?\nNever.\n\nTom"
    assert quoted_of(text) == ["> Hi Tom,\n> our offer.", "> When can you start?"]
    assert sentences_of(text) == ["no thanks.", "Never."]
    assert parts_of(text) == {"greeting": "Hi Anna,", "signature": "Tom"}


def test_a_thread_may_end_before_the_text_does() -> None:
    text = "---- Original Message ----\nDear Tom, take it.\n---- End of original message ----\nI decline."
    assert sentences_of(text) == ["I decline."]


@pytest.mark.parametrize(
    "text",
    [
        "From what I saw, I decline.",
        "I wrote: no.",
        "On Monday I wrote to you.\nI decline.",
        "From: me, with thanks.\nI decline.\nReally.",
        "I saw -> no.\n_____\nI decline.",
    ],
)
def test_what_only_looks_quoted(text: str) -> None:
    assert "".join(quoted_of(text)) in {"", "From: me, with thanks."}


def test_mail_headers_at_the_top_are_quoted() -> None:
    text = "From: a@x.example\nCc: b@x.example\nDate: Monday\nSubject: Offer\n\nHi Anna,\nI decline."
    assert quoted_of(text) == ["From: a@x.example\nCc: b@x.example\nDate: Monday"]


def test_empty_and_sign_off_only() -> None:
    assert take_apart("", Context()).anatomy.body == (0, 0)
    draft = take_apart("Best, Tom", Context())
    assert draft.anatomy.body == (0, 0)
    assert take_apart("Subject: x", Context()).anatomy.body == (10, 10)


def test_origin_and_context_are_kept() -> None:
    context = Context(sender="Tom")
    draft = take_apart("no", context, (5, 6))
    assert isinstance(draft, Draft)
    assert draft.context is context
    assert draft.original_span(draft.anatomy.body) == (5, 7)
