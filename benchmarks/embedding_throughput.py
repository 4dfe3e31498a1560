"""How fast passages are embedded, against a bare ``SentenceTransformer.encode`` over the same texts.

    python benchmarks/embedding_throughput.py [--passages 300] [--rounds 3]

The two take turns, so that a busy machine slows both alike; what counts is the ratio of a round. The
bare one gets what a user gets by default: the bundled model in float32, batches of 32.
"""

import argparse
import os
import random
import statistics
import time

os.environ["HF_HUB_OFFLINE"] = "1"

from models.bundled import bundled_model
from models.embedding import Embedder

CLAUSES = (
    "Udvalget drøftede forvaltningens forslag til en ny plan for områdets legepladser",
    "der afsættes 1,2 mio. kr. til renovering af svømmehallens tag i 2025",
    "naboer inden for 200 meter er blevet hørt, og der er indkommet otte svar",
    "forvaltningen anbefaler, at takstbladet for den grønne affaldsordning godkendes",
    "sagen sendes videre til Økonomiudvalget med en bemærkning om driftsudgifterne",
    "de ældre borgere i Fjordby har ønsket flere bænke langs stien ved åen",
    "en midlertidig dispensation fra lokalplanen kan gives i op til tre år",
    "kommunens folkeskoler har haft et faldende sygefravær blandt lærerne",
    "der er ikke økonomiske konsekvenser ud over den allerede givne bevilling",
    "bibliotekernes åbningstider ændres, så der er betjening to aftener om ugen",
    "trafiktællingen viser 3.400 køretøjer i døgnet på den smalle landevej",
    "et enigt udvalg ønsker en status på indsatsen inden sommerferien",
)


def main() -> None:
    """Prints passages and tokens per second of both, and the ratio of each round."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--passages", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    texts = passages(arguments.passages)

    from sentence_transformers import SentenceTransformer

    bare = SentenceTransformer(str(bundled_model()), device="cpu")
    ours = Embedder()
    tokens = sum(ours.count_tokens(texts))
    prompted = [ours.passage_prompt + text for text in texts]
    bare.encode(prompted[:32])
    ours.embed_passages(texts[:32])

    print(f"{len(texts)} passages, {tokens} tokens")
    ratios = []
    for number in range(arguments.rounds):
        theirs_s = seconds(lambda: bare.encode(prompted))
        ours_s = seconds(lambda: ours.embed_passages(texts))
        ratios.append(theirs_s / ours_s)
        print(
            f"round {number + 1}: bare {tokens / theirs_s:,.0f} tokens/s, "
            f"Embedder {tokens / ours_s:,.0f} tokens/s, ratio {ratios[-1]:.2f}"
        )
    print(f"median ratio {statistics.median(ratios):.2f}")

    queries = [text.split(",")[0][:60] for text in texts[:30]]
    for query in queries[:3]:
        ours.embed_query(query)
    times = [seconds(lambda query=query: ours.embed_query(query)) for query in queries]
    bare_times = [seconds(lambda query=query: bare.encode_query(query)) for query in queries]
    print(
        f"one query: Embedder {1000 * statistics.median(times):.1f} ms, "
        f"bare {1000 * statistics.median(bare_times):.1f} ms"
    )


def passages(count: int) -> list[str]:
    """Made-up minutes of 1 to 24 clauses, the same ones in every run."""
    dice = random.Random(20)
    return [". ".join(dice.choices(CLAUSES, k=dice.randint(1, 24))) + "." for _ in range(count)]


def seconds(action) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
