def _refuse_null(value: object, info: ValidationInfo) -> object:
    if value is None:
        raise PydanticCustomError(
            "null_member",
            "`{member}` is null: leave it out, or give it a value",
            {"member": info.field_name or "it"},
        )
    return value


_T = TypeVar("_T")
_Omittable: TypeAlias = Annotated[_T | None, BeforeValidator(_refuse_null)]
