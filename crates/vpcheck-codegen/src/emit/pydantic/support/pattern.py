def _matches(pattern: str) -> Callable[[str], bool]:
    """Test strings with the regular expressions that pydantic has for constraints."""
    return SchemaValidator(core_schema.str_schema(pattern=pattern)).isinstance_python
