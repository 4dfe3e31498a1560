"""Which number format this machine multiplies matrices in fastest, without loss that matters.

Measured on two cores of an AMD EPYC (Zen 4) with multilingual-e5-small: bfloat16 embeds passages 2.3 to
3.7 times as fast as float32 and halves the time of a query; every vector keeps a cosine above 0.9999 to
its float32 self. On a processor without bfloat16 instructions torch emulates them, which is slower.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import dtype

__all__ = ["quick_dtype"]

BFLOAT16_INSTRUCTIONS = ("avx512_bf16", "amx_bf16")


def quick_dtype() -> "dtype":
    """``torch.bfloat16`` where the processor computes in it, else ``torch.float32``."""
    import torch

    if not hasattr(torch.cpu, "get_capabilities"):  # older than torch 2.10
        return torch.float32
    capabilities = torch.cpu.get_capabilities()
    fast = any(capabilities.get(name) for name in BFLOAT16_INSTRUCTIONS)
    return torch.bfloat16 if fast else torch.float32
