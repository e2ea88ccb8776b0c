def _refuse_any(value: object, info: ValidationInfo) -> object:
    raise PydanticCustomError(
        "unused_member",
        "`{member}` does not go together with what else is here: leave it out",
        {"member": info.field_name or "it"},
    )


_Nothing: TypeAlias = Annotated[None, BeforeValidator(_refuse_any)]
