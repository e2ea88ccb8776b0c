"""Judges documents by the components of an exported OpenAPI document: EXPORT_DIR DOCUMENTS FORM

A request is judged as it is written and an answer as it is read, which is a difference in 3.0 (`readOnly`, `writeOnly`). `format`
is not asserted, which is how the library does it: what is exported spells formats out.
"""

import json
import sys
from pathlib import Path
from typing import Any

from openapi_schema_validator import (
    OAS30ReadValidator,
    OAS30WriteValidator,
    OAS31Validator,
)
from referencing import Registry
from referencing.jsonschema import DRAFT4, DRAFT202012

TAG = "type"


def kind(form: str, root: str) -> Any:
    if form == "3.1":
        return OAS31Validator
    return OAS30WriteValidator if root == "ServiceRequest" else OAS30ReadValidator


def validators(directory: str, form: str) -> dict[str, Any]:
    """A validator for each component."""
    all_of_them = {}
    draft = DRAFT202012 if form == "3.1" else DRAFT4
    for path in sorted(Path(directory).glob(f"*.{form}.openapi.json")):
        whole = json.loads(path.read_text("utf-8"))
        name = f"urn:{path.name}"
        registry = Registry().with_resource(name, draft.create_resource(whole))
        for root, schema in whole["components"]["schemas"].items():
            kind(form, root).check_schema(schema)
            reference = {"$ref": f"{name}#/components/schemas/{root}"}
            all_of_them[root] = kind(form, root)(reference, registry=registry)
    return all_of_them


def number(text: str) -> int | float:
    """A number as a value. In 3.0 an integer is one that is written without a fraction, and Python keeps how it is written."""
    value = float(text)
    return int(value) if value.is_integer() else value


def first_error(root: str, validator: Any, value: Any) -> str | None:
    # The library looks for the tag in a dictionary, and raises an error where it has no hash.
    is_tagged = root == "ServiceRequest" and isinstance(value, dict)
    if is_tagged and isinstance(value.get(TAG), (dict, list)):
        return f"$.{TAG}: it is no string"
    error = next(validator.iter_errors(value), None)
    return None if error is None else f"{error.json_path}: {error.message}"


def main(directory: str, documents: str, form: str) -> None:
    judges = validators(directory, form)
    for line in Path(documents).read_text("utf-8").splitlines():
        document = json.loads(line)
        root = document["root"]
        value = json.loads(document["text"], parse_float=number)
        error = first_error(root, judges[root], value)
        verdict = {"id": document["id"], "valid": error is None}
        if error is not None:
            verdict["error"] = error
        print(json.dumps(verdict))


if __name__ == "__main__":
    main(*sys.argv[1:4])
