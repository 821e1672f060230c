#!/usr/bin/env python3
"""Computes the equations of engine/model/README.md beside what the model did.

    tests/laws/equations.py FILE LANES MONTHS

FILE is what equations_test.c writes. Every `start` block must give what the start gave, every
`month` block of a section what its step gave; and what a step changes, an equation must give.
"""

import array
import importlib.machinery
import importlib.util
import math
import re
import sys
from pathlib import Path
from statistics import NormalDist

ROOT = Path(__file__).resolve().parent.parent.parent
LOADER = importlib.machinery.SourceFileLoader("reference", str(ROOT / ".ci/reference"))
sys.dont_write_bytecode = True
reference = importlib.util.module_from_spec(importlib.util.spec_from_loader("reference", LOADER))
LOADER.exec_module(reference)

MODEL = ROOT / "engine" / "model"
STREAMS = "services training support subscription value_added licences advertising".split()
PLACES = {"STREAMS": STREAMS, "ROUNDS_MAX": range(6), "12": range(12), "3": range(1, 4)}
CLOSE = 1e-6
# Words of fields, by their places.
WORDS = {"open": 1, "shut": 2, "priced": 0, "safe": 1, "note": 2}

NORMAL = NormalDist()


class Unknown(Exception):
    """A draw that the model itself only approximates."""


def poisson(u, mean):
    if mean > 10:
        raise Unknown
    term = total = math.exp(-mean)
    count = 0
    while total < u and count < 1000:
        count += 1
        term *= mean / count
        total += term
    return float(count)


def binomial(u, trials, p):
    if trials * min(p, 1 - p) > 10:
        raise Unknown
    total, count = 0.0, -1
    while total < u and count < trials:
        count += 1
        total += math.comb(int(trials), count) * p ** count * (1 - p) ** (trials - count)
    return float(max(count, 0))


# --- The file ----------------------------------------------------------------------------------

def field_columns(section):
    text = (MODEL / f"{section}.def").read_text()
    names = []
    for kind, key in re.findall(r"^(PATH|MONTH|CHOICE)\(\w+,\s*\"([^\"]+)\"", text, re.MULTILINE):
        names.append(f"{section}.{key}")
        if kind == "MONTH":
            names.append(f"spread {section}.{key}")
    return names


def state_columns(struct):
    """(name, place or None), in the order of the struct."""
    text = reference.without_comments((MODEL / "block.h").read_text())
    body = re.search(rf"struct {struct} {{(.*?)\n}};", text, re.DOTALL).group(1)
    found = []
    for name, sizes in re.findall(r"(\w+)((?:\[\w+\])+)", body):
        first = re.findall(r"\[(\w+)\]", sizes)[0]
        found += [(name, None)] if first == "STRIDE" else [(name, place) for place in PLACES[first]]
    return found


def sections_given():
    """The sections whose fields stand before those of stages and rounds, in their order."""
    body = re.search(r"struct parameters {(.*?)\n};", (MODEL / "parameters.h").read_text(), re.DOTALL)
    return [reference.SECTION_OF_MEMBER.get(member, member)
            for member in re.findall(r"struct \w+ (\w+);", body.group(1))]


GIVEN = [name for section in sections_given() for name in field_columns(section)]
STATE = [column for struct in ("world", "company", "rates") for column in state_columns(struct)]
NOW, NEXT = field_columns("stage"), field_columns("round")
DRAWS = re.findall(r"DRAW_(\w+)", re.search(
    r"enum draw {(.*?)}", (MODEL / "block.h").read_text(), re.DOTALL).group(1))
ALSO = ["month", "stages", "rounds", "START first", "START second"]


class Reader:
    def __init__(self, path):
        self.numbers = array.array("d")
        self.numbers.frombytes(Path(path).read_bytes())
        self.at = 0

    def take(self, count):
        self.at += count
        return self.numbers[self.at - count:self.at]

    def state(self):
        columns = {}
        for (name, place), value in zip(STATE, self.take(len(STATE))):
            if place is None:
                columns[name] = value
            else:
                columns.setdefault(name, {})[place] = value
        fields = dict(zip(NOW + NEXT, self.take(len(NOW) + len(NEXT))))
        return columns, fields

    def month(self):
        also = dict(zip(ALSO, self.take(len(ALSO))))
        fields = dict(zip(GIVEN, self.take(len(GIVEN))))
        draws = dict(zip(DRAWS, self.take(len(DRAWS))))
        return also, fields, draws


