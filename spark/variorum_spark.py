"""Read reports into the shards of Variorum on a cluster of Spark.

Spark hands out the numbers of shards; whoever has one runs `variorum map --only NUMBER`. So the shards are those that `variorum map` makes by itself,
byte for byte, whichever executor makes which of them and however often one is lost. The folder of the shards, and the reports, must be seen by all
executors under the same path.
"""

import argparse
import json
import re
import shlex
import subprocess
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import types as t

COUNTS = t.StructType(
    [t.StructField(name, t.LongType()) for name in ("shard", "inputs", "articles", "set_aside")]
)
# Some inputs were set aside, or a shard holds no article: no failure, and the manifest says so.
HARMLESS = (0, 1, 3)
MOST_TOLD = 2_000


class MapFailed(RuntimeError):
    """A shard that could not be made, with what Variorum said of it."""


def manifest_path(folder: str, shard: int, shards: int) -> Path:
    """Name the manifest of a shard."""
    return Path(folder) / f"shard-{shard:05d}-of-{shards:05d}.json"


def make_shard(command: list[str], paths: list[str], folder: str, shard: int, shards: int, options: list[str]):
    """Make one shard, unless it is there, and count what is in it."""
    only = ["--out", folder, "--shards", str(shards), "--only", str(shard)]
    # A task has one core; threads beside it would take those of other tasks.
    asked = [*command, "map", *paths, *only, "--workers", "0", *options]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    manifest = manifest_path(folder, shard, shards)
    if done.returncode not in HARMLESS or not manifest.exists():
        raise MapFailed(f"shard {shard} of {shards}: exit {done.returncode}: {done.stderr[-MOST_TOLD:]}")
    counts = json.loads(manifest.read_text())["counts"]
    return shard, counts["inputs"], counts["articles"], counts["setAside"]


def map_shards(
    spark: SparkSession,
    paths: list[str],
    folder: str,
    shards: int,
    command: list[str] | None = None,
    options: list[str] | None = None,
) -> DataFrame:
    """Read reports into shard files, and return what each shard holds; run `variorum link` and `variorum reconcile` on the folder after."""
    program, more = command or ["variorum"], options or []
    Path(folder).mkdir(parents=True, exist_ok=True)
    # A partition for each shard: a shard that fails is tried again by itself.
    numbers = spark.sparkContext.parallelize(range(shards), shards)
    made = numbers.map(lambda shard: make_shard(program, paths, folder, shard, shards, more))
    return spark.createDataFrame(made.collect(), COUNTS)


def open_readings(spark: SparkSession, folder: str) -> DataFrame:
    """Open what was read, an article a row: its id, day, outlet, headline, number of claims, and the whole reading as JSON."""
    lines = spark.sparkContext.textFile(str(Path(folder) / "shard-*.jsonl.gz"))
    rows = lines.flatMap(lambda line: [describe_reading(reading) for reading in json.loads(line)["readings"]])
    texts = ("id", "published", "outlet", "headline")
    fields = [t.StructField(name, t.StringType()) for name in texts]
    return spark.createDataFrame(
        rows, t.StructType([*fields, t.StructField("claims", t.LongType()), t.StructField("reading", t.StringType())])
    )


def describe_reading(reading: dict):
    """Write a reading as a row."""
    article = reading["article"]
    published = (article.get("published") or {}).get("value")
    told = (article["id"], published, article.get("outlet"), article.get("headline"))
    return *told, len(reading["claims"]), json.dumps(reading, ensure_ascii=False)


def main() -> None:
    """Do it for the arguments of the command line."""
    parser = argparse.ArgumentParser(description="Read reports into the shards of Variorum on a cluster of Spark")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--out", required=True, help="folder of the shards, seen by all executors")
    parser.add_argument("--shards", type=int, default=8)
    parser.add_argument("--command", default="variorum", help="how Variorum is started on an executor")
    parser.add_argument("--options", default="", help="more for variorum map: '--reader fast'")
    parser.add_argument("--parquet", help="folder for the readings as Parquet as well")
    asked = parser.parse_args()
    if not re.search(r"\S", asked.command):
        parser.error("--command is empty")
    spark = SparkSession.builder.appName("variorum").getOrCreate()
    try:
        command, options = shlex.split(asked.command), shlex.split(asked.options)
        map_shards(spark, asked.paths, asked.out, asked.shards, command, options).show(asked.shards)
        if asked.parquet:
            open_readings(spark, asked.out).write.mode("overwrite").parquet(asked.parquet)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
