class _ClosedModel(_Model):
    """A model that takes no other members than those that are listed."""

    model_config = ConfigDict(extra="forbid")
