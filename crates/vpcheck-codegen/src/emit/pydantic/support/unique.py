def _frozen(value: Any) -> Hashable:
    """Make a value that equals another one where both are the same JSON."""
    if isinstance(value, BaseModel):
        value = value.model_dump(by_alias=True, exclude_unset=True)
    if isinstance(value, dict):
        return frozenset((name, _frozen(item)) for name, item in value.items())
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return (type(value).__name__ in ("bool", "NoneType"), value)


def _refuse_twice(items: list[Any]) -> list[Any]:
    if len({_frozen(item) for item in items}) < len(items):
        raise PydanticCustomError("unique_items", "List should have no item twice")
    return items
