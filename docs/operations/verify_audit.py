#!/usr/bin/env python3
"""Checks an export of ChangeGuard's audit trail: python3 verify_audit.py export.jsonl

Needs nothing but Python. Checks everything but signatures, for which Python's standard library has no Ed25519:
`changeguard audit verify --public-key` does. Ends with 0 when the export is intact, 1 when it is not.
"""
import hashlib
import json
import re
import sys

GENESIS = "0" * 64
LINE = re.compile(
    rb'\{"seq":([1-9]\d*),"prev":"([0-9a-f]{64})","digest":"([0-9a-f]{64})",'
    rb'"hash":"([0-9a-f]{64})","salt":(?:null|"([0-9a-f]+)"),"record":(.*)\}',
    re.DOTALL,
)


class Bad(Exception):
    pass


def want(holds, reason):
    if not holds:
        raise Bad(reason)


def removed_by(record):
    """Places whose content a record says is gone."""
    if b'"action" : "audit.' not in record:
        return set()
    told = json.loads(record)
    if told["action"] not in ("audit.erased", "audit.purged") or told["outcome"] != "success":
        return set()
    return {tuple(ends) for ends in told["after"]["ranges"]}


def check(lines):
    part = None  # [header, records, hash of hashes] while its trailer is awaited
    last_seq, last_hash, selection = None, None, None
    missing, removals, count = [], set(), 0
    for number, line in enumerate(lines, 1):
        try:
            match = LINE.fullmatch(line)
            if match:
                want(part, "the header is missing")
                seq, salt, record = int(match[1]), match[5], match[6]
                prev, digest, link = (bytes.fromhex(match[n].decode()) for n in (2, 3, 4))
                if selection is None:
                    want(seq == last_seq + 1, "a record is missing, inserted or out of its place here")
                    want(prev.hex() == last_hash, "it does not follow the record before it")
                else:
                    want(seq > last_seq, "out of its place")
                want(hashlib.sha256(prev + seq.to_bytes(8, "big") + digest).digest() == link, "wrong hash")
                if record == b"null" and salt is None:
                    want(selection is None, "the content is missing")
                    missing.append(seq)
                else:
                    content = bytes.fromhex(salt.decode() if salt else "") + record
                    want(hashlib.sha256(content).digest() == digest, "its content is not what was sealed")
                    removals |= removed_by(record)
                last_seq, last_hash, count = seq, link.hex(), count + 1
                part[1] += 1
                part[2].update(link)
                continue
            told = json.loads(line)
            if "trailer" in told:
                want(part, "the header is missing")
                says = told["trailer"]
                is_so = (part[0]["fromSeq"], last_seq, last_hash, part[1], part[2].hexdigest(), selection)
                names = ("fromSeq", "toSeq", "hash", "records", "lines", "selection")
                want(is_so == tuple(says[name] for name in names), "the trailer speaks of other lines than these")
                part = None
                continue
            want(told["changeguardAudit"] == 1, "another format")
            if last_seq is None:
                last_seq, last_hash, selection = told["fromSeq"] - 1, told["prev"], told["selection"]
                want(selection or told["fromSeq"] > 1 or last_hash == GENESIS, "nothing goes before the first record")
            elif selection is None:
                goes_on = told["fromSeq"] == last_seq + 1 and told["prev"] == last_hash
                want(goes_on, "this part does not go on where the last one ended")
            else:
                want(part is None, "the trailer is missing")
            want(told["selection"] == selection, "another selection")
            part = [told, 0, hashlib.sha256()]
        except (Bad, ValueError, KeyError, TypeError) as error:
            return "BROKEN. Line %d: %s." % (number, error)
    if part or last_seq is None:
        return "BROKEN. At the end: the trailer is missing."
    for seq in missing:
        if not any(first <= seq <= last for first, last in removals):
            return "BROKEN. Record %d: its content is gone, and no erasure or purge says so." % seq
    print("Intact: %d records, up to %d; the content of %d is erased or purged." % (count, last_seq, len(missing)))
    return None


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as export:
        sys.exit(check(line.rstrip(b"\n") for line in export))
