def _is(kind: Any) -> Callable[[str], bool]:
    """Test strings by a type."""
    adapter: TypeAdapter[str] = TypeAdapter(kind)

    def test(text: str) -> bool:
        try:
            adapter.validate_python(text)
        except ValidationError:
            return False
        return True

    return test
