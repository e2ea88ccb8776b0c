def _refuse_unused(value: object, info: ValidationInfo) -> object:
    if value is not None:
        raise PydanticCustomError(
            "unused_member",
            "`{member}` does not go together with what else is here: leave it out",
            {"member": info.field_name or "it"},
        )
    return value


_Unused: TypeAlias = Annotated[None, BeforeValidator(_refuse_unused)]
