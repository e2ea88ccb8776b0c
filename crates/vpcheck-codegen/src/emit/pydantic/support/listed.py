def _is_any_of(*texts: str) -> Callable[[str], bool]:
    return lambda text: text in texts
