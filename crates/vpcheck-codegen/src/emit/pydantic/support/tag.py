def _by_tag(
    member: str,
    attribute: str,
    arms: list[tuple[str | int, str]],
    other: str | None = None,
) -> Discriminator:
    """Find the arm of a union by the value of a member, or take the one for others."""

    def find(value: Any) -> str | None:
        if isinstance(value, BaseModel):
            tag = getattr(value, attribute, None)
        elif isinstance(value, dict):
            tag = value.get(member, value.get(attribute))
        else:
            tag = None
        for known, arm in arms:
            if tag == known and isinstance(tag, bool) == isinstance(known, bool):
                return arm
        return other

    known = " or ".join(f"`{str(tag).lower()}`" for tag, _ in arms)
    return Discriminator(
        find,
        custom_error_type="unknown_arm",
        custom_error_message=f"`{member}` is needed, and is {known}",
    )
