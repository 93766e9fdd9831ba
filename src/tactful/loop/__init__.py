"""The loop with a language model: a model's candidates are verified, mended, ranked, or swapped.

A draft, a rule book and a ``Model`` enter; a ``Result`` leaves, released only where ``verify`` says so.
"""

from tactful.loop.budget import Budget
from tactful.loop.progress import Progress, Step
from tactful.loop.rewriting import Effort, refine_analysis_with_model, refine_at_once, refine_with_model
from tactful.loop.running import in_order

__all__ = [
    "Budget",
    "Effort",
    "Progress",
    "Step",
    "in_order",
    "refine_analysis_with_model",
    "refine_at_once",
    "refine_with_model",
]
