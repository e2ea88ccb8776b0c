"""The JSON Schemas of one form that are in a directory, by the definition that each judges."""

import json
from pathlib import Path
from typing import Any


def by_root(directory: str, form: str) -> dict[str, dict[str, Any]]:
    """A schema for each definition: the file itself where that is its root."""
    schemas: dict[str, dict[str, Any]] = {}
    for path in sorted(Path(directory).glob(f"*.{form}.schema.json")):
        whole = json.loads(path.read_text("utf-8"))
        place = "$defs" if "$defs" in whole else "definitions"
        main = whole["$ref"] if "$ref" in whole else whole["allOf"][0]["$ref"]
        for root in whole[place]:
            only = {key: whole[key] for key in ("$schema", place)}
            schemas[root] = {**only, "$ref": f"#/{place}/{root}"}
        schemas[main.split("/")[-1]] = whole
    return schemas
