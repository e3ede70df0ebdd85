"""Where the key of a ledger comes from: seed → key.

Without a password the seed is the published constant below. It hides nothing and is not meant to: every page carries a
seal (HMAC) made with the key, so that a single changed bit anywhere in the file is noticed. A password changes one thing
only, the seed: it becomes scrypt(password, salt = the file's first 16 bytes).
"""

import hashlib
import hmac

PUBLISHED_SEED = b"mamoricho: no password; damage is noticed, nothing is hidden"


def raw_key(seed: bytes = PUBLISHED_SEED) -> str:
    """The 32 bytes that the pages are encrypted and sealed with, as hex."""
    return hkdf(seed, b"mamoricho ledger v1").hex()


def hkdf(seed: bytes, info: bytes) -> bytes:
    """HKDF-SHA256 (RFC 5869) without a salt, its first 32 bytes."""
    extracted = hmac.digest(bytes(32), seed, hashlib.sha256)
    return hmac.digest(extracted, info + b"\x01", hashlib.sha256)
