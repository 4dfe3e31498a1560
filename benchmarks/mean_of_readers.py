"""Writes the mean of the weights of two readers that were trained on from one and the same first run.

    python benchmarks/mean_of_readers.py ONE.safetensors OTHER.safetensors models/reader.safetensors

After "Model soups: averaging weights of multiple fine-tuned models improves accuracy without increasing
inference time", Wortsman et al., ICML 2022 (arXiv:2203.05482).
"""

import argparse
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor
from train_reader import thin

from models.bundled import weights_fingerprint
from models.reader import changes_in


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("one", "other", "out"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    one, other = changes_in(arguments.one), changes_in(arguments.other)
    mean: dict[str, Tensor] = {}
    for name in one:
        if name.endswith(".left"):
            stem = name.removesuffix(".left")
            mean |= thin(stem, (_change(one, stem) + _change(other, stem)) / 2)
        elif not name.endswith(".right"):
            mean[name] = torch.stack([one[name].float(), other[name].float()]).mean(0).half()
    save_file(mean, arguments.out, metadata={"weights": weights_fingerprint()})


def _change(changes: dict[str, Tensor], stem: str) -> Tensor:
    return changes[f"{stem}.left"].float() @ changes[f"{stem}.right"].float()


if __name__ == "__main__":
    main()
