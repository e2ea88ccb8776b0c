def _is_long(least: int, most: int | None = None) -> Callable[[str], bool]:
    return lambda text: least <= len(text) and (most is None or len(text) <= most)
