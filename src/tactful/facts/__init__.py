"""The facts floor: what of the writer's own words must survive.

A ``Draft`` enters; the facts in it leave, sorted by span.
"""

from tactful.facts.english import read_english_words
from tactful.facts.finder import FactFinder

__all__ = ["FactFinder", "read_english_words"]
