"""Fidelity: what became of everything the draft says, and what the candidate says beyond it.

Two analysed texts enter; a ``Ledger`` leaves.  Nothing here knows who made the candidate.
"""

from __future__ import annotations

from tactful.fidelity.ledger import ledger_of

__all__ = ["ledger_of"]
