"""Short names for contents: the same contents have the same digest, others have another."""

from collections.abc import Iterable
from hashlib import blake2b

SIZE = 16  # bytes of a digest


def digest(parts: Iterable[bytes | str]) -> bytes:
    """One digest of several texts; where one ends and the next begins counts."""
    contents = [part.encode() if isinstance(part, str) else part for part in parts]
    made = blake2b(repr(list(map(len, contents))).encode(), digest_size=SIZE)
    made.update(b"".join(contents))
    return made.digest()
