"""Sends services by the package of PyPI `cloudflare`, and says what became of each: BASE_URL ACCOUNT

It prints a line for each call: {"operation": …, "name": …, "outcome": "read", "refused" or "failed", "said": …}.
"""

import json
import re
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from cloudflare import BadRequestError, Cloudflare, omit

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def has(answer: Any, sent: dict[str, Any]) -> None:
    """What was sent has to be in the answer; null is as good as absent."""
    for name, value in sent.items():
        there = getattr(answer, name, None)
        if value is None or value is omit:
            assert there is None, name
        elif isinstance(value, dict):
            has(there, value)
        else:
            assert there == value, f"{name} is {there}"


def whole(answer: Any, sent: dict[str, Any]) -> None:
    has(answer, sent)
    assert ID.fullmatch(answer.service_id), "service_id"
    assert isinstance(answer.created_at, datetime), "created_at"
    assert answer.created_at < answer.updated_at, "updated_at"


def call(operation: str, name: str, work: Callable[[], Any]) -> Any:
    """Makes a call and tells what became of it."""
    told = {"operation": operation, "name": name, "outcome": "read"}
    result = None
    try:
        result = work()
    except BadRequestError as error:
        first = error.errors[0]
        told |= {"outcome": "refused", "said": first.message}
    except Exception as error:  # noqa: BLE001: whatever it is, it is told.
        told |= {"outcome": "failed", "said": repr(error)}
    print(json.dumps(told))
    return result


def main(base_url: str, account: str) -> None:
    # By itself the package keeps what is not as its types have it.
    client = Cloudflare(
        api_token="none",
        base_url=base_url,
        max_retries=0,
        _strict_response_validation=True,
    )
    services = client.connectivity.directory.services
    kept: list[str] = []

    def create(body: dict[str, Any]) -> Any:
        answer = services.create(account_id=account, **body)
        whole(answer, body)
        return answer

    def update(service_id: str, body: dict[str, Any]) -> None:
        whole(services.update(service_id, account_id=account, **body), body)

    def get(service_id: str, created: Any) -> None:
        answer = services.get(service_id, account_id=account)
        assert answer.to_dict() == created.to_dict(), "it is another service"

    def listed() -> list[str]:
        return [service.service_id for service in services.list(account_id=account, per_page=1000)]

    def all_of_them() -> None:
        assert listed() == kept, "they are others"

    def delete(service_id: str) -> None:
        services.delete(service_id, account_id=account)
        assert listed() == kept[1:], "another was deleted"

    for line in Path(__file__).with_name("services.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        name = row["name"]
        body = {"name": name} | row["service"] | dict.fromkeys(row.get("unset", []), omit)
        created = call("create", name, lambda: create(body))  # noqa: B023: it is called at once.
        if created is None:
            continue
        kept.append(created.service_id)
        call("update", name, lambda: update(created.service_id, body))  # noqa: B023
        call("get", name, lambda: get(created.service_id, created))  # noqa: B023
    call("list", "all", all_of_them)
    call("delete", "first", lambda: delete(kept[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
