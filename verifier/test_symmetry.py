"""Tests of symmetry.py by itself: its arithmetic, and a record written by hand. Run with `python3 -m unittest`."""
import hashlib
import io
import base64
import json
import os
import tempfile
import unittest
from contextlib import redirect_stderr, redirect_stdout

import symmetry

ROOMS = [
    {"id": "p", "key": "plenary", "kind": "plenary", "name": {}, "seats": ["sa", "sb", "med"]},
    {"id": "ca", "key": "a", "kind": "channel", "name": {}, "seats": ["sa", "med"]},
    {"id": "cb", "key": "b", "kind": "channel", "name": {}, "seats": ["sb", "med"]},
]
PROCESS = {
    "languages": ["en", "ru"],
    "parties": [{"key": "a"}, {"key": "b"}],
    "seats": [
        {"key": "sa", "kind": "party", "party": "a"},
        {"key": "sb", "kind": "party", "party": "b"},
        {"key": "med", "kind": "mediator"},
    ],
}


def act(room, kind, thing, minute, seat, payload):
    by = None if seat is None else {"seat": seat, "member": "m"}
    at = "2026-01-01T%02d:%02d:00.000Z" % divmod(minute, 60)
    return {"id": "%s%s" % (kind, minute), "room": room, "kind": kind, "object": thing, "by": by, "at": at, "payload": payload}


def said(**more):
    return {"nature": "statement", "original": "en", "words": {"en": "one two\u00a0three"}, **more}


def history():
    carried = {"as": "verbatim", "to": {"kind": "channel", "party": "b"}}
    return [
        act("p", "process.found", "process", 0, None, PROCESS),
        act("p", "message.send", "1", 1, "sa", said()),
        act("ca", "message.send", "2", 2, "sa", said(use="verbatim")),
        act("cb", "message.send", "3", 2, "sb", said(use="paraphrase")),
        act("p", "adjournments.begin", "adjournments", 10, "med", {}),
        act("p", "adjournments.end", "adjournments", 40, "med", {}),
        act("ca", "message.convey", "2", 42, "med", carried),
        act("cb", "message.send", "4", 42, "med", said(voice="a")),
    ]


def plan(begin, end, **more):
    hour = lambda minute: "2026-01-01T%02d:%02d:00.000Z" % divmod(minute, 60)
    return {"begin": hour(begin), "end": hour(end), "venue": None, "attends": [], **more}


def meetings():
    """Sessions and lists; the report is of an hour after the founding."""
    venue = lambda key, seat: {"key": key, "allotted": seat}
    person = lambda name: {"id": name, "name": {"en": name}, "title": {}, "category": "delegate"}
    people = lambda *names: {"from": "2026-01-01", "until": "2026-02-01", "people": [person(name) for name in names]}
    session = lambda room, thing, minute, kind, payload: act(room, "session." + kind, thing, minute, "med", payload)
    return sorted(history()[:1] + [
        act("p", "member.join", "m1", 1, "sa", {"seat": "sa", "from": "2026-01-01", "authority": []}),
        act("p", "arrangements.set", "arrangements", 1, "med", {"venues": [venue("x", "sa"), venue("y", "common")]}),
        act("p", "arrangements.set", "arrangements", 50, "med", {"venues": [venue("x", "sb")]}),
        # Moved once, and longer then; over, with minutes that the party accepted in their second wording.
        session("ca", "1", 2, "convene", plan(5, 10, venue="x")),
        session("ca", "1", 4, "change", plan(6, 16, venue="x", attends=["m1", "m9"])),
        session("ca", "1", 5, "change", plan(6, 18, venue="x", attends=["m1", "m9"])),
        act("ca", "minutes.write", "1", 18, "med", {}),
        act("ca", "minutes.accept", "1", 18, "sa", {"wording": 1, "party": "a"}),
        act("ca", "minutes.write", "1", 19, "med", {}),
        act("ca", "minutes.accept", "1", 19, "sa", {"wording": 2, "party": "a"}),
        # Runs at the moment of the report; the venue went to the other side as it began.
        session("ca", "2", 10, "convene", plan(50, 75, venue="x")),
        # Begins at the moment of the report; ahead; called off after it began.
        session("ca", "6", 10, "convene", plan(60, 65)),
        session("ca", "3", 10, "convene", plan(60 + 1, 60 + 31)),
        session("ca", "4", 10, "convene", plan(20, 30)),
        session("ca", "4", 21, "cancel", {}),
        # At the table, where one party alone accepted the wording that stands.
        session("p", "5", 10, "convene", plan(12, 14, venue="y")),
        act("p", "minutes.write", "5", 13, "med", {}),
        act("p", "minutes.accept", "5", 13, "sa", {"wording": 1, "party": "a"}),
        act("p", "minutes.accept", "5", 13, "sb", {"wording": 1, "party": "b"}),
        act("p", "minutes.write", "5", 14, "med", {}),
        act("p", "minutes.accept", "5", 14, "sa", {"wording": 2, "party": "a"}),
        # One stays on the next list and keeps the badge; one changed waits anew; one was declined.
        act("ca", "accreditation.submit", "accreditation", 1, "sa", people("ann", "bob", "cid")),
        act("ca", "accreditation.grant", "accreditation", 3, "med", {"badges": [{"person": "ann"}, {"person": "bob"}]}),
        act("ca", "accreditation.submit", "accreditation", 9, "sa", {
            **people("ann", "cid"), "people": [person("ann"), {**person("bob"), "title": {"en": "?"}}, person("cid")]}),
        act("ca", "accreditation.decline", "accreditation", 10, "med", {"person": "cid"}),
        act("ca", "accreditation.grant", "accreditation", 11, "med", {"badges": [{"person": "ann"}]}),
        # For other days everybody waits anew.
        act("cb", "accreditation.submit", "accreditation", 1, "sb", people("dan")),
        act("cb", "accreditation.grant", "accreditation", 2, "med", {"badges": [{"person": "dan"}]}),
        act("cb", "accreditation.submit", "accreditation", 30, "sb", {**people("dan"), "until": "2026-03-01"}),
    ], key=lambda each: each["at"])