# --- The text ----------------------------------------------------------------------------------

def over_places(text):
    """sum(x[r]) -> the sum of x[r] over all r."""
    while (found := re.search(r"\bsum\(", text)):
        depth, end = 1, found.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        inner = text[found.end():end - 1]
        place = re.search(r"\[([rs])\]", inner).group(1)
        text = f"{text[:found.start()]}SUM(({inner}) for {place} in ALL_{place}){text[end:]}"
    return text


def translate(text):
    key = r"[a-z]+(?:\.[a-z_-]*[a-z_])+"
    text = re.sub(rf"\bspread\(({key})\)|\b({key})",
                  lambda m: f"F['spread {m[1]}']" if m[1] else f"F['{m[2]}']", text)
    for word, place in WORDS.items():
        text = text.replace(f"is '{word}'", f"== {place}")
    text = re.sub(r"\(([A-Z_]{2,})\b", r"('\1'", text).replace("^", "**")
    text = re.sub(r" = ", " == ", text)
    text = re.sub(r"\[([a-z_]{2,})\]", lambda m: {
        "month": "[int(month) % 12]", "rounds": "[int(rounds)]"}.get(m.group(1), f"['{m.group(1)}']"), text)
    return over_places(text).strip()


class Statement:
    def __init__(self, text, section):
        found = re.match(r"(\w+)(?:\[(\w+)\])?\s*([+-]?)=\s(.*)$", text, re.DOTALL)
        self.text, self.section = " ".join(text.split()), section
        self.name, self.place, sign, right = found.groups()
        right = translate(" ".join(right.split()))
        if sign:
            left = translate(f"{self.name}[{self.place}]" if self.place else self.name)
            right = f"{left} {sign} ({right})"
        self.code = compile(f"({right})", f"section '{section}': {self.text}", "eval")

    def places(self, names):
        if self.place in ("r", "s"):
            return names[f"ALL_{self.place}"]
        if self.place in ("month", "rounds"):
            return [int(names[self.place]) % 12]
        return [int(self.place) if self.place.isdigit() else self.place]

    def run(self, names):
        if self.place is None:
            names[self.name] = number(eval(self.code, names))
            return
        column = names.setdefault(self.name, {})
        for place in list(self.places(names)):
            if self.place in ("r", "s"):
                names[self.place] = place
            column[place] = number(eval(self.code, names))


def number(value):
    return float(value) if isinstance(value, bool) else value


def read_blocks(sections):
    """section -> [(kind, condition, statements)]"""
    blocks = {}
    for name, body in sections.items():
        for kind, condition, text in re.findall(
                r"^```(start|month)(?: if (\w+))?\n(.*?)^```$", body, re.DOTALL | re.MULTILINE):
            text = re.sub(r" *#.*", "", text)
            parts = re.split(r"\n(?=\S)", text.strip())
            blocks.setdefault(name, []).append(
                (kind, condition, [Statement(part, name) for part in parts]))
    return blocks


# --- Both --------------------------------------------------------------------------------------

def copy(columns):
    return {name: dict(value) if isinstance(value, dict) else value for name, value in columns.items()}


def flat(columns):
    for name, value in columns.items():
        if isinstance(value, dict):
            for place, each in value.items():
                yield name, place, each
        else:
            yield name, None, value


class Judge:
    def __init__(self):
        self.faults, self.compared, self.unknown = {}, set(), 0

    def fault(self, key, text):
        self.faults.setdefault(key, text)

    def compare(self, section, when, assigned, names, before, after):
        old = dict(((name, place), value) for name, place, value in flat(before))
        for name, place, value in flat(after):
            told = f"{name}[{place}]" if place is not None else name
            if name not in assigned:
                if value != old[name, place]:
                    self.fault((section, name), f"section '{section}': the model changes '{told}', "
                                                "which no equation there gives")
                continue
            self.compared.add((section, name))
            got = names[name][place] if place is not None else names[name]
            if abs(got - value) > CLOSE * (1 + abs(value)):
                self.fault((section, name), f"section '{section}': '{told}' is {got:.9g} by the "
                                            f"equations, {value:.9g} in the model ({when})")


