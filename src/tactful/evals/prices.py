"""What models cost, as the user says.

A file of prices enters; the cost of a usage leaves, which is unknown where the price is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from tactful.result import Usage
from tactful.rulebook.source import read_model

_A_MILLION = 1_000_000
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class PricePart(BaseModel):
    """The price of a million tokens, sent and received."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    input: Amount
    output: Amount


class PriceFile(BaseModel):
    """A file of prices, as written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    currency: str = "USD"
    models: dict[str, PricePart]


@dataclass(frozen=True, slots=True)
class Prices:
    """The prices that are known: of a million tokens sent and received, by model."""

    currency: str = "USD"
    models: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def cost(self, model: str | None, usage: Usage) -> float | None:
        """Return what a usage cost; ``None`` where nobody said what the model costs."""
        if model is None or not usage.calls:
            return 0.0
        if model not in self.models:
            return None
        sent, received = self.models[model]
        return (sent * usage.prompt_tokens + received * usage.completion_tokens) / _A_MILLION


def read_prices(path: Path) -> Prices:
    """Return the prices of a file; raises ``FileError``."""
    model, _ = read_model(path, PriceFile)
    return Prices(model.currency, {name: (one.input, one.output) for name, one in model.models.items()})
