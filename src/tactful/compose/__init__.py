"""The composer: the deterministic maker of candidates, with no key and no network.

An analysed draft and a decision enter; a candidate text leaves.
"""

from __future__ import annotations

from tactful.compose.composer import Candidate, Order, compose
from tactful.compose.proofread import GRAMMAR

__all__ = ["GRAMMAR", "Candidate", "Order", "compose"]
