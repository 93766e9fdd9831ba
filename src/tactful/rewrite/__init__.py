"""The rewriter: candidates made by a language model, which never sees who or how much.

An analysed draft, a model and findings enter; proposals leave, unmasked and cleaned, and unverified.
"""

from tactful.rewrite.feedback import Remark
from tactful.rewrite.rewriter import MaskedDraft, Proposal, Rewriter
from tactful.rewrite.splice import overlaps, splice

__all__ = ["MaskedDraft", "Proposal", "Remark", "Rewriter", "overlaps", "splice"]
