#!/usr/bin/env python3
"""Verifies a version of a negotiated text from its file, with nothing but Python's standard library.

It shares no code with Parley: whoever trusts neither the server nor its authors can read these lines and run them.
One file on purpose: it is read, carried and run as a whole.

    python3 verify_text.py VERSION.json [--hash HEX] [--key LOG-KEY] [--show LANGUAGE]

Ends with 0 when the words give the hash and every mark is good, with 1 when they do not, with 2 for a wrong call.

What is checked, and where it is defined:
  words       RFC 8785 canonical JSON of each clause, Merkle root per language (RFC 6962, 2.1), one root over all
  hash        SHA-256 over the canonical JSON of the record
  passkeys    W3C WebAuthn Level 2, 7.2: challenge, host, presence and verification of the holder, signature
              (ECDSA P-256 with SHA-256, Ed25519, RSASSA-PKCS1-v1_5 with SHA-256)
  seal        C2SP signed note: the Ed25519 signature of the key of the room's log
"""
import argparse
import base64
import binascii
import hashlib
import json
import sys
import unicodedata


class Wrong(Exception):
    """What is wrong with a file, in one sentence."""


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def unbase64url(text: str) -> bytes:
    """base64url without padding (RFC 4648, section 5)."""
    if not isinstance(text, str) or any(c not in BASE64URL for c in text) or len(text) % 4 == 1:
        raise Wrong("base64url that cannot be read")
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def to_base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


BASE64URL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


# Canonical JSON (RFC 8785). A version holds no numbers but small whole ones.
def canonical(value) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int):
        if abs(value) >= 2**53:
            raise Wrong("a number that JSON does not hold exactly")
        return str(value)
    if isinstance(value, str):
        if any(0xD800 <= ord(c) <= 0xDFFF for c in value):
            raise Wrong("a string with half a character")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    raise Wrong(f"a value that has no place in a version: {value!r}")


def only_once(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise Wrong("a name stands twice in one object")
    return dict(pairs)


def whole(text: str) -> int:
    """A number that is written with a point or an exponent is the whole number that it is, or has no place here."""
    number = float(text)
    if not number.is_integer() or abs(number) >= 2**53:
        raise Wrong("a number that is not whole")
    return int(number)


def unknown(text: str):
    raise Wrong(f"{text} is no number of JSON")


def parse(data: bytes):
    """JSON (RFC 8259) in UTF-8, no member twice."""
    return json.loads(data.decode("utf-8", "strict"), object_pairs_hook=only_once, parse_float=whole, parse_constant=unknown)


# Merkle tree (RFC 6962, 2.1).
def merkle_root(leaves) -> bytes:
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0])
    middle = 1
    while middle * 2 < len(leaves):
        middle *= 2
    return sha256(b"\1" + merkle_root(leaves[:middle]) + merkle_root(leaves[middle:]))


def root_of(values) -> str:
    return merkle_root([canonical(value).encode() for value in values]).hex()


# ECDSA on P-256 (FIPS 186-4), verification only.
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def p256_add(a, b):
    if a is None:
        return b
    if b is None:
        return a
    (x1, y1), (x2, y2) = a, b
    if x1 == x2:
        if (y1 + y2) % P == 0:
            return None
        slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, P)
    else:
        slope = (y2 - y1) * pow(x2 - x1, -1, P)
    x = (slope * slope - x1 - x2) % P
    return x, (slope * (x1 - x) - y1) % P


def p256_times(n, point):
    total = None
    while n:
        if n & 1:
            total = p256_add(total, point)
        point = p256_add(point, point)
        n >>= 1
    return total


def der_integers(der: bytes):
    """The two integers of an ECDSA signature in DER (RFC 3279, 2.2.3), in their one strict form."""

    def integer(at):
        if der[at] != 2:
            raise ValueError
        length = der[at + 1]
        body = der[at + 2 : at + 2 + length]
        if not 1 <= length <= 33 or len(body) != length or body[0] & 0x80 or (length > 1 and body[0] == 0 and not body[1] & 0x80):
            raise ValueError
        return int.from_bytes(body, "big"), at + 2 + length

    if len(der) < 8 or der[0] != 0x30 or der[1] != len(der) - 2:
        raise ValueError
    r, at = integer(2)
    s, at = integer(at)
    if at != len(der):
        raise ValueError
    return r, s


def verify_p256(x: bytes, y: bytes, message: bytes, signature: bytes) -> bool:
    try:
        r, s = der_integers(signature)
    except (ValueError, IndexError):
        return False
    point = (int.from_bytes(x, "big"), int.from_bytes(y, "big"))
    if not all(0 <= c < P for c in point) or (point[1] ** 2 - point[0] ** 3 + 3 * point[0] - B) % P:
        return False
    if not (0 < r < N and 0 < s < N):
        return False
    w = pow(s, -1, N)
    e = int.from_bytes(sha256(message), "big")
    found = p256_add(p256_times(e * w % N, G), p256_times(r * w % N, point))
    return found is not None and found[0] % N == r


