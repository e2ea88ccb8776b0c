def _none_of(*values: Any) -> AfterValidator:
    """Refuse some values of a type."""

    def check(value: Any) -> Any:
        if any(
            value == other and isinstance(value, bool) == isinstance(other, bool)
            for other in values
        ):
            raise PydanticCustomError("excluded_value", "Input should be another value")
        return value

    return AfterValidator(check)
