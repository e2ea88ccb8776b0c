def _one_of(message: str, *tests: Callable[[str], bool]) -> AfterValidator:
    """Take strings of which one of the tests holds."""

    def check(text: str) -> str:
        if not any(test(text) for test in tests):
            raise PydanticCustomError("string_form", "{message}", {"message": message})
        return text

    return AfterValidator(check)
