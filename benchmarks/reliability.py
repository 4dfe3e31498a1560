"""How far a probability can be believed: in figures, and drawn."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = ["calibration_error", "draw"]

_BINS = 10
_INK, _PAPER, _ACCENT = "#333333", "white", "#0059b3"


def calibration_error(
    said: NDArray[np.float64], happened: NDArray[np.float64], shares: NDArray[np.float64]
) -> float:
    """Expected calibration error: how far off what was said is on average, in ten bins of equal width."""
    return float(sum(abs(mean - rate) * share for mean, rate, share in _binned(said, happened, shares)))


def draw(
    file: Path,
    said: NDArray[np.float64],
    happened: NDArray[np.float64],
    shares: NDArray[np.float64],
    threshold: float,
) -> None:
    """The reliability plot: what happened against what was said, each dot as large as its bin is full."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "besluttet"  # the same drawing for the same figures
    from matplotlib import pyplot

    bins = np.array(_binned(said, happened, shares))
    figure, axes = pyplot.subplots(figsize=(4.2, 4.2), facecolor=_PAPER)
    axes.plot((0, 1), (0, 1), color=_INK, linewidth=0.8, linestyle="--", label="as sure as right")
    axes.axvline(threshold, color=_INK, linewidth=0.8, linestyle=":", label="refused below")
    axes.plot(bins[:, 0], bins[:, 1], color=_ACCENT, linewidth=1)
    axes.scatter(bins[:, 0], bins[:, 1], s=20 + 600 * bins[:, 2], color=_ACCENT, alpha=0.7, label="ten bins")
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="confidence", ylabel="share that was right")
    axes.set_title(f"expected calibration error {calibration_error(said, happened, shares):.3f}", fontsize=10)
    axes.legend(loc="upper left", fontsize=8, frameon=False, markerscale=0.4)
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    pyplot.close(figure)


def _binned(
    said: NDArray[np.float64], happened: NDArray[np.float64], shares: NDArray[np.float64]
) -> list[tuple[float, float, float]]:
    """Of each bin that is not empty: what was said on average, what happened, and its share of all."""
    bins = np.clip((said * _BINS).astype(int), 0, _BINS - 1)
    found = []
    for number in sorted(set(bins.tolist())):
        inside = bins == number
        weights = shares[inside]
        mean = float(np.average(said[inside], weights=weights))
        rate = float(np.average(happened[inside], weights=weights))
        found.append((mean, rate, float(weights.sum() / shares.sum())))
    return found
