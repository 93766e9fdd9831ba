"""What is read as a draft, and what is refused and how."""

from __future__ import annotations

import pytest

from tactful.draft import Context, read_draft
from tactful.draft import language as language_module
from tactful.draft.intake import LONGEST
from tactful.errors import InputError

TEXT = "Hi Anna,\r\nI\u2019m declining \u2013 thanks for the offer.\r\nRen\u00e9"


@pytest.mark.parametrize(
    "data",
    [
        TEXT,
        "\ufeff" + TEXT,
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_encodings(data: bytes | str) -> None:
    assert read_draft(data, Context()).text == TEXT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("", "empty"),
        (b"", "empty"),
        (" \r\n\t\u00a0", "empty"),
        ("<p></p><br>", "empty"),
        ("> Dear Tom,\n> take it.", "empty"),
        ("\U0001f600\U0001f389 !!! ...", "no-words"),
        ("12 / 34", "no-words"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not-text"),
        ("a\x00b", "not-text"),
        ("\x01\x02\x03abc", "not-text"),
        (b"\xff\xfeabc", "not-text"),
        (b"\x81\x8d\x8f\x90", "not-text"),
        (b"\xe2\xe3\xf0\xf1\xf2\xf3", "not-text"),
        ("no " * (LONGEST // 3 + 1), "too-long"),
        ("<p>" + "no " * (LONGEST // 3 + 2) + "</p>", "too-long"),
        ("<br>" * (LONGEST * 20 // 4 + 1), "too-long"),
        ("Guten Tag Frau Meier, vielen Dank f\u00fcr das Angebot, leider muss ich absagen.", "not-english"),
    ],
)
def test_refusals(data: bytes | str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_draft(data, Context())
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
    assert ";" in str(caught.value)


def test_the_longest_draft_passes() -> None:
    assert len(read_draft(("no " * LONGEST)[:LONGEST], Context()).text) == LONGEST


def test_lone_surrogates_become_the_sign_for_unreadable() -> None:
    assert read_draft("no \ud800 thanks", Context()).text == "no \ufffd thanks"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hola Ana, gracias por la oferta. He decidido no aceptar porque tengo otra cosa.", "Spanish"),
        ("Merci beaucoup pour votre offre mais je dois refuser ce poste", "French"),
        ("Tack f\u00f6r erbjudandet men jag m\u00e5ste tacka nej", "Swedish"),
        ("GRACIAS POR LA OFERTA PERO TENGO QUE RECHAZARLA", "Spanish"),
        (
            "\u8c22\u8c22\u60a8\u7684\u5de5\u4f5c\u9080\u8bf7\uff0c\u4f46\u6211\u51b3\u5b9a\u4e0d\u63a5\u53d7",
            "Chinese",
        ),
        (
            "Lo siento Ana, gracias pero tengo que rechazarla.\n\n> Dear Ana, we hope you take the job",
            "Spanish",
        ),
    ],
)
def test_other_languages_are_named(text: str, language: str) -> None:
    with pytest.raises(InputError, match=f"looks like {language};") as caught:
        read_draft(text, Context())
    assert caught.value.code == "not-english"


@pytest.mark.parametrize(
    "text",
    [
        "no thx. ur offer sux lol",
        "gr8 offr but gotta bounce thx",
        "nah pass lowball salary bye",
        "thnk yuo fr teh ofer btu i wnat ot declien it",
        "decline offer Product Designer Lumenhaus Katarzyna Tomek Oluwaseun",
        "Ana Rivera Tom Becker Juan Perez Maria Lopez Pedro Gomez",
        "Katarzyna Wojciechowska Brz\u0119czyszczykiewicz Gda\u0144sk Pozna\u0144",
        "Sehr geehrte Frau Meier,\nthank you for the offer, I have to decline.\nViele Gr\u00fc\u00dfe\nTom",
        "Danke nein",
        "Danke aber nein danke",
        "https://example.com/a b@x.example aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ= no",
    ],
)
def test_unusual_english_passes(text: str) -> None:
    read_draft(text, Context())


def test_an_unknown_language_is_shown_as_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stub:
        def rank(self, text: str) -> list[tuple[str, float]]:
            return [("zz", 0.9), ("en", 0.001)] if text else []

    monkeypatch.setattr(language_module, "_identifier", Stub)
    assert language_module.other_language("lorem ipsum dolor amet consectetur") == "zz"