# Ed25519 (RFC 8032), verification only.
Q = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, Q) % Q
ROOT = pow(2, (Q - 1) // 4, Q)


def ed_recover(y, sign):
    if y >= Q:
        return None
    xx = (y * y - 1) * pow(D * y * y + 1, -1, Q) % Q
    x = pow(xx, (Q + 3) // 8, Q)
    if (x * x - xx) % Q:
        x = x * ROOT % Q
    if (x * x - xx) % Q or (x == 0 and sign):
        return None
    return Q - x if x & 1 != sign else x


def ed_point(data: bytes):
    if len(data) != 32:
        return None
    number = int.from_bytes(data, "little")
    y = number & (2**255 - 1)
    x = ed_recover(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % Q)


def ed_add(a, b):
    u, v = (a[1] - a[0]) * (b[1] - b[0]) % Q, (a[1] + a[0]) * (b[1] + b[0]) % Q
    c, d = 2 * a[3] * b[3] * D % Q, 2 * a[2] * b[2] % Q
    e, f, g, h = v - u, d - c, d + c, v + u
    return e * f % Q, g * h % Q, f * g % Q, e * h % Q


def ed_times(n, point):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = ed_add(total, point)
        point = ed_add(point, point)
        n >>= 1
    return total


ED_Y = 4 * pow(5, -1, Q) % Q
ED_X = ed_recover(ED_Y, 0)
ED_BASE = (ED_X, ED_Y, 1, ED_X * ED_Y % Q)


def verify_ed25519(key: bytes, message: bytes, signature: bytes) -> bool:
    a = ed_point(key)
    if a is None or len(signature) != 64:
        return False
    r = ed_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = ed_times(s, ED_BASE), ed_add(r, ed_times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % Q == 0 and (left[1] * right[2] - right[1] * left[2]) % Q == 0


# RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2.2).
SHA256_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


def verify_rsa(n: bytes, e: bytes, message: bytes, signature: bytes) -> bool:
    modulus, exponent = int.from_bytes(n, "big"), int.from_bytes(e, "big")
    size = (modulus.bit_length() + 7) // 8
    number = int.from_bytes(signature, "big")
    if not 256 <= size <= 1024 or not 3 <= exponent < 2**64 or len(signature) != size or number >= modulus:
        return False
    info = SHA256_INFO + sha256(message)
    return pow(number, exponent, modulus) == int.from_bytes(b"\0\1" + b"\xff" * (size - len(info) - 3) + b"\0" + info, "big")


def verify_passkey(key: dict, message: bytes, signature: bytes) -> bool:
    kind = (key.get("kty"), key.get("crv"))
    if set(key) not in ({"kty", "crv", "x", "y"}, {"kty", "crv", "x"}, {"kty", "n", "e"}):
        return False
    if kind == ("EC", "P-256"):
        return verify_p256(unbase64url(key["x"]), unbase64url(key["y"]), message, signature)
    if kind == ("OKP", "Ed25519"):
        return verify_ed25519(unbase64url(key["x"]), message, signature)
    if kind == ("RSA", None):
        return verify_rsa(unbase64url(key["n"]), unbase64url(key["e"]), message, signature)
    return False


# The record and the words.
RECORD = {"format", "text", "number", "previous", "title", "languages", "clauses", "roots", "root"}
MARKS = ("initial", "sign-ad-referendum", "sign", "confirm")


MARK = {"kind", "party", "by", "at", "assertion", "key", "rp", "seal", "index"}
ASSERTION = {"credential", "clientDataJSON", "authenticatorData", "signature"}
FILE = {"format", "record", "hash", "leaves", "marks", "objections", "log"}
KINDS = {"title", "heading", "preambular", "chapeau", "definition", "article", "operative", "paragraph", "sub-paragraph", "annex", "testimonium"}
LEAF = {"clause", "kind", "depth", "number", "words"}
PIECES = ({"placeholder"}, {"reference", "words"}, {"term", "words"}, {"note"}, {"bracket"})


def must(holds: bool) -> None:
    if not holds:
        raise Wrong("the record is not one of a version")


def is_count(value, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def check_pieces(words) -> None:
    """Raises Wrong unless these are words of a clause: what is hashed has one reading and no other."""
    if words is None:
        return
    must(isinstance(words, list))
    for piece in words:
        if isinstance(piece, str):
            must(piece != "")
            continue
        must(isinstance(piece, dict) and set(piece) in PIECES)
        if "note" in piece:
            check_pieces(piece["note"])
        elif "bracket" in piece:
            must(isinstance(piece["bracket"], list))
            for side in piece["bracket"]:
                must(isinstance(side, dict) and {"by", "words"} <= set(side) <= {"by", "words", "bridge"})
                must(side.get("bridge", True) is True and isinstance(side["by"], list))
                must(all(isinstance(party, str) for party in side["by"]))
                check_pieces(side["words"])
        else:
            must(all(isinstance(value, str) for value in piece.values()))


def check_shape(file: dict) -> None:
    """Raises Wrong unless what is counted, shown or read is of the kind that it should be."""
    record, leaves = file["record"], file["leaves"]
    must(set(file) == FILE and isinstance(file["objections"], list))
    must(is_count(record["number"], 1, 99_999) and is_count(record["clauses"], 0, 20_000))
    for text in (record["text"], *record["title"].values()):
        must(isinstance(text, str))
    must(isinstance(record["languages"], list) and all(isinstance(one, str) for one in record["languages"]))
    for own in leaves.values():
        must(isinstance(own, list))
        for leaf in own:
            must(isinstance(leaf, dict) and set(leaf) == LEAF and is_count(leaf["depth"], 0, 60))
            must(isinstance(leaf["clause"], str) and leaf["kind"] in KINDS)
            must(leaf["number"] is None or isinstance(leaf["number"], str))
            check_pieces(leaf["words"])


def check_words(file: dict) -> str:
    """The hash of the version, computed from its words."""
    check_shape(file)
    record, leaves = file["record"], file["leaves"]
    if record.get("format") != "parley-version/1" or not RECORD <= set(record) <= RECORD | {"corrects", "part"}:
        raise Wrong("the record is not one of a version")
    languages = record["languages"]
    if not languages or len(set(languages)) < len(languages) or set(leaves) != set(languages) or set(record["roots"]) != set(languages):
        raise Wrong("the languages of the file are not those of its record")
    for language in languages:
        if root_of(leaves[language]) != record["roots"][language]:
            raise Wrong(f'the words in "{language}" are not those that were hashed: something was changed')
        if len(leaves[language]) != record["clauses"]:
            raise Wrong(f'there are not {record["clauses"]} clauses in "{language}"')
    if root_of([{"language": one, "root": record["roots"][one]} for one in languages]) != record["root"]:
        raise Wrong("the record is not the one that was hashed")
    found = sha256(canonical(record).encode()).hex()
    if found != file["hash"]:
        raise Wrong("the record is not the one that was hashed")
    if unicodedata.normalize("NFC", canonical(leaves)) != canonical(leaves):
        raise Wrong("the words are not in Unicode's normal form C")
    return found


def statement_of(file: dict, mark: dict) -> str:
    return (
        f"parley {mark['kind']}\nversion {file['record']['number']}\nsha256 {file['hash']}\n"
        f"party {mark['party']}\nmember {mark['by']['member']}\n"
    )


def check_mark(file: dict, mark: dict) -> None:
    """Raises Wrong unless the passkey and the installation signed exactly this mark."""
    if mark["kind"] not in MARKS:
        raise Wrong(f"a mark of a kind that does not exist: {mark['kind']}")
    if set(mark) != MARK or set(mark["by"]) != {"seat", "member"} or set(mark["assertion"]) != ASSERTION:
        raise Wrong("the mark holds more or less than a mark does")
    statement = statement_of(file, mark)
    assertion = mark["assertion"]
    client_data = unbase64url(assertion["clientDataJSON"])
    said = parse(client_data)
    authenticator = unbase64url(assertion["authenticatorData"])
    signature = unbase64url(assertion["signature"])
    if said.get("type") != "webauthn.get" or said.get("challenge") != to_base64url(statement.encode()):
        raise Wrong("the passkey signed something else")
    if len(authenticator) < 37 or authenticator[:32] != sha256(mark["rp"].encode()):
        raise Wrong(f"the passkey was made for another host than {mark['rp']}")
    if authenticator[32] & 5 != 5:
        raise Wrong("the passkey did not verify that its holder was there")
    if not verify_passkey(mark["key"], authenticator + sha256(client_data), signature):
        raise Wrong("the signature of the passkey is not good")
    check_seal(file["log"], mark["seal"], statement + f"at {mark['at']}\npasskey {sha256(signature).hex()}\n")


def check_seal(key: str, note: str, text: str) -> None:
    name, key_id, encoded = key.split("+", 2)
    public = base64.b64decode(encoded, validate=True)
    if len(public) != 33 or public[0] != 1 or sha256(f"{name}\n".encode() + public)[:4].hex() != key_id:
        raise Wrong("the key of the log cannot be read")
    head, separator, lines = note.rpartition("\n\n")
    if not separator or head + "\n" != text or not lines.endswith("\n"):
        raise Wrong("the installation sealed something else")
    signed = False
    for line in lines[:-1].split("\n"):
        mark, by, encoded = line.split(" ")
        signature = base64.b64decode(encoded, validate=True)
        if mark != "\u2014" or not by or "+" in by or len(signature) < 5:
            raise Wrong("the seal beneath this mark cannot be read")
        if by == name and signature[:4].hex() == key_id and not signed:
            # Of several signatures by one key the first counts; lines of other keys say nothing.
            signed = verify_ed25519(public[1:], text.encode(), signature[4:])
            if not signed:
                break
    if not signed:
        raise Wrong("the installation's own signature beneath this mark is not good")


def thumbprint(key: dict) -> str:
    """The thumbprint of a passkey's public key (RFC 7638): what people compare."""
    return sha256(canonical(key).encode()).hex()


def plain(words) -> str:
    """The words of a clause as they are read, brackets in brackets."""
    if words is None:
        return "\u2026"
    parts = []
    for piece in words:
        if isinstance(piece, str):
            parts.append(piece)
        elif "placeholder" in piece:
            parts.append(f"[{piece['placeholder']}]")
        elif "bracket" in piece:
            sides = [
                ("Mediator: " if side.get("bridge") else ", ".join(side["by"]) + ": " if side["by"] else "") + plain(side["words"])
                for side in piece["bracket"]
            ]
            parts.append("[" + " | ".join(sides) + "]")
        elif "words" in piece:
            parts.append(piece["words"])
    return "".join(parts)


def read(path: str) -> dict:
    try:
        with open(path, "rb") as opened:
            file = parse(opened.read())
    except OSError as error:
        raise Wrong(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise Wrong(f"{path} is not JSON") from error
    if not isinstance(file, dict) or file.get("format") != "parley-version-file/1":
        raise Wrong(f"{path} is not a version that was taken home")
    return file


#: What a malformed file makes Python raise; to the reader it is all the same: the file is not what it should be.
MALFORMED = (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError, binascii.Error)


def verify(file: dict, expected=None, key=None):
    """The hash, and for each mark its sentence or None. Raises Wrong when the words are not those that were hashed."""
    try:
        found = check_words(file)
    except MALFORMED as error:
        raise Wrong("the record is not one of a version") from error
    if expected is not None and expected.lower() != found:
        raise Wrong(f"this is another version: the hash of its words is {found}")
    if key is not None and key != file.get("log"):
        raise Wrong("the marks are sealed with the key of another log")
    flaws = []
    if not isinstance(file.get("marks"), list) or len(file["marks"]) > 200:
        raise Wrong("the file does not say what was put to the version")
    for mark in file["marks"]:
        try:
            check_mark(file, mark)
            flaws.append(None)
        except Wrong as wrong:
            flaws.append(str(wrong))
        except MALFORMED:
            flaws.append("the mark cannot be read")
    return found, flaws


def say(line: str) -> None:
    """Prints a line; what would steer the terminal is written out."""
    print("".join(f"\\u{ord(c):04x}" if unicodedata.category(c) in ("Cc", "Cs") else c for c in line))


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description="Verifies a version of a negotiated text from its file.")
    parser.add_argument("file")
    parser.add_argument("--hash", help="the hash it must have, known from paper or from the other side")
    parser.add_argument("--key", help="the key of the room's log, as the record or the other side states it")
    parser.add_argument("--show", metavar="LANGUAGE", help="print the words in this language")
    asked = parser.parse_args(arguments)
    try:
        file = read(asked.file)
        found, flaws = verify(file, asked.hash, asked.key)
        if asked.show is not None and asked.show not in file["record"]["languages"]:
            raise Wrong(f'the version is not in "{asked.show}"')
    except Wrong as wrong:
        say(f"NOT verified: {wrong}")
        return 1
    record = file["record"]
    part = " (the agreed part)" if record.get("part") == "agreed" else ""
    say(f"SNT/Rev.{record['number']}{part}: {record['clauses']} clauses in {', '.join(record['languages'])}, words verified")
    say(f"sha256 {found}")
    for mark, flaw in zip(file["marks"], flaws):
        who = f"{mark.get('party')} {mark.get('kind')} {mark.get('at')}" if isinstance(mark, dict) else "a mark"
        say(f"good  {who}, key {thumbprint(mark['key'])}" if flaw is None else f"WRONG {who}: {flaw}")
    say(f"log key {file.get('log')}")
    if asked.show is not None:
        for leaf in file["leaves"][asked.show]:
            number = f"{leaf['number']} " if leaf["number"] else ""
            say("  " * leaf["depth"] + number + plain(leaf["words"]))
    return 0 if all(flaw is None for flaw in flaws) else 1


if __name__ == "__main__":
    sys.exit(main())
