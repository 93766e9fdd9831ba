"""Turn a rough reply to a job offer into a message you can send.

A text and what is known beside it enter; ``check`` gives a ``Report``, ``refine`` a ``Result``, and
``refine_async`` the same while a language model works.  ``refine_many`` and ``refine_many_async`` do so for
many texts.
Importing this package costs next to nothing: everything else is loaded at the first call.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tactful.api import check, refine, refine_async, refine_many, refine_many_async

    __version__: str

__all__ = ["__version__", "check", "refine", "refine_async", "refine_many", "refine_many_async"]


class _Package(ModuleType):
    """Keeps ``tactful.refine`` the function: importing the module of that name would bind it here."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - slow, and rarely asked for

        return version("tactful")
    if name in __all__:
        from tactful import api  # noqa: PLC0415 - the package must import at once

        return getattr(api, name)
    raise AttributeError(f"module 'tactful' has no attribute {name!r}")


sys.modules[__name__].__class__ = _Package
