"""Judges documents by an exported JSON Schema with jsonschema: EXPORT_DIR DOCUMENTS FORM

`format` is not asserted, which is how the library does it: what is exported spells formats out.
"""

import json
import sys
from pathlib import Path

from exported_schemas import by_root
from jsonschema.validators import validator_for


def main(directory: str, documents: str, form: str) -> None:
    validators = {}
    for root, schema in by_root(directory, form).items():
        kind = validator_for(schema)
        kind.check_schema(schema)
        validators[root] = kind(schema)
    for line in Path(documents).read_text("utf-8").splitlines():
        document = json.loads(line)
        value = json.loads(document["text"])
        error = next(validators[document["root"]].iter_errors(value), None)
        verdict = {"id": document["id"], "valid": error is None}
        if error is not None:
            verdict["error"] = f"{error.json_path}: {error.message}"
        print(json.dumps(verdict))


if __name__ == "__main__":
    main(*sys.argv[1:])