def entry(index, salt, done):
    committed = hashlib.sha256(bytes.fromhex(salt) + symmetry.canonical(done).encode()).hexdigest()
    return symmetry.canonical({"commitment": committed, "index": index, "room": done["room"], "version": 1}).encode()


def write(folder, acts, seat="med"):
    """A folder as a seat takes one home, as far as the script reads it."""
    logs = []
    for room in ROOMS:
        own = [each for each in acts if each["room"] == room["id"]]
        place = os.path.join(folder, room["id"])
        os.makedirs(os.path.join(place, "tile", "entries", "000.p"))
        entries = [entry(i, "%064x" % i, each) for i, each in enumerate(own)]
        root = symmetry.tree_root([hashlib.sha256(b"\x00" + each).digest() for each in entries])
        files = {
            "checkpoint": "origin\n%d\n%s\n" % (len(own), base64.b64encode(root).decode()),
            "acts.jsonl": "".join(
                json.dumps({"index": i, "salt": "%064x" % i, "act": each}) + "\n" for i, each in enumerate(own)),
        }
        for name, text in files.items():
            with open(os.path.join(place, name), "w", encoding="utf-8") as file:
                file.write(text)
        with open(os.path.join(place, "tile", "entries", "000.p", str(len(own))), "wb") as file:
            file.write(b"".join(len(each).to_bytes(2, "big") + each for each in entries))
        logs.append({"log": room["id"], "kind": "room", "room": room})
    with open(os.path.join(folder, "about.json"), "w", encoding="utf-8") as file:
        json.dump({"seat": seat, "at": "2026-01-01T01:00:00.000Z", "logs": logs}, file)


def called(*words):
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = symmetry.main(list(words))
    return code, out.getvalue(), err.getvalue()


class Arithmetic(unittest.TestCase):
    def test_numbers_are_written_as_rfc_8785_has_them(self):
        for value, written in ((0.0, "0"), (-0.0, "0"), (1e21, "1e+21"), (1e-7, "1e-7"), (0.000001, "0.000001"), (1e23, "1e+23"),
                               (333333333.33333329, "333333333.3333333"), (48.6, "48.6"), (-2.5, "-2.5"), (10 ** 15, "1000000000000000")):
            self.assertEqual(symmetry.number(value), written)

    def test_names_are_in_the_order_of_utf_16(self):
        self.assertEqual(symmetry.canonical({"\ufb33": 1, "\U0001f600": 2, "a": None}), '{"a":null,"\U0001f600":2,"\ufb33":1}')

    def test_the_median_of_an_even_number_is_rounded_down(self):
        self.assertEqual([symmetry.median(each) for each in ([], [4], [9, 1, 4], [1, 4])], [None, 4, 4, 2])

    def test_bundles_are_named_as_tlog_tiles_has_them(self):
        self.assertEqual(symmetry.tile_name(1234067, 256), "x001/x234/067")
        self.assertEqual(symmetry.tile_name(3, 9), "003.p/9")

    def test_roots_are_those_of_rfc_6962(self):
        leaf = lambda data: hashlib.sha256(b"\x00" + data).digest()
        node = lambda one, other: hashlib.sha256(b"\x01" + one + other).digest()
        a, b, c = (leaf(each) for each in (b"a", b"b", b"c"))
        self.assertEqual(symmetry.tree_root([a, b, c]), node(node(a, b), c))
        self.assertEqual(symmetry.tree_root([]), hashlib.sha256(b"").digest())


