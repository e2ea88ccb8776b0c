def _check_count(model: BaseModel, least: int, most: int | None) -> None:
    count = len(model.model_fields_set)
    if count < least or (most is not None and count > most):
        raise PydanticCustomError(
            "member_count",
            "Object should have {least} to {most} members",
            {"least": least, "most": "any number of" if most is None else most},
        )
