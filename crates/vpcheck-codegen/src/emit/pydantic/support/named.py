class _Named:
    """What members have to be, by the patterns that their names match."""

    def __init__(self, rules: Callable[[], tuple[list[tuple[str, Any]], Any]]) -> None:
        self._rules = rules
        self._tests: list[tuple[Callable[[str], bool], TypeAdapter[Any]]] = []
        self._other: TypeAdapter[Any] | None = None

    def check(self, members: dict[str, Any]) -> dict[str, Any]:
        """Check the members, and put in their place what they are."""
        if self._other is None:
            patterns, other = self._rules()
            self._tests = [(_matches(one), TypeAdapter(kind)) for one, kind in patterns]
            self._other = TypeAdapter(other)
        for name, value in members.items():
            kinds = [kind for matches, kind in self._tests if matches(name)]
            for kind in kinds or [self._other]:
                members[name] = kind.validate_python(value, strict=True)
        return members
