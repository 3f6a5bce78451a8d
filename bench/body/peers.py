"""Find article bodies as other libraries do, for comparison with Variorum's, and time them.

Reads JSON lines {"id", "url", "html"} from the file named first and prints one JSON object:
recipe -> {"version", "seconds" (process CPU time of the fastest of three passes, after one to warm up), "bodies" (id -> text)}.
What is not installed is told on stderr and skipped. From PyPI: trafilatura, newspaper4k, rs-trafilatura.

    python peers.py pages.jsonl [BEGINNING OF NAMES]
"""

import json
import logging
import socket
import sys
import time
import warnings
from importlib import metadata


def trafilatura_default():
    from trafilatura import extract

    return "trafilatura", lambda page: extract(page["html"], url=page["url"], include_comments=False)


def trafilatura_fast():
    from trafilatura import extract

    return "trafilatura", lambda page: extract(page["html"], url=page["url"], include_comments=False, fast=True)


def trafilatura_metadata():
    from trafilatura import bare_extraction

    def run(page):
        found = bare_extraction(page["html"], url=page["url"], include_comments=False, with_metadata=True)
        return found.text if found is not None else ""

    return "trafilatura", run


def newspaper():
    from newspaper import Article, Config

    config = Config()
    config.fetch_images = False

    def run(page):
        article = Article(page["url"], config=config)
        article.download(input_html=page["html"])
        article.parse()
        return article.text

    return "newspaper4k", run


def rs_trafilatura():
    import rs_trafilatura

    return "rs-trafilatura", lambda page: rs_trafilatura.extract(
        page["html"], url=page["url"], include_comments=False
    ).main_content


# Seconds after which a slow library is not timed again.
LONG_PASS = 30

recipes = {
    "trafilatura": trafilatura_default,
    "trafilatura, fast": trafilatura_fast,
    "trafilatura, with metadata": trafilatura_metadata,
    "newspaper4k": newspaper,
    "rs-trafilatura": rs_trafilatura,
}


def read_all(run, pages):
    bodies = {}
    for page in pages:
        try:
            bodies[page["id"]] = run(page) or ""
        except Exception as error:
            print(f"{page['id']}: {error}", file=sys.stderr)
            bodies[page["id"]] = ""
    return bodies


def refuse(*_arguments, **_options):
    raise OSError("no network in this comparison")


def main():
    socket.socket.connect = refuse
    socket.getaddrinfo = refuse
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    with open(sys.argv[1], encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]
    found = {}
    beside = sys.argv[2] if len(sys.argv) > 2 else ""
    for name, make in recipes.items():
        if not name.startswith(beside):
            continue
        try:
            package, run = make()
        except ImportError as error:
            print(f"{name} skipped: {error}", file=sys.stderr)
            continue
        read_all(run, pages)
        seconds = float("inf")
        for _ in range(3):
            started = time.process_time()
            bodies = read_all(run, pages)
            seconds = min(seconds, time.process_time() - started)
            if seconds > LONG_PASS:
                break
        found[name] = {"version": metadata.version(package), "seconds": seconds, "bodies": bodies}
    json.dump(found, sys.stdout)


main()