class Record(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)

    def test_counts_what_each_side_was_given(self):
        write(self.home.name, history())
        code, out, _ = called(self.home.name)
        self.assertEqual(code, 0)
        one, other = json.loads(out)["parties"]
        self.assertEqual((one["floor"]["statements"], one["floor"]["words"], other["floor"]["words"]), (1, 3, 0))
        # Forty minutes, of which the talks were adjourned for thirty.
        self.assertEqual((one["conveyed"]["median"], one["conveyed"]["waiting"]), (600_000, 0))
        self.assertEqual((other["conveyed"]["median"], other["conveyed"]["longestWait"]), (None, 28 * 60_000))
        self.assertEqual(other["channel"], {"given": 1, "received": 1, "days": 1})

    def test_counts_sessions_by_their_last_hours_up_to_the_moment_and_none_that_was_called_off(self):
        write(self.home.name, meetings())
        one, other = json.loads(called(self.home.name)[1])["parties"]
        minute = 60_000
        self.assertEqual(one["sessions"]["alone"], {
            "begun": 3, "time": (12 + 10) * minute, "ahead": 1, "timeAhead": (15 + 5 + 30) * minute, "calledOff": 1,
            "moved": 1, "notice": 45 * minute, "shortestNotice": 2 * minute, "minuted": 1, "agreed": 1, "attending": 1,
            "venues": {"own": 1, "other": 1, "neutral": 0, "unnamed": 1},
        })
        self.assertEqual(one["sessions"]["joint"], other["sessions"]["joint"])
        joint = one["sessions"]["joint"]
        self.assertEqual((joint["time"], joint["minuted"], joint["agreed"], joint["venues"]["neutral"]), (2 * minute, 1, 0, 1))
        self.assertEqual((other["sessions"]["alone"]["begun"], other["sessions"]["alone"]["notice"]), (0, None))

    def test_counts_badges_from_the_list_that_named_a_person_as_they_stand(self):
        write(self.home.name, meetings())
        one, other = json.loads(called(self.home.name)[1])["parties"]
        self.assertEqual((other["badges"]["met"], other["badges"]["longestWait"]), (0, 30 * 60_000))
        self.assertEqual(one["badges"], {
            "asked": 2, "met": 1, "waiting": 1, "median": 120_000, "longest": 120_000, "longestWait": 51 * 60_000, "declined": 1,
        })

    def test_says_of_how_many_entries_there_is_no_act(self):
        write(self.home.name, meetings())
        self.assertEqual(called(self.home.name)[2], "0 of 30 entries hold no act here.\n")
        path = os.path.join(self.home.name, "ca", "acts.jsonl")
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(line for line in lines if '"accreditation.submit"' not in line)
        code, out, err = called(self.home.name)
        self.assertEqual((code, err), (0, "2 of 30 entries hold no act here.\n"))
        self.assertEqual(json.loads(out)["parties"][0]["badges"]["asked"], 0)

    def test_gives_a_party_its_own_row_and_others_none(self):
        for seat, rows in (("sa", ["a"]), ("sb", ["b"])):
            with tempfile.TemporaryDirectory() as folder:
                write(folder, history(), seat)
                self.assertEqual([row["party"] for row in json.loads(called(folder)[1])["parties"]], rows)

    def test_finds_an_act_that_is_not_the_one_committed_to(self):
        write(self.home.name, history())
        path = os.path.join(self.home.name, "p", "acts.jsonl")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("one two", "one too"))
        code, _, err = called(self.home.name)
        self.assertEqual((code, "committed to" in err), (1, True))

    def test_takes_no_act_twice_and_none_out_of_its_order(self):
        write(self.home.name, history())
        path = os.path.join(self.home.name, "p", "acts.jsonl")
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
        self.assertGreater(len(lines), 1)
        for changed in (lines[:1] + lines, lines[::-1]):
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(changed)
            code, _, err = called(self.home.name)
            self.assertEqual((code, "out of its order" in err), (1, True))

    def test_compares_with_figures_and_names_the_one_that_differs(self):
        write(self.home.name, history())
        figures = json.loads(called(self.home.name)[1])
        path = os.path.join(self.home.name, "figures.json")
        for change, code in ((0, 0), (1, 1)):
            figures["parties"][0]["conveyed"]["median"] += change
            with open(path, "w", encoding="utf-8") as file:
                json.dump(figures, file)
            ended, _, err = called(self.home.name, "--compare", path)
            self.assertEqual(ended, code)
        self.assertEqual(err, "0 of 8 entries hold no act here.\n/parties/0/conveyed/median: 600000 here, 600001 there\n")


if __name__ == "__main__":
    unittest.main()
