def _refuse(*patterns: str) -> AfterValidator:
    """Refuse strings that match a pattern."""
    tests = [(pattern, _matches(pattern)) for pattern in patterns]

    def check(text: str) -> str:
        for pattern, matches in tests:
            if matches(text):
                raise PydanticCustomError(
                    "string_pattern",
                    "String should not match pattern '{pattern}'",
                    {"pattern": pattern},
                )
        return text

    return AfterValidator(check)
