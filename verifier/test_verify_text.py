"""Tests of the verifier, with nothing but Python's standard library: python3 -m unittest (in this folder)."""
import copy
import hashlib
import io
import json
import os
import random
import tempfile
import unittest
from contextlib import redirect_stdout

import verify_text as v

HOST, MEMBER = "localhost", "5d0f4c8e-9a51-4b6e-8f0a-0b8f6c1d2e3f"


# Signing, for tests alone: deterministic, and not hardened against anybody who watches.
def der(number: int) -> bytes:
    body = number.to_bytes((number.bit_length() + 8) // 8, "big")
    return b"\2" + bytes([len(body)]) + body


def sign_p256(secret: int, message: bytes, k: int) -> bytes:
    e = int.from_bytes(v.sha256(message), "big")
    r = v.p256_times(k, v.G)[0] % v.N
    s = pow(k, -1, v.N) * (e + r * secret) % v.N
    body = der(r) + der(s)
    return b"\x30" + bytes([len(body)]) + body


def ed_bytes(point) -> bytes:
    inverse = pow(point[2], -1, v.Q)
    x, y = point[0] * inverse % v.Q, point[1] * inverse % v.Q
    return (y | (x & 1) << 255).to_bytes(32, "little")


def ed_secret(seed: bytes):
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | (1 << 254)
    return scalar, digest[32:]


def sign_ed25519(seed: bytes, message: bytes) -> bytes:
    scalar, prefix = ed_secret(seed)
    public = ed_bytes(v.ed_times(scalar, v.ED_BASE))
    r = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % v.L
    first = ed_bytes(v.ed_times(r, v.ED_BASE))
    h = int.from_bytes(hashlib.sha512(first + public + message).digest(), "little") % v.L
    return first + ((r + h * scalar) % v.L).to_bytes(32, "little")


SECRET = 0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721
POINT = v.p256_times(SECRET, v.G)
EC_KEY = {"kty": "EC", "crv": "P-256", "x": v.to_base64url(POINT[0].to_bytes(32, "big")), "y": v.to_base64url(POINT[1].to_bytes(32, "big"))}
SEED = bytes(range(32))
LOG_PUBLIC = b"\1" + ed_bytes(v.ed_times(ed_secret(SEED)[0], v.ED_BASE))
LOG_NAME = "parley/test"
LOG_ID = v.sha256(f"{LOG_NAME}\n".encode() + LOG_PUBLIC)[:4]
LOG = f"{LOG_NAME}+{LOG_ID.hex()}+{v.base64.b64encode(LOG_PUBLIC).decode()}"


def seal(text: str) -> str:
    signature = v.base64.b64encode(LOG_ID + sign_ed25519(SEED, text.encode())).decode()
    return f"{text}\n\u2014 {LOG_NAME} {signature}\n"


def base64_of_zeros() -> str:
    return v.base64.b64encode(LOG_ID + bytes(64)).decode()


def mark_of(file: dict, kind: str = "initial", flags: int = 5) -> dict:
    mark = {"kind": kind, "party": "us", "by": {"seat": "us", "member": MEMBER}, "at": "2026-11-22T10:00:00.000Z", "rp": HOST, "key": EC_KEY, "index": 3}
    statement = v.statement_of(file, mark)
    said = {"type": "webauthn.get", "challenge": v.to_base64url(statement.encode()), "origin": "http://localhost:4180"}
    client_data = json.dumps(said).encode()
    authenticator = v.sha256(HOST.encode()) + bytes([flags, 0, 0, 0, 1])
    signature = sign_p256(SECRET, authenticator + v.sha256(client_data), 0x1234567)
    mark["assertion"] = {
        "credential": "AA",
        "clientDataJSON": v.to_base64url(client_data),
        "authenticatorData": v.to_base64url(authenticator),
        "signature": v.to_base64url(signature),
    }
    mark["seal"] = seal(statement + f"at {mark['at']}\npasskey {v.sha256(signature).hex()}\n")
    return mark


def leaf(clause: str, number, words) -> dict:
    return {"clause": clause, "kind": "operative", "depth": 0, "number": number, "words": words}


def a_version() -> dict:
    bracket = {"bracket": [{"by": ["us"], "words": ["shall"]}, {"by": ["ru"], "words": ["should"]}, {"by": [], "bridge": True, "words": ["will"]}]}
    leaves = {
        "en": [leaf("c1", "1.", ["Each Party ", bracket, " notify the other."]), leaf("c2", None, ["\u201cLaunch\u201d", {"note": ["A note."]}])],
        "ru": [leaf("c1", "1.", ["Каждая Сторона уведомляет другую."]), leaf("c2", None, None)],
    }
    roots = {language: v.root_of(own) for language, own in leaves.items()}
    record = {
        "format": "parley-version/1",
        "text": "0b5bd3f4-7a4d-4b53-9d0b-1f2e3d4c5b6a",
        "number": 1,
        "previous": None,
        "title": {"en": "Text", "ru": "Текст"},
        "languages": ["en", "ru"],
        "clauses": 2,
        "roots": roots,
        "root": v.root_of([{"language": one, "root": roots[one]} for one in ("en", "ru")]),
    }
    file = {"format": "parley-version-file/1", "record": record, "leaves": leaves, "marks": [], "objections": [], "log": LOG}
    file["hash"] = v.sha256(v.canonical(record).encode()).hex()
    file["marks"] = [mark_of(file)]
    return file


VERSION = a_version()


class Vectors(unittest.TestCase):
    def test_ed25519_rfc_8032_test_2(self):
        key = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        signature = bytes.fromhex(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        )
        self.assertTrue(v.verify_ed25519(key, b"\x72", signature))
        self.assertFalse(v.verify_ed25519(key, b"\x73", signature))
        high = signature[:32] + (int.from_bytes(signature[32:], "little") + v.L).to_bytes(32, "little")
        self.assertFalse(v.verify_ed25519(key, b"\x72", high))

    def test_p256_rfc_6979_sample_with_sha_256(self):
        r = 0xEFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716
        s = 0xF7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8
        x = bytes.fromhex("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6")
        y = bytes.fromhex("7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299")
        body = der(r) + der(s)
        signature = b"\x30" + bytes([len(body)]) + body
        self.assertTrue(v.verify_p256(x, y, b"sample", signature))
        self.assertFalse(v.verify_p256(x, y, b"simple", signature))
        self.assertFalse(v.verify_p256(x, x, b"sample", signature))
        self.assertFalse(v.verify_p256(x, y, b"sample", signature + b"\0"))

    def test_merkle_roots_of_rfc_6962(self):
        self.assertEqual(v.merkle_root([]).hex(), hashlib.sha256().hexdigest())
        self.assertEqual(v.merkle_root([b""]).hex(), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
        self.assertEqual(v.merkle_root([b"", b"\0", b"\x10"]).hex(), "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")

    def test_canonical_json_of_rfc_8785(self):
        value = {"\u20ac": "Euro", "\r": "CR", "\ufb33": "Dalet", "1": "One", "\U0001f600": "Smile", "\u0080": "Control", "\u00f6": "o"}
        names = list(json.loads(v.canonical(value)))
        self.assertEqual(names, ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"])
        self.assertEqual(v.canonical("\u20ac$\x0f\nA'B\"\\\\\"/"), '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')


class Versions(unittest.TestCase):
    def test_a_good_one_is_good(self):
        self.assertEqual(v.verify(VERSION, VERSION["hash"].upper()), (VERSION["hash"], [None]))

    def test_another_hash_is_another_version(self):
        with self.assertRaisesRegex(v.Wrong, "another version"):
            v.verify(VERSION, "0" * 64)

    def test_every_changed_letter_of_the_words_is_found(self):
        words = json.dumps(VERSION["leaves"], ensure_ascii=False)
        chance, tried = random.Random(7), 0
        for at, letter in enumerate(words):
            other = chance.choice("abкляZ")
            if not letter.isalpha() or words[at - 1] == "\\" or other == letter:
                continue
            try:
                leaves = json.loads(words[:at] + other + words[at + 1 :])
            except ValueError:
                continue  # a letter of null or true, and no letter of the words
            tried += 1
            with self.assertRaises(v.Wrong):
                v.verify({**VERSION, "leaves": leaves})
        self.assertGreater(tried, 100)

    def test_every_changed_digit_of_the_record_is_found(self):
        for name in ("root", "previous", "corrects", "number", "clauses", "text"):
            changed = copy.deepcopy(VERSION)
            changed["record"][name] = "f" * 64
            with self.assertRaises(v.Wrong):
                v.verify(changed)

    def test_clauses_cannot_change_places_come_twice_or_go(self):
        for change in (lambda own: own[::-1], lambda own: own + own[:1], lambda own: own[:1]):
            changed = copy.deepcopy(VERSION)
            changed["leaves"]["ru"] = change(changed["leaves"]["ru"])
            with self.assertRaises(v.Wrong):
                v.verify(changed)


class Marks(unittest.TestCase):
    def flaw(self, **change):
        file = copy.deepcopy(VERSION)
        file["marks"][0].update(change)
        return v.verify(file)[1][0]

    def test_initials_are_no_signature_and_nobody_elses(self):
        self.assertIn("something else", self.flaw(kind="sign"))
        self.assertIn("something else", self.flaw(party="ru"))
        self.assertIn("something else", self.flaw(by={"seat": "us", "member": MEMBER[::-1]}))
        self.assertIn("kind", self.flaw(kind="approve"))

    def test_time_host_key_and_seal_are_bound(self):
        self.assertIn("sealed something else", self.flaw(at="2026-11-22T10:00:00.001Z"))
        self.assertIn("another host", self.flaw(rp="example.org"))
        self.assertIn("not good", self.flaw(key={**EC_KEY, "y": EC_KEY["x"]}))
        self.assertIn("signature beneath", self.flaw(seal=VERSION["marks"][0]["seal"].replace("AAA", "AAB")[:-12] + "AAAAAAAAAAA\n"))

    def test_a_seal_has_signatures_and_nothing_else(self):
        first = VERSION["marks"][0]["seal"]
        bad = base64_of_zeros()
        for more in ("", "anything\n", f"\u2014 {LOG_NAME} {bad}\n\n"):
            changed = copy.deepcopy(VERSION)
            changed["marks"][0]["seal"] = first + more if more else first[:-1]
            self.assertIsNotNone(v.verify(changed)[1][0])
        changed = copy.deepcopy(VERSION)
        changed["marks"][0]["seal"] = first + f"\u2014 another {bad}\n"
        self.assertIsNone(v.verify(changed)[1][0])

    def test_a_file_and_a_mark_hold_what_they_do_and_nothing_else(self):
        changed = copy.deepcopy(VERSION)
        changed["marks"][0]["remark"] = "not meant so"
        self.assertIsNotNone(v.verify(changed)[1][0])
        with self.assertRaises(v.Wrong):
            v.verify({**VERSION, "remark": "not meant so"})

    def test_a_key_has_no_more_than_is_compared(self):
        changed = copy.deepcopy(VERSION)
        changed["marks"][0]["key"]["use"] = "sig"
        self.assertIsNotNone(v.verify(changed)[1][0])

    def test_nobody_was_there(self):
        file = copy.deepcopy(VERSION)
        file["marks"] = [mark_of(file, flags=1)]
        self.assertIn("holder", v.verify(file)[1][0])

    def test_every_flipped_bit_of_a_passkeys_answer_is_found(self):
        for part in ("clientDataJSON", "authenticatorData", "signature"):
            data = v.unbase64url(VERSION["marks"][0]["assertion"][part])
            for at in range(0, len(data), 5):
                flipped = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
                assertion = {**VERSION["marks"][0]["assertion"], part: v.to_base64url(flipped)}
                self.assertIsNotNone(self.flaw(assertion=assertion), f"{part} {at}")


class Files(unittest.TestCase):
    def run_on(self, content: bytes, *more):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "version.json")
            with open(path, "wb") as opened:
                opened.write(content)
            said = io.StringIO()
            with redirect_stdout(said):
                code = v.main([path, *more])
            return code, said.getvalue()

    def test_the_command_says_what_it_found(self):
        code, said = self.run_on(json.dumps(VERSION).encode(), "--show", "en")
        self.assertEqual(code, 0)
        self.assertIn("1. Each Party [us: shall | ru: should | Mediator: will] notify the other.", said)
        self.assertIn("good  us initial", said)

    def test_files_that_are_none_are_refused_in_one_line(self):
        broken = copy.deepcopy(VERSION)
        del broken["record"]["roots"]
        twice = json.dumps(VERSION).replace('"hash"', '"hash": "", "hash"', 1)
        for content in (b"", b"\xff", b"[]", b"{}", b"[" * 100_000, json.dumps(broken).encode(), twice.encode()):
            code, said = self.run_on(content)
            self.assertEqual(code, 1)
            self.assertRegex(said, r"^NOT verified: [^\n]+\n$")

    def test_what_is_no_json_of_ours_is_refused_wherever_it_stands(self):
        spelt = json.dumps(VERSION)
        for old, new in (('"index": 3', '"index": NaN'), ('"depth": 0', '"depth": 0.5'), ('"number": 1,', '"number": true,')):
            self.assertIn(old, spelt)
            code, said = self.run_on(spelt.replace(old, new).encode())
            self.assertEqual((code, said[:14]), (1, "NOT verified: "))
        self.assertEqual(self.run_on(spelt.replace('"depth": 0', '"depth": 0.0').encode())[0], 0)

    def test_words_that_have_two_readings_are_no_version(self):
        for piece in ({"placeholder": "30 days", "words": "60 days"}, {"bracket": [{"by": [], "words": None, "said": "60"}]}, ""):
            leaves = {language: [leaf("c1", "1.", [piece])] for language in ("en", "ru")}
            changed = copy.deepcopy(VERSION)
            record = changed["record"]
            record["roots"] = {language: v.root_of(own) for language, own in leaves.items()}
            record["root"] = v.root_of([{"language": one, "root": record["roots"][one]} for one in ("en", "ru")])
            record["clauses"] = 1
            changed.update(leaves=leaves, marks=[], hash=v.sha256(v.canonical(record).encode()).hex())
            self.assertEqual(self.run_on(json.dumps(changed).encode())[0], 1)

    def test_no_words_of_a_file_steer_the_terminal_or_stop_the_command(self):
        changed = copy.deepcopy(VERSION)
        changed["log"], changed["marks"] = "\x1b[2J\ud800", []
        code, said = self.run_on(json.dumps(changed).encode())
        self.assertEqual(code, 0)
        self.assertIn("log key \\u001b[2J\\ud800\n", said)

    def test_any_cut_file_is_refused(self):
        content = json.dumps(VERSION, ensure_ascii=False).encode()
        for at in range(0, len(content), 97):
            self.assertEqual(self.run_on(content[:at])[0], 1)

    def test_any_value_in_any_place_is_refused_or_a_flaw_and_never_an_error(self):
        def places(value, path=()):
            yield path
            items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
            for name, inner in items:
                yield from places(inner, path + (name,))

        for path in list(places(VERSION))[1:]:
            if path[0] in ("objections",) or path[:1] == ("marks",) and path[-1] in ("index", "seat", "credential", "origin"):
                continue
            for value in (None, 7, "x", [], {}, 1.5):
                changed = copy.deepcopy(VERSION)
                inside = changed
                for name in path[:-1]:
                    inside = inside[name]
                if inside[path[-1]] == value:
                    continue
                inside[path[-1]] = value
                code, said = self.run_on(json.dumps(changed).encode())
                if path == ("marks",) and value == []:
                    self.assertEqual(code, 0)
                else:
                    self.assertEqual(code, 1, f"{path} {value} {said}")


if __name__ == "__main__":
    unittest.main()
