#!/usr/bin/env python3
"""Works out the symmetry report of a process from the record a seat took home, with Python's standard library alone.

It shares no code with Parley: whoever trusts neither the server nor its authors can read these lines and run them.
One file on purpose: it is read, carried and run as a whole. What each figure is, and from which acts, is defined in docs/symmetry.md; the names here are those used there.

    python3 symmetry.py FOLDER [--compare FIGURES.json]

Prints the figures as JSON. Every act is first compared with the entry that the log of its room committed to, and the
entries with the root in the head (RFC 6962; the signatures of the head are not looked at). With --compare the figures
of a file taken from the screen are worked out anew from exactly the acts it was made from. Of how many entries the folder
holds no act is always said: what they say is in no figure.

Ends with 0, with 1 when the record does not hold together or the figures are others, with 2 for a wrong call.
"""
import argparse
import base64
import hashlib
import json
import math
import os
import re
import sys
from datetime import datetime, timedelta, timezone

SHARED = ("plenary", "channel", "working-group")
MANNERS = ("verbatim", "paraphrase", "as-mediator")
MISSING = "(nothing)"


class Wrong(Exception):
    """What is wrong with a folder, in one sentence."""


class Unreadable(Exception):
    """A file that cannot be read at all."""


# The record: acts, entries, heads.
def number(value):
    """A number as ECMAScript writes it, which RFC 8785 asks for."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e21):
        return str(int(value))
    if not math.isfinite(value):
        raise Wrong("a number that JSON does not know")
    digits, _, exponent = ("%r" % abs(value)).partition("e")
    whole, _, part = digits.partition(".")
    power = int(exponent or 0) + len(whole)
    figures = (whole + part).lstrip("0")
    power -= len(whole + part) - len(figures)
    figures = figures.rstrip("0")
    sign = "-" if value < 0 else ""
    count = len(figures)
    if 0 < power <= 21:
        return sign + (figures + "0" * (power - count) if count <= power else figures[:power] + "." + figures[power:])
    if -6 < power <= 0:
        return sign + "0." + "0" * -power + figures
    mantissa = figures[0] + ("." + figures[1:] if count > 1 else "")
    return "%s%se%s%d" % (sign, mantissa, "+" if power > 0 else "-", abs(power - 1))


def canonical(value):
    """Canonical JSON (RFC 8785): names in the order of their UTF-16 code units."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"


def read(folder, *path):
    try:
        with open(os.path.join(folder, *path), "rb") as file:
            return file.read()
    except OSError as error:
        raise Unreadable("%s: %s" % (os.path.join(folder, *path), error.strerror))


def tile_name(index, width):
    """The path of a bundle of 256 entries (C2SP tlog-tiles): three digits a level, `x` before all but the last."""
    parts = ["%03d" % (index % 1000)]
    while index >= 1000:
        index //= 1000
        parts.insert(0, "x%03d" % (index % 1000))
    return "/".join(parts) + ("" if width == 256 else ".p/%d" % width)


