"""Judges documents by exported models of pydantic: pydantic_models.py EXPORT_DIR DOCUMENTS FORM"""

import importlib
import json
import sys

from pydantic import TypeAdapter, ValidationError

directory, documents = sys.argv[1:3]
sys.path.insert(0, directory)

MODULES = {"ServiceRequest": "service_request", "Bindings": "wrangler"}
adapters = {}


def adapter(root: str) -> TypeAdapter:
    """Find what reads the documents of a definition."""
    module = importlib.import_module(MODULES.get(root, "service_response"))
    return TypeAdapter(getattr(module, root))


with open(documents, encoding="utf-8") as lines:
    for line in lines:
        document = json.loads(line)
        root = document["root"]
        if root not in adapters:
            adapters[root] = adapter(root)
        verdict = {"id": document["id"], "valid": True}
        try:
            value = adapters[root].validate_json(document["text"])
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            verdict |= {"valid": False, "error": f"{place}: {first['msg']}"}
        else:
            # What was read is what is written back.
            written = adapters[root].dump_json(value, by_alias=True, exclude_unset=True)
            if json.loads(written) != json.loads(document["text"]):
                verdict |= {"valid": False, "error": f"written back as {written!r}"}
        print(json.dumps(verdict))
