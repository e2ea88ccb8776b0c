def _not(test: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda text: not test(text)