def environment(columns, fields, also, draws):
    uniform = dict(draws, START=also["START first"])
    quantile = NORMAL.inv_cdf
    names = copy(columns)
    names.update(
        F=fields, SUM=sum, min=min, max=max, exp=math.exp, ln=math.log, sqrt=math.sqrt,
        floor=math.floor, quantile=quantile, clamp=lambda x, low, high: min(max(x, low), high),
        uniform=lambda name: uniform[name],
        normal=lambda name: quantile(also["START second"] if name == "START" else uniform[name]),
        poisson=lambda name, mean: poisson(uniform[name], mean),
        binomial=lambda name, n, p: binomial(uniform[name], n, p),
        month=also["month"], last=also["stages"] - 1, planned=also["rounds"],
        ALL_s=STREAMS, ALL_r=range(6))
    return names


def play(blocks, section, kind, names, roles, judge):
    """Runs the blocks of a section; the names of what they gave."""
    if section == "people":
        names.update(ALL_r=list(roles), role={role: names[role] for role in roles},
                     part={role: names["F"][part] for role, (part, _) in roles.items()},
                     cost={role: names["F"][cost] for role, (_, cost) in roles.items()})
    else:
        names["ALL_r"] = range(6)
    given = set()
    for this, condition, statements in blocks.get(section, []):
        if this != kind:
            continue
        for statement in statements:
            given.add(statement.name)
            if condition and not names[condition]:
                continue
            try:
                statement.run(names)
            except Unknown:
                raise
            except Exception as error:
                judge.fault(statement.text, f"section '{section}': '{statement.text}' cannot be "
                                            f"computed: {error!r}")
                raise Unknown from error
    if "role" in given:
        names.update(names["role"])
        given |= set(roles)
    return given


def main(path, lanes, months):
    text, sections = reference.split_sections(reference.PAGE.read_text())
    steps = reference.read_steps()
    blocks = read_blocks(sections)
    roles = {role: (part, cost) for role, part, cost in re.findall(
        r"^\| `(\w+)` \| `([\w.]+)` \| `([\w.]+)` \|$", sections["people"], re.MULTILINE)}
    reader, judge = Reader(path), Judge()
    while reader.at < len(reader.numbers):
        told = [reader.month() for _ in range(lanes)]
        states = [reader.state() for _ in range(lanes)]
        for (also, fields, draws), (after, copies) in zip(told, states):
            names = environment({name: {} if isinstance(value, dict) else 0.0 for name, value in after.items()},
                                {**fields, **copies}, also, draws)
            given = set()
            for section in steps:
                try:
                    given |= play(blocks, section, "start", names, roles, judge)
                except Unknown:
                    judge.unknown += 1
            whole = {name: value for name, value in after.items() if name in given}
            for name, place, value in list(flat(whole)):
                if place is not None:
                    names[name].setdefault(place, value)
            judge.compare("start", "at the start", given, names, whole, whole)
        for month in range(months):
            told = [reader.month() for _ in range(lanes)]
            living = [state[0]["live"] for state in states]
            for section in steps:
                new = [reader.state() for _ in range(lanes)]
                for lane in range(lanes):
                    also, fields, draws = told[lane]
                    before, copies = states[lane]
                    if not living[lane]:
                        continue
                    names = environment(before, {**fields, **copies}, also, draws)
                    try:
                        given = play(blocks, section, "month", names, roles, judge)
                    except Unknown:
                        judge.unknown += 1
                        continue
                    judge.compare(section, f"month {month}", given, names, before, new[lane][0])
                states = new
    for line in judge.faults.values():
        print(f"engine/model/README.md: {line}")
    print(f"equations: {len(judge.compared)} columns compared, {judge.unknown} steps left out "
          "for draws of high counts")
    return 1 if judge.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
