class _Model(BaseModel):
    """What all models have in common: nothing is converted, and nothing is lost."""

    model_config = ConfigDict(
        allow_inf_nan=False,
        extra="allow",
        populate_by_name=True,
        protected_namespaces=(),
        strict=True,
        use_attribute_docstrings=True,
        validate_assignment=True,
    )
