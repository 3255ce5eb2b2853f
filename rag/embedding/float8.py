"""The 8-bit numbers that the bundled model is stored in."""

import math


def float8(code: int) -> float:
    """The value of a float8 e4m3fn byte: sign, 4 bits of exponent, 3 of mantissa (https://arxiv.org/abs/2209.05433).

    >>> float8(0x38), float8(0xC4), float8(0x01)
    (1.0, -3.0, 0.001953125)
    """
    sign, exponent, mantissa = -1.0 if code & 0x80 else 1.0, (code >> 3) & 0xF, code & 0x7
    if exponent == 0:
        return sign * mantissa * 2.0**-9
    return math.nan if code & 0x7F == 0x7F else sign * (1 + mantissa / 8) * 2.0 ** (exponent - 7)
