def _has_right_second(text: str) -> bool:
    """Say whether a second 60 ends a day of UTC, as every leap second does."""
    if text[17:19] != "60":
        return True
    minutes = int(text[11:13]) * 60 + int(text[14:16])
    if text[-1] not in "Zz":
        offset = int(text[-5:-3]) * 60 + int(text[-2:])
        minutes += offset if text[-6] == "-" else -offset
    return minutes % (24 * 60) == 23 * 60 + 59
