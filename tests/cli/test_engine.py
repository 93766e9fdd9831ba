"""``tactful refine`` with a model behind a server on loopback: exit codes, what is printed and sent."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

DRAFT = """Dear Ms Brandt,

Thank you for the offer of the data engineer position at Harbourline. Your hiring process was a joke. I have \
decided to decline. The salary of 48,500 dollars is below the range I need. Please delete my documents.
I wish you and the team all the best.

Jonas Weil
+31 6 1234 5678
"""
FINE = DRAFT.replace(" Your hiring process was a joke.", "")
SECRET = ("Brandt", "Harbourline", "48,500", "48", "Jonas", "Weil", "1234", "5678")


def _run(stub_server, *arguments, draft=DRAFT, **environment):
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "tactful",
            "refine",
            "--model",
            "stub",
            "--base-url",
            stub_server.base_url,
            *arguments,
        ],
        input=draft.encode(),
        capture_output=True,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def _obedient(stub_server, *, delay=0.0):
    """Answer with the draft as it was sent, without its insult, after so many seconds."""

    def reply(request):
        fence = request.prompt.partition("two lines that read ")[2].partition(".")[0]
        draft = request.prompt.split(f"\n{fence}\n")[1]
        return stub_server.says(draft.replace(" Your hiring process was a joke.", "")).after(delay)

    return reply


def test_a_good_rewrite_is_printed_and_the_server_read_no_name_and_no_number(stub_server):
    stub_server.replies = _obedient(stub_server)
    done = _run(stub_server)
    assert (done.returncode, done.stdout.decode()) == (0, "Subject: Job offer: data engineer\n\n" + FINE)
    (request,) = stub_server.chats
    # The port of the server and the length of the body are numbers of our own.
    sent = re.sub(rb"(?im)^(?:host|content-length):.*$", b"", request.head) + request.body
    assert [word for word in SECRET if word.encode() in sent.replace(b"_48", b"")] == []


def test_json_tells_of_the_attempts(stub_server):
    stub_server.replies = _obedient(stub_server)
    found = json.loads(_run(stub_server, "--format", "json").stdout)
    assert (found["engine"], found["text"]) == ("llm", FINE.rstrip("\n"))
    assert found["usage"] == {"calls": 1, "prompt_tokens": 11, "completion_tokens": 7}
    (attempt,) = found["attempts"]
    assert (attempt["maker"], attempt["prompt"]["name"]) == ("llm", "rewrite")


@pytest.mark.parametrize(
    ("reply", "code", "said"),
    [
        (("fails", 401), 4, "refused the key"),
        (("fails", 400), 3, "model server"),
        (("closes",), 3, "model server"),
        (("says", "I accept the offer."), 3, "Nothing that the model 'stub' wrote passes"),
        (("writes", b"<html>"), 3, "model server"),
    ],
)
def test_a_fault_is_an_error_where_no_fallback_is_wanted_and_else_the_composer_writes(
    stub_server, reply, code, said
):
    name, *values = reply
    stub_server.replies = [getattr(stub_server, name)(*values)]
    refused = _run(stub_server, "--no-fallback")
    assert (refused.returncode, refused.stdout) == (code, b"")
    assert said in refused.stderr.decode()
    fallen = _run(stub_server)
    assert fallen.returncode == 0
    assert "Harbourline" in fallen.stdout.decode()
    assert "accept" not in fallen.stdout.decode()
    assert "The composer made this one." in fallen.stderr.decode()


def test_a_key_that_cannot_be_had_is_an_error_or_the_composers_text(stub_server):
    arguments = ("--base-url", "https://api.openai.com/v1")
    assert _run(stub_server, *arguments, "--no-fallback").returncode == 4
    done = _run(stub_server, *arguments)
    assert done.returncode == 0
    assert "OPENAI_API_KEY" in done.stderr.decode()
    assert stub_server.requests == []


def test_lines_are_worked_on_at_once_and_answered_in_order(stub_server):
    stub_server.replies = _obedient(stub_server, delay=0.5)
    lines = [json.dumps({"id": at, "text": DRAFT}) for at in range(12)]
    lines.insert(3, "no json")
    done = _run(stub_server, "--jsonl", draft="\n".join(lines))
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [one["id"] for one in found] == [0, 1, 2, None, *range(3, 12)]
    assert {one.get("engine") for one in found} == {"llm", None}
    assert stub_server.most_at_once > 1


def test_a_line_says_what_failed_where_no_fallback_is_wanted(stub_server):
    stub_server.replies = [stub_server.fails(400)]
    done = _run(stub_server, "--jsonl", "--no-fallback", draft=json.dumps({"id": 1, "text": DRAFT}))
    assert done.returncode == 3
    assert json.loads(done.stdout)["error"] == "provider"


def test_answers_are_kept_where_that_is_asked_for_and_the_second_run_costs_no_call(stub_server, tmp_path):
    stub_server.replies = _obedient(stub_server)
    cache = ("--cache", str(tmp_path / "kept"), "--format", "json")
    first, second = (json.loads(_run(stub_server, *cache).stdout) for _ in range(2))
    assert len(stub_server.chats) == 1
    assert [one["text"] for one in (first, second)] == [FINE.rstrip("\n")] * 2
    assert second["usage"] == {"calls": 0, "prompt_tokens": 0, "completion_tokens": 0}
    assert [one["attempts"][0]["cached"] for one in (first, second)] == [False, True]
    written = (tmp_path / "kept" / "answers.sqlite").read_bytes()
    assert b"I have decided to decline" in written
    # Two digits alone may stand in a hash.
    assert [word for word in SECRET if word.encode() in written and word != "48"] == []


def test_nothing_is_written_where_that_is_not_asked_for(stub_server, tmp_path):
    stub_server.replies = _obedient(stub_server)
    own = tmp_path / "settings" / "tactful"
    own.mkdir(parents=True)
    (own / "tactful.toml").write_text('cache = "kept"\n', encoding="utf-8")
    _run(stub_server, "--no-cache", XDG_CONFIG_HOME=str(own.parent))
    assert [path.name for path in own.iterdir()] == ["tactful.toml"]
    _run(stub_server, XDG_CONFIG_HOME=str(own.parent))
    assert (own / "kept" / "answers.sqlite").exists()
    assert len(stub_server.chats) == 2


def test_a_cache_that_cannot_be_used_is_an_error(stub_server, tmp_path):
    (tmp_path / "file").touch()
    done = _run(stub_server, "--cache", str(tmp_path / "file"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"cannot be used as a cache" in done.stderr
    assert stub_server.requests == []
