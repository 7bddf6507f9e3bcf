"""Google's own description of its calendar, as OpenAPI, so that a proxy can hold our client and the simulator to it.

    pip install google-api-python-client
    python google_description.py > calendar.json
    npx @stoplight/prism-cli proxy calendar.json http://127.0.0.1:9100/google --port 9190
    HOTLEADS_GOOGLE_BASE_URL=http://127.0.0.1:9190 ./hotleads demo

The proxy says each difference in its log and in the header sl-violations.
"""

import json
import re
from pathlib import Path

import googleapiclient

DESCRIPTION = Path(googleapiclient.__file__).parent / "discovery_cache/documents/calendar.v3.json"
# What OpenAPI 3 has under the same name.
PLAIN = ("type", "format", "enum", "description", "default", "pattern")
NUMBERS = {"minimum", "maximum"}


def schema(of):
    if "$ref" in of:
        return {"$ref": "#/components/schemas/" + of["$ref"]}
    shown = {name: of[name] for name in PLAIN if name in of}
    shown |= {name: int(of[name]) for name in NUMBERS if name in of}
    if shown.get("type") == "any":
        del shown["type"]
    if shown.get("type") in ("integer", "number", "boolean") and "default" in shown:
        shown["default"] = json.loads(shown["default"].lower())
    if "properties" in of:
        shown["properties"] = {name: schema(one) for name, one in of["properties"].items()}
    if "items" in of:
        shown["items"] = schema(of["items"])
    if "additionalProperties" in of:
        shown["additionalProperties"] = schema(of["additionalProperties"])
    return shown


def parameter(name, of):
    one = {key: value for key, value in schema(of).items() if key != "description"}
    if of.get("repeated"):
        one = {"type": "array", "items": one}
    return {"name": name, "in": of["location"], "required": of.get("required", False), "schema": one}


def content(of):
    return {"application/json": {"schema": schema(of)}}


def operation(method):
    answer = {"description": "As asked."}
    if "response" in method:
        answer["content"] = content(method["response"])
    # Google describes no refusal.
    shown = {
        "operationId": method["id"],
        "parameters": [parameter(name, of) for name, of in method.get("parameters", {}).items()],
        "responses": {"2XX": answer, "default": {"description": "A refusal."}},
    }
    if "request" in method:
        shown["requestBody"] = {"content": content(method["request"])}
    return shown


def methods(resource):
    yield from resource.get("methods", {}).values()
    for within in resource.get("resources", {}).values():
        yield from methods(within)


def main():
    google = json.loads(DESCRIPTION.read_text())
    paths = {}
    for method in methods(google):
        path = "/" + google["servicePath"] + re.sub(r"\{\+?(\w+)\}", r"{\1}", method["path"])
        paths.setdefault(path, {})[method["httpMethod"].lower()] = operation(method)
    print(
        json.dumps(
            {
                "openapi": "3.0.3",
                "info": {"title": google["title"], "version": google["revision"]},
                "paths": paths,
                "components": {"schemas": {name: schema(of) for name, of in google["schemas"].items()}},
            },
            indent=1,
        )
    )


main()
