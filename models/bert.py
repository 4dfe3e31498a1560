"""Answers one question at a time: a BERT encoder read straight from a model's folder.

Loading a model through sentence-transformers takes many seconds of imports, and its forward pass
spends as long between the matrix products as in them when the input is one short question. For the
commonest shape of model (BERT, mean of the tokens, unit length: multilingual-e5-small, the
MiniLM and e5 families) this file does the same arithmetic with torch alone. Everything else, and all
passages, go through sentence-transformers; a test holds the two together.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.model_folder import ModelFolder
from models.precision import quick_dtype

if TYPE_CHECKING:
    from torch import Tensor, dtype

__all__ = ["BertEncoder", "encoder_of", "open_bert", "read_tensors"]

WEIGHTS = "model.safetensors"


@dataclass(frozen=True, slots=True)
class Layer:
    """The weights of one encoder layer; query, key and value are stacked into one matrix."""

    qkv: "tuple[Tensor, Tensor]"
    attended: "tuple[Tensor, Tensor]"
    attended_norm: "tuple[Tensor, Tensor]"
    inner: "tuple[Tensor, Tensor]"
    outer: "tuple[Tensor, Tensor]"
    outer_norm: "tuple[Tensor, Tensor]"


@dataclass(frozen=True, slots=True)
class BertEncoder:
    """An encoder in memory. Word embeddings stay in the memory-mapped file; the rest is some 40 MB."""

    words: "Tensor"
    positions: "Tensor"
    token_type: "Tensor"
    norm: "tuple[Tensor, Tensor]"
    layers: tuple[Layer, ...]
    heads: int
    epsilon: float
    dtype: "dtype"

    def encode(self, ids: list[int]) -> "Tensor":
        """The mean of the token vectors of one text: float32 ``(hidden,)``, not normalised."""
        return self.states(ids).mean(dim=0)

    def states(self, ids: list[int]) -> "Tensor":
        """The vector of each token of one text: float32 ``(tokens, hidden)``."""
        import torch
        from torch.nn.functional import (
            embedding,
            gelu,
            layer_norm,
            linear,
            scaled_dot_product_attention,
        )

        with torch.inference_mode():
            count = len(ids)
            x = embedding(torch.tensor(ids), self.words) + self.positions[:count] + self.token_type
            width = x.shape[-1:]
            x = layer_norm(x, width, *self.norm, self.epsilon).to(self.dtype)
            for layer in self.layers:
                qkv = linear(x, *layer.qkv).view(1, count, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
                attended = scaled_dot_product_attention(qkv[0], qkv[1], qkv[2])
                attended = attended[0].transpose(0, 1).reshape(count, -1)
                x = x + linear(attended, *layer.attended)
                x = layer_norm(x, width, *layer.attended_norm, self.epsilon)
                x = x + linear(gelu(linear(x, *layer.inner)), *layer.outer)
                x = layer_norm(x, width, *layer.outer_norm, self.epsilon)
            return x.float()


def open_bert(folder: ModelFolder) -> BertEncoder | None:
    """The encoder of a model folder; ``None`` where the model is not of the shape described above."""
    config = folder.config
    if (
        not _is_plain_bert(config)
        or not _is_mean_pooled(folder)
        or not (folder.transformer / WEIGHTS).is_file()
    ):
        return None
    return encoder_of(config, read_tensors(folder))


def encoder_of(config: dict[str, Any], tensors: "dict[str, Tensor]") -> BertEncoder:
    """The encoder that these weights make, by transformers' names without "bert." before them."""
    fast = quick_dtype()

    def pair(name: str, kind: "dtype | None" = fast) -> "tuple[Tensor, Tensor]":
        return tensors[f"{name}.weight"].to(kind), tensors[f"{name}.bias"].to(kind)

    return BertEncoder(
        words=tensors["embeddings.word_embeddings.weight"],
        positions=tensors["embeddings.position_embeddings.weight"],
        token_type=tensors["embeddings.token_type_embeddings.weight"][0],
        norm=pair("embeddings.LayerNorm", tensors["embeddings.LayerNorm.weight"].dtype),
        layers=tuple(
            Layer(
                qkv=_stacked([pair(f"{place}.attention.self.{part}") for part in ("query", "key", "value")]),
                attended=pair(f"{place}.attention.output.dense"),
                attended_norm=pair(f"{place}.attention.output.LayerNorm"),
                inner=pair(f"{place}.intermediate.dense"),
                outer=pair(f"{place}.output.dense"),
                outer_norm=pair(f"{place}.output.LayerNorm"),
            )
            for place in (f"encoder.layer.{number}" for number in range(config["num_hidden_layers"]))
        ),
        heads=config["num_attention_heads"],
        epsilon=config["layer_norm_eps"],
        dtype=fast,
    )


def _is_plain_bert(config: dict[str, Any]) -> bool:
    return (
        config.get("model_type") == "bert"
        and config.get("hidden_act") == "gelu"
        and config.get("position_embedding_type", "absolute") == "absolute"
        and not config.get("is_decoder")
        and "layer_norm_eps" in config
    )


def _is_mean_pooled(folder: ModelFolder) -> bool:
    """Modules are Transformer, Pooling by the mean of all tokens and, perhaps, Normalize."""
    kinds = [str(module.get("type", "")).rpartition(".")[2] for module in folder.modules]
    if kinds not in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]):
        return False
    pooling = folder.read(f"{folder.modules[1]['path']}/config.json")
    modes = {
        key.removeprefix("pooling_mode_") for key, on in pooling.items() if on is True and "mode_" in key
    }
    return (modes == {"mean_tokens"} or pooling.get("pooling_mode") == "mean") and pooling.get(
        "include_prompt", True
    )


def read_tensors(folder: ModelFolder) -> "dict[str, Tensor]":
    """The weights of a model's transformer, by transformers' names without "bert." before them."""
    from safetensors.torch import load_file

    path = folder.transformer / WEIGHTS
    return {name.removeprefix("bert."): tensor for name, tensor in load_file(path).items()}


def _stacked(pairs: "list[tuple[Tensor, Tensor]]") -> "tuple[Tensor, Tensor]":
    import torch

    return torch.cat([weight for weight, _ in pairs]), torch.cat([bias for _, bias in pairs])
