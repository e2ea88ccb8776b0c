class _Arms:
    """Finds the arm of a union by which members are there."""

    def __init__(
        self,
        arms: dict[str, list[str]],
        attributes: dict[str, str],
        *,
        null_is_absent: bool,
    ) -> None:
        self._arms = arms
        self._attributes = attributes
        self._null_is_absent = null_is_absent

    def find(self, value: Any) -> str | None:
        """Name the arm."""
        given = self._given(value)
        for arm, members in self._arms.items():
            if members == given:
                return arm
        return None

    def check(self, value: Any) -> Any:
        """Say which members exclude each other, or which one is missing."""
        if not isinstance(value, (BaseModel, Mapping)):
            raise PydanticCustomError("object_type", "Input should be an object")
        if self.find(value) is None:
            given = self._given(value)
            choices = ", or ".join(
                " and ".join(f"`{member}`" for member in members) or "none of them"
                for members in self._arms.values()
            )
            here = " and ".join(f"`{member}`" for member in given)
            raise PydanticCustomError(
                "exclusive_members",
                "Input has {here}: right is {choices}",
                {"here": here or "none of its members", "choices": choices},
            )
        return value

    def _given(self, value: Any) -> list[str]:
        if isinstance(value, BaseModel):
            value = value.model_dump(by_alias=True, exclude_unset=True)
        if not isinstance(value, Mapping):
            return []
        given = []
        for member, attribute in self._attributes.items():
            for name in (member, attribute):
                if name in value and not (self._null_is_absent and value[name] is None):
                    given.append(member)
                    break
        return given
