"""Judges requests and answers by the operations of exported OpenAPI documents: EXPORT_DIR EXCHANGES FORM

EXCHANGES has a line {"method": …, "target": …, "body": …, "status": "200 OK", "answer": …} for each request; it prints a line
{"request": true, "response": true} for each, or what is wrong in place of true.
"""

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from openapi_core import OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.testing import MockRequest, MockResponse

HOST = "https://api.cloudflare.com"


def first(error: OpenAPIError) -> str:
    """What is wrong, with the first reason that is below it."""
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    reasons = [str(reason.message) for reason in getattr(cause, "schema_errors", [])]
    return f"{type(error).__name__}: {(reasons or [str(cause)])[0]}"


def judged(judge: Any, *what: Any) -> bool | str:
    try:
        judge(*what)
    except OpenAPIError as error:
        return first(error)
    return True


def main(directory: str, exchanges: str, form: str) -> None:
    api = OpenAPI.from_file_path(str(Path(directory, f"service.{form}.openapi.json")))
    for line in Path(exchanges).read_text("utf-8").splitlines():
        exchange = json.loads(line)
        target = urlsplit(exchange["target"])
        body = exchange.get("body")
        request = MockRequest(
            HOST,
            exchange["method"].lower(),
            target.path,
            args=dict(parse_qsl(target.query)),
            content_type=exchange.get("content_type", "application/json") if body is not None else "",
            data=None if body is None else body.encode(),
            headers={"Authorization": "Bearer none"},
        )
        answer = MockResponse(exchange["answer"].encode(), status_code=int(exchange["status"][:3]))
        verdict = {
            "request": judged(api.validate_request, request),
            "response": judged(api.validate_response, request, answer),
        }
        print(json.dumps(verdict))


if __name__ == "__main__":
    main(*sys.argv[1:])
