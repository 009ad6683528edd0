#!/usr/bin/env python3
"""Checks that a consent record is under a seal, with nothing of Kiosque's and nothing but Python's standard library.

usage: verify-proof.py PROOF.json [ROOTS.txt]

PROOF.json is what /api/v1/consent/ledger/proofs/{id} answers. ROOTS.txt are published roots (/choix/v1/ledger/roots),
got at an earlier time or from somebody else: then the seal must be the one that was published.
"""
import base64
import hashlib
import json
import sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    k = D * x1 * x2 * y1 * y2 % P
    return ((x1 * y2 + x2 * y1) * pow(1 + k, P - 2, P) % P, (y1 * y2 + x1 * x2) * pow(1 - k, P - 2, P) % P)


def times(n, point):
    result = (0, 1)
    while n:
        if n & 1:
            result = add(result, point)
        point = add(point, point)
        n >>= 1
    return result


def decode(data):
    y = int.from_bytes(data, "little") & (2**255 - 1)
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - xx) % P:
        raise ValueError("not a point")
    return (P - x if x & 1 != data[31] >> 7 else x, y)


def signed(public, message, signature):
    """RFC 8032, section 5.1.7."""
    base = decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    return times(s, base) == add(decode(signature[:32]), times(h, decode(public)))


def main(proof_file, roots_file=None):
    with open(proof_file, encoding="utf-8") as file:
        proof = json.load(file)
    node = hashlib.sha256(b"\0" + hashlib.sha256(proof["record"].encode()).digest()).digest()
    for step in proof["path"]:
        other = bytes.fromhex(step["hash"])
        node = hashlib.sha256(b"\1" + (other + node if step["side"] == "LEFT" else node + other)).digest()
    kind, number, _, total, root, *_ = proof["seal"].split("\n")
    if kind != "kiosque-seal-v1" or node.hex() != root:
        sys.exit("WRONG: the record does not lead to the root that was signed")
    if not signed(from_base64url(proof["key"]["x"]), proof["seal"].encode(), from_base64url(proof["signature"])):
        sys.exit("WRONG: the seal is not signed with this key")
    if roots_file:
        with open(roots_file, encoding="ascii") as file:
            published = {line.split()[0]: line.split()[2] for line in file if line.strip()}
        if published.get(number) != hashlib.sha256(proof["seal"].encode()).hexdigest():
            sys.exit("WRONG: this seal is not the one that was published")
    print(f"RIGHT: the record is one of the {total} under seal {number}")


if __name__ == "__main__":
    main(*sys.argv[1:])
