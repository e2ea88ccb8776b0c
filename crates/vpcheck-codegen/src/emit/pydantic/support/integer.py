def _without_fraction(value: object) -> object:
    """Read `80.0` as JSON Schema does: it is an integer."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


_Integer: TypeAlias = Annotated[int, BeforeValidator(_without_fraction)]
