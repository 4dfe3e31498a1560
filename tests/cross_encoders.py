"""A cross-encoder small enough to be made in a test: real files, a real tokenizer, weights by chance."""

from pathlib import Path

from models.bundled import bundled_model


def make_cross_encoder(folder: Path, *, scores: int = 1) -> Path:
    """Writes a one-layer BERT with the bundled model's tokenizer; the same one every time."""
    import torch
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    tokenizer = AutoTokenizer.from_pretrained(str(bundled_model()))
    with torch.random.fork_rng():
        torch.manual_seed(11)
        config = BertConfig(
            vocab_size=len(tokenizer),
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=16,
            max_position_embeddings=512,
            num_labels=scores,
            initializer_range=1.0,
        )
        BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
