    @model_validator(mode="wrap")
    @classmethod
    def _keep_names(
        cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Take what a document has under the name of an attribute for what it is."""
        fields = cls.model_fields
        wire = {str(field.validation_alias or name) for name, field in fields.items()}
        if info.mode != "json" or not isinstance(value, dict):
            return handler(value)
        others = [name for name in value if name in fields and name not in wire]
        if not others:
            return handler(value)
        hidden = {name: f"{name}\0" for name in others}
        model = handler({hidden.get(name, name): item for name, item in value.items()})
        extra = model.__pydantic_extra__
        if extra is not None:
            extra.update({name: extra.pop(key) for name, key in hidden.items()})
        return model