def entries_of(folder, log, size):
    found = []
    for index in range((size + 255) // 256):
        width = min(256, size - 256 * index)
        data, at = read(folder, log, "tile", "entries", *tile_name(index, width).split("/")), 0
        while at < len(data):
            end = at + 2 + int.from_bytes(data[at:at + 2], "big")
            found.append(data[at + 2:end])
            at = end
    if len(found) != size:
        raise Wrong("%s holds %d entries, and its head says %d" % (log, len(found), size))
    return found


def tree_root(hashes):
    """The root of a Merkle tree (RFC 6962, 2.1)."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    half = 1 << (len(hashes) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + tree_root(hashes[:half]) + tree_root(hashes[half:])).digest()


def acts_of(folder, log):
    """The acts of a room that hold against its log, by their index, and how many entries the log has."""
    head = read(folder, log, "checkpoint").decode().split("\n")
    size = int(head[1])
    entries = entries_of(folder, log, size)
    if tree_root([hashlib.sha256(b"\x00" + each).digest() for each in entries]) != base64.b64decode(head[2]):
        raise Wrong("the entries of %s do not lead to the root in its head" % log)
    acts = []
    last = -1
    for text in read(folder, log, "acts.jsonl").decode("utf-8").split("\n")[:-1]:
        line = json.loads(text)
        index, act = line["index"], line["act"]
        committed = hashlib.sha256(bytes.fromhex(line["salt"]) + canonical(act).encode("utf-8")).hexdigest()
        leaf = canonical({"commitment": committed, "index": index, "room": act["room"], "version": 1}).encode("utf-8")
        if index >= size or act["room"] != log or entries[index] != leaf:
            raise Wrong("act %s of %s is not the one its log committed to" % (index, log))
        if index <= last:
            raise Wrong("act %s of %s stands twice or out of its order" % (index, log))
        last = index
        acts.append((index, act))
    return acts, size


# Time.
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def moment(text):
    """Milliseconds of a moment in UTC."""
    return (datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc) - EPOCH) // timedelta(milliseconds=1)


def median(values):
    ordered, count = sorted(values), len(values)
    return (ordered[(count - 1) // 2] + ordered[count // 2]) // 2 if ordered else None


class Sight:
    """The acts of the rooms that one party shares with the mediator."""

    def __init__(self, record, party):
        process, rooms = record["process"], record["rooms"]
        self.party, self.at, self.languages = party, record["at"], process["languages"]
        self.seats = [seat["key"] for seat in process["seats"] if seat.get("party") == party]
        self.rooms = [room for room in rooms if any(seat in room["seats"] for seat in self.seats)]
        kinds = {room["id"]: room["kind"] for room in self.rooms}
        self.acts = [act for act in record["acts"] if act["room"] in kinds and act["at"] <= self.at]
        self.kinds = kinds
        self.about = {}
        for act in self.acts:
            self.about.setdefault((act["room"], act["object"]), []).append(act)
        self.pauses = list(self.adjourned())

    def adjourned(self):
        begun = None
        for act in self.acts:
            if act["kind"] == "adjournments.begin":
                begun = moment(act["at"])
            elif act["kind"] == "adjournments.end":
                yield begun, moment(act["at"])
                begun = None
        if begun is not None:
            yield begun, None

    def elapsed(self, since, until):
        start, end = moment(since), moment(until)
        stood = 0
        for begun, ended in self.pauses:
            stood += max(0, (end if ended is None else min(end, ended)) - max(start, begun))
        return end - start - stood

    def met(self, spans):
        """What was asked: pairs of a moment and the moment it was met, or None."""
        taken = [self.elapsed(since, until) for since, until in spans if until is not None]
        waits = [self.elapsed(since, self.at) for since, until in spans if until is None]
        return {
            "asked": len(spans), "met": len(taken), "waiting": len(waits), "median": median(taken),
            "longest": max(taken, default=None), "longestWait": max(waits, default=None),
        }

    def find(self, kind, in_channel=None):
        return [
            act for act in self.acts
            if act["kind"] == kind and (in_channel is None or (self.kinds[act["room"]] == "channel") == in_channel)
        ]

    def later(self, act, *kinds):
        return [each for each in self.about[act["room"], act["object"]] if each["kind"] in kinds]

    def first(self, act, *kinds):
        found = self.later(act, *kinds)
        return found[0]["at"] if found else None

    def standing(self, what, in_channel):
        kind = {"message": "message.send", "paper": "paper.submit"}[what]
        return [act for act in self.find(kind, in_channel) if not self.later(act, what + ".withdraw")]

    def own(self, act):
        return act["by"] is not None and act["by"]["seat"] in self.seats

    def of_party(self, act):
        return self.own(act) or (act["by"] is None and "use" in act["payload"])


def days(acts):
    return len({act["at"][:10] for act in acts})


def change_card(card, kind, payload):
    if kind == "member.leave":
        card["until"] = payload["until"]
    elif kind == "member.remove" or (kind == "member.relieve" and not payload["stays"]):
        card["removed"] = True
    elif kind == "member.relieve":
        card["authority"] = ["speak"]
    else:
        card["authority"] = payload["authority"]
        if kind == "member.succeed":
            # The last day stated, or none.
            card["until"] = payload.get("until", "9999")


def access(sight, process):
    serving = []
    for joined in sight.find("member.join", in_channel=False):
        card = dict(joined["payload"])
        if card["seat"] not in sight.seats:
            continue
        changes = ("member.leave", "member.remove", "member.authorise", "member.relieve", "member.succeed")
        for act in sight.later(joined, *changes):
            change_card(card, act["kind"], act["payload"])
        if card["from"] <= sight.at[:10] <= card.get("until", "9999") and not card.get("removed"):
            serving.append(card)
    beside = {seat for room in sight.rooms for seat in room["seats"]}
    channels = [room for room in sight.rooms if room["kind"] == "channel"]
    return {
        "members": len(serving),
        "speakers": sum("speak" in card["authority"] for card in serving),
        "proposers": sum("propose" in card["authority"] for card in serving),
        "tables": len(sight.rooms) - len(channels),
        "channels": len(channels),
        "onlookers": sum(
            seat["key"] in beside and seat["kind"] in ("observer", "guarantor", "verifier")
            for seat in process["seats"]
        ),
    }


def floor(sight):
    said, papers = sight.standing("message", False), sight.standing("paper", False)
    own = [act for act in said if sight.own(act)]
    nature = lambda name: sum(act["payload"]["nature"] == name for act in own)
    words = [act["payload"]["words"].get(act["payload"]["original"], "") for act in own]
    return {
        "statements": nature("statement"), "questions": nature("question"), "answers": nature("answer"),
        "words": sum(len(re.findall("[^ \t\n\r\u00a0\u202f]+", each)) for each in words),
        "days": days(own),
        "papers": sum(sight.own(act) for act in papers),
        "voiced": sum(act["payload"].get("voice") == sight.party for act in said + papers),
    }


def channel(sight):
    both = sight.standing("message", True)
    given = sum(sight.own(act) for act in both)
    return {"given": given, "received": len(both) - given, "days": days(both)}


class Session:
    """A session as its acts leave it."""

    def __init__(self, sight, convened):
        self.room, self.begin, self.told, self.moved = convened["room"], None, None, -1
        for act in sight.later(convened, "session.convene", "session.change"):
            self.plan = act["payload"]
            if self.plan["begin"] != self.begin:
                self.begin, self.told, self.moved = self.plan["begin"], act["at"], self.moved + 1
        self.off = bool(sight.later(convened, "session.cancel"))
        self.begun = not self.off and self.begin <= sight.at
        self.wordings = len(sight.later(convened, "minutes.write"))
        self.accepted = {
            act["payload"]["party"] for act in sight.later(convened, "minutes.accept")
            if act["payload"]["wording"] == self.wordings
        }

    def length(self, since=None, until=None):
        """Milliseconds of it between two moments."""
        start, end = moment(self.begin), moment(self.plan["end"])
        start = start if since is None else max(start, moment(since))
        end = end if until is None else min(end, moment(until))
        return max(0, end - start)


def venue_of(sight, process, session):
    """Whose the venue of a session was when it began."""
    arranged = [act for act in sight.find("arrangements.set", False) if act["at"] <= session.begin]
    venues = arranged[-1]["payload"]["venues"] if arranged else []
    for venue in venues:
        if venue["key"] == session.plan["venue"]:
            holder = next((seat.get("party") for seat in process["seats"] if seat["key"] == venue["allotted"]), None)
            return "neutral" if holder is None else "own" if holder == sight.party else "other"
    return "unnamed"


def sessions_at(sight, process, in_channel):
    every = [Session(sight, act) for act in sight.find("session.convene", in_channel)]
    standing = [each for each in every if not each.off]
    begun = [each for each in standing if each.begun]
    notices = [moment(each.begin) - moment(each.told) for each in standing]
    delegation = {
        act["object"] for act in sight.find("member.join", False) if act["payload"]["seat"] in sight.seats
    }
    seated = {room["id"]: room["seats"] for room in sight.rooms}
    heads = lambda room: {
        seat["party"] for seat in process["seats"] if seat["key"] in seated[room] and seat.get("party")
    }
    venues = [venue_of(sight, process, each) for each in begun]
    return {
        "begun": len(begun), "time": sum(each.length(until=sight.at) for each in begun),
        "ahead": len(standing) - len(begun), "timeAhead": sum(each.length(since=sight.at) for each in standing),
        "calledOff": len(every) - len(standing), "moved": sum(each.moved for each in every),
        "notice": median(notices), "shortestNotice": min(notices, default=None),
        "minuted": sum(each.wordings > 0 for each in begun),
        "agreed": sum(each.wordings > 0 and heads(each.room) <= each.accepted for each in begun),
        "attending": sum(member in delegation for each in begun for member in each.plan["attends"]),
        "venues": {ground: venues.count(ground) for ground in ("own", "other", "neutral", "unnamed")},
    }


def badges(sight):
    """The people on the last list of each channel: since when they wait, when first granted, whether declined last."""
    lists = {}
    for act in sight.acts:
        if sight.kinds[act["room"]] != "channel" or not act["kind"].startswith("accreditation."):
            continue
        before, payload = lists.get((act["room"], act["object"])), act["payload"]
        if act["kind"] == "accreditation.submit":
            same_days = before and (before["from"], before["until"]) == (payload["from"], payload["until"])
            people = {}
            for person in payload["people"]:
                known = before["people"].get(person["id"]) if same_days else None
                people[person["id"]] = known if known and known["as"] == person else {
                    "as": person, "since": act["at"], "granted": None, "declined": False}
            lists[act["room"], act["object"]] = {"from": payload["from"], "until": payload["until"], "people": people}
            continue
        # Where the folder holds no act that named them, nothing is decided on anybody.
        people = before["people"] if before else {}
        if act["kind"] == "accreditation.grant":
            for waiting in [people[each["person"]] for each in payload["badges"] if each["person"] in people]:
                waiting["granted"], waiting["declined"] = waiting["granted"] or act["at"], False
        elif payload["person"] in people:
            people[payload["person"]]["declined"] = True
    everybody = [person for each in lists.values() for person in each["people"].values()]
    asked = [person for person in everybody if not person["declined"]]
    return {
        **sight.met([(person["since"], person["granted"]) for person in asked]),
        "declined": len(everybody) - len(asked),
    }


def conveyed(sight, parties):
    messages = [act for act in sight.standing("message", True) if sight.of_party(act)]
    papers = [act for act in sight.standing("paper", True) if sight.of_party(act)]
    carriable = lambda act: act["payload"].get("use", "mediator-only") != "mediator-only"
    went = lambda act: sight.later(act, "message.convey", "paper.convey")
    entrusted = [act for act in messages + papers if carriable(act)]
    handed = [act for act in papers if carriable(act)]
    places = []
    for place in [key for key in parties if key != sight.party] + ["table"]:
        taken = []
        for act in entrusted:
            there = [each["at"] for each in went(act) if each["payload"]["to"].get("party", "table") == place]
            taken += [sight.elapsed(act["at"], at) for at in there[:1]]
        places.append({"to": place, "carried": len(taken), "median": median(taken), "longest": max(taken, default=None)})
    ways = [each["payload"]["as"] for act in entrusted for each in went(act)]
    return {
        **sight.met([(act["at"], sight.first(act, "message.convey", "paper.convey")) for act in entrusted]),
        "kept": len(messages) + len(papers) - len(entrusted),
        "papers": len(handed),
        "papersCarried": sum(bool(went(act)) for act in handed),
        "manners": {manner: ways.count(manner) for manner in MANNERS},
        "to": places,
    }


def requests(sight):
    talk = sight.standing("message", True)
    questions = [act for act in talk if sight.own(act) and act["payload"]["nature"] == "question"]
    answer = lambda question: next(
        (act["at"] for act in talk if act["payload"].get("answers") == question["object"] and not sight.own(act)), None)
    first_asked = [act for act in talk if sight.own(act) and act["payload"].get("askFirst") is True]
    translations = []
    for act in sight.standing("message", False):
        lacking = {language for language in sight.languages if language not in act["payload"]["words"]}
        if not sight.own(act) or not lacking:
            continue
        whole = None
        for each in sight.later(act, "message.translate"):
            if each["payload"]["language"] in lacking:
                lacking.remove(each["payload"]["language"])
                if not lacking:
                    whole = each["at"]
                    break
        translations.append((act["at"], whole))
    silences = sight.find("silence.propose", False)
    return {
        "pauses": sight.met([(act["at"], sight.first(act, "pause.grant")) for act in sight.find("pause.ask", True)]),
        "questions": sight.met([(act["at"], answer(act)) for act in questions]),
        "wordings": sight.met([(act["at"], sight.first(act, "message.offer")) for act in first_asked]),
        "translations": sight.met(translations),
        "silences": {
            "named": sum(any(seat in act["payload"]["objectors"] for seat in sight.seats) for act in silences),
            "objected": sum(sight.own(act) for act in sight.find("silence.object", False)),
        },
    }


def firsts(languages, came):
    """Passages by the languages they came in."""
    return {
        "first": {language: sum(each == [language] for each in came) for language in languages},
        "together": sum(len(each) > 1 for each in came),
    }


def given_in(languages, passage):
    return [language for language in languages if passage.get(language) is not None]


def proposals(sight):
    made = sight.find("proposal.make", True)
    dealt = lambda act: sight.first(act, "proposal.enter") or sight.first(act, "proposal.return")
    count = lambda kind: sum(bool(sight.later(act, kind)) for act in made)
    asked = [act for act in made if dealt(act) or not sight.later(act, "proposal.withdraw")]
    adopted = {act["payload"]["alternative"] for act in sight.find("clause.adopt", False)}
    entered = [found[0] for act in made for found in [sight.later(act, "proposal.enter")] if found]
    return {
        **sight.met([(act["at"], dealt(act)) for act in asked]),
        "entered": len(entered),
        "returned": count("proposal.return"),
        "withdrawn": count("proposal.withdraw"),
        "adopted": sum(act["payload"]["alternative"] in adopted for act in entered),
        "languages": firsts(sight.languages, [given_in(sight.languages, act["payload"]["passage"]) for act in made]),
    }


def written(sight):
    own = [
        act for in_channel in (True, False) for what in ("message", "paper")
        for act in sight.standing(what, in_channel) if sight.of_party(act)
    ]
    return {language: sum(act["payload"]["original"] == language for act in own) for language in sight.languages}


def text_languages(record):
    """Which languages' words came first in the common text."""
    languages = record["process"]["languages"]
    plenary = [room["id"] for room in record["rooms"] if room["kind"] == "plenary"]
    acts = [act for act in record["acts"] if act["room"] in plenary and act["at"] <= record["at"]]
    of = lambda *kinds: [act["payload"] for act in acts if act["kind"] in kinds]
    clauses, alternatives = [], {}
    for seed in of("clause.enter"):
        inner = [each for bracket in seed["brackets"].values() for each in bracket["alternatives"]]
        for each in inner:
            alternatives.setdefault(each["id"], each["passage"])
        has_words = lambda language: any(
            any(isinstance(piece, str) or "bracket" not in piece for piece in passage.get(language) or [])
            for passage in [seed["passage"]] + [each["passage"] for each in inner])
        clauses.append([language for language in languages if has_words(language)])
    for brought in of("clause.bracket", "clause.alternative"):
        alternatives.setdefault(brought["alternative"]["id"], brought["alternative"]["passage"])
    return {
        "clauses": firsts(languages, clauses),
        "alternatives": firsts(languages, [given_in(languages, each) for each in alternatives.values()]),
    }


def readable(process, seat):
    """Whose figures a seat may read: the mediator's all, a party's its own."""
    found = next(each for each in process["seats"] if each["key"] == seat)
    if found["kind"] == "mediator":
        return [party["key"] for party in process["parties"]]
    return [found["party"]] if found.get("party") else []


def symmetry(folder, taken=None):
    """The figures, and how many entries of the logs were read, with and without an act."""
    about = json.loads(read(folder, "about.json"))
    sizes = {each["room"]: each["size"] for each in taken["logs"]} if taken else {}
    rooms, acts, logs, entries, process = [], [], [], 0, None
    for log in about["logs"]:
        if log["kind"] != "room" or log["room"]["kind"] not in SHARED:
            continue
        found, size = acts_of(folder, log["log"])
        upto = sizes.get(log["log"], size)
        if upto > size:
            raise Wrong("the folder ends before the figures: %s holds %d acts, and not %d" % (log["log"], size, upto))
        rooms.append(log["room"])
        logs.append({"room": log["log"], "size": upto})
        acts += [act for index, act in found if index < upto]
        entries += upto
        founding = [act["payload"] for _, act in found if act["kind"] == "process.found"]
        process = process or (founding[0] if founding else None)
    if process is None:
        raise Wrong("no room of this folder says what process it is of")
    record = {"process": process, "rooms": rooms, "acts": acts, "at": taken["at"] if taken else about["at"]}
    parties = [party["key"] for party in process["parties"]]
    rows = []
    for party in readable(process, about["seat"]):
        sight = Sight(record, party)
        rows.append({
            "party": party, "access": access(sight, process), "badges": badges(sight), "floor": floor(sight),
            "channel": channel(sight),
            "sessions": {"alone": sessions_at(sight, process, True), "joint": sessions_at(sight, process, False)},
            "conveyed": conveyed(sight, parties), **requests(sight), "proposals": proposals(sight),
            "written": written(sight),
        })
    figures = {
        "logs": sorted(logs, key=lambda each: each["room"]), "at": record["at"], "languages": process["languages"],
        "parties": rows, "text": text_languages(record),
    }
    return figures, entries, len(acts)


def differences(ours, theirs, where=""):
    """The places at which two sets of figures are not the same."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in sorted(set(ours) | set(theirs)):
            yield from differences(ours.get(name, MISSING), theirs.get(name, MISSING), "%s/%s" % (where, name))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for i, (one, other) in enumerate(zip(ours, theirs)):
            yield from differences(one, other, "%s/%d" % (where, i))
    elif ours != theirs or isinstance(ours, bool) != isinstance(theirs, bool):
        yield "%s: %s here, %s there" % (where, json.dumps(ours), json.dumps(theirs))


def main(words=None):
    parser = argparse.ArgumentParser(description="Works out the symmetry report from a record that was taken home.")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("--compare", metavar="FIGURES.json", help="figures taken from the screen")
    asked = parser.parse_args(words)
    try:
        taken = json.loads(read(asked.compare)) if asked.compare else None
        figures, entries, acts = symmetry(asked.folder, taken)
    except Wrong as wrong:
        print("Wrong: %s." % wrong, file=sys.stderr)
        return 1
    except (Unreadable, ValueError, LookupError, TypeError, AttributeError) as error:
        print("This cannot be read: %s" % error, file=sys.stderr)
        return 2
    print(json.dumps(figures, ensure_ascii=False, indent=2))
    print("%d of %d entries hold no act here." % (entries - acts, entries), file=sys.stderr)
    if taken is None:
        return 0
    taken["logs"] = sorted(taken["logs"], key=lambda each: each["room"])
    found = list(differences(figures, taken))
    print("\n".join(found) or "The figures are the same.", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
