"""Makes the certificate of one start of the embedded cluster: self-signed, for the loopback address, gone with the server.

It is here because Go clients send no token to a server without TLS, and a library for one signature would cost more memory than the server.
This is no place to take cryptography from: nothing in it is hardened against an observer on the same machine, from whom loopback traffic of
this kind has nothing to hide that its owner could not read anyway.

Source: RFC 5280 (certificate), RFC 5915 (key), SEC 1 (ECDSA), FIPS 186-4 (curve P-256).
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from datetime import datetime, timedelta, timezone
from ipaddress import IPv4Address

_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_A = _P - 3
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
_CURVE = "1.2.840.10045.3.1.7"
_PUBLIC_KEY = "1.2.840.10045.2.1"
_SIGNATURE = "1.2.840.10045.4.3.2"

Point = tuple[int, int] | None


def make(name: str = "kpod-local", *, days: int = 365) -> tuple[bytes, bytes]:
    """Return a certificate and its key, both as PEM, for 127.0.0.1 and localhost.

    Args:
        name: the common name.
        days: how long it is valid.
    """
    private = secrets.randbelow(_N - 1) + 1
    x, y = _multiply(private, _G) or (0, 0)
    public = b"\4" + x.to_bytes(32, "big") + y.to_bytes(32, "big")
    algorithm = _sequence(_oid(_SIGNATURE))
    subject = _sequence(_der(0x31, _sequence(_oid("2.5.4.3"), _der(0x0C, name.encode()))))
    now = datetime.now(timezone.utc)
    validity = _sequence(*(_der(0x18, each.strftime("%Y%m%d%H%M%SZ").encode()) for each in _period(now, days)))
    key_info = _sequence(_sequence(_oid(_PUBLIC_KEY), _oid(_CURVE)), _bits(public))
    serial = _integer(secrets.randbits(120) | 1)
    body = _sequence(_der(0xA0, _integer(2)), serial, algorithm, subject, validity, subject, key_info, _der(0xA3, _extensions(public)))
    certificate = _sequence(body, algorithm, _bits(_sign(private, body)))
    curve, point = _der(0xA0, _oid(_CURVE)), _der(0xA1, _bits(public))
    key = _sequence(_integer(1), _der(0x04, private.to_bytes(32, "big")), curve, point)
    return _pem("CERTIFICATE", certificate), _pem("EC PRIVATE KEY", key)


def _period(now: datetime, days: int) -> tuple[datetime, datetime]:
    return now - timedelta(hours=1), now + timedelta(days=days)


def _extensions(public: bytes) -> bytes:
    identity = hashlib.sha256(public).digest()[:20]
    names = _sequence(_der(0x82, b"localhost"), _der(0x87, IPv4Address("127.0.0.1").packed))
    authority = _sequence(_der(0x80, identity))
    every = (
        ("2.5.29.19", True, _sequence(_der(0x01, b"\xff"))),  # basicConstraints: its own authority
        ("2.5.29.15", True, _der(0x03, b"\2\x84")),  # keyUsage: digitalSignature, keyCertSign
        ("2.5.29.37", False, _sequence(_oid("1.3.6.1.5.5.7.3.1"))),  # extKeyUsage: serverAuth
        ("2.5.29.17", False, names),
        ("2.5.29.14", False, _der(0x04, identity)),
        ("2.5.29.35", False, authority),
    )
    return _sequence(*(_sequence(_oid(oid), _der(0x01, b"\xff") if must else b"", _der(0x04, value)) for oid, must, value in every))


# the curve


def _add(one: Point, other: Point) -> Point:
    if one is None or other is None:
        return other if one is None else one
    (x, y), (u, v) = one, other
    if x == u:
        if (y + v) % _P == 0:
            return None
        slope = (3 * x * x + _A) * pow(2 * y, -1, _P) % _P
    else:
        slope = (v - y) * pow(u - x, -1, _P) % _P
    w = (slope * slope - x - u) % _P
    return w, (slope * (x - w) - y) % _P


def _multiply(times: int, point: Point) -> Point:
    result: Point = None
    while times:
        if times & 1:
            result = _add(result, point)
        point = _add(point, point)
        times >>= 1
    return result


def _sign(private: int, message: bytes) -> bytes:
    digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
    while True:
        nonce = secrets.randbelow(_N - 1) + 1
        r = (_multiply(nonce, _G) or (0, 0))[0] % _N
        s = pow(nonce, -1, _N) * (digest + r * private) % _N
        if r and s:
            return _sequence(_integer(r), _integer(s))


# DER


def _der(tag: int, content: bytes) -> bytes:
    size = len(content)
    if size < 128:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + content


def _sequence(*parts: bytes) -> bytes:
    return _der(0x30, b"".join(parts))


def _integer(value: int) -> bytes:
    return _der(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _bits(content: bytes) -> bytes:
    return _der(0x03, b"\0" + content)


def _oid(text: str) -> bytes:
    first, second, *rest = (int(part) for part in text.split("."))
    content = bytes((first * 40 + second,))
    for number in rest:
        groups = [number & 0x7F]
        while number := number >> 7:
            groups.append(number & 0x7F | 0x80)
        content += bytes(reversed(groups))
    return _der(0x06, content)


def _pem(word: str, content: bytes) -> bytes:
    text = base64.encodebytes(content).decode().replace("\n", "")
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "\n".join((f"-----BEGIN {word}-----", *lines, f"-----END {word}-----", "")).encode()
