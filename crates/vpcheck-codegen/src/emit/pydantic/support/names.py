def _check_names(model: BaseModel, *tests: Callable[[str], bool]) -> None:
    for name in model.model_extra or {}:
        if not any(test(name) for test in tests):
            raise PydanticCustomError(
                "member_name", "There is no member `{name}`", {"name": name}
            )
