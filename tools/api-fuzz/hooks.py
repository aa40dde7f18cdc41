"""What Schemathesis cannot know of the API."""

import schemathesis
from schemathesis.openapi.checks import RejectedPositiveData

# Records that sample-store.ts puts there: chance does not find any.
KNOWN_IDS = {
    "videos": "known-video",
    "analyses": "known-analysis",
    "incidents": "known-incident",
    "profiles": "known-profile",
}

# Rules between a value and what the server knows, which a schema has no words for.
RULES_BEYOND_SCHEMAS = (
    "cursor is none of this list",
    "would have run out already",
    "upload-length",
    "is no time zone",
    "is not set up: an administrator sets",
    "either a data set or a label set",
)


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    operation = context.operation
    if not path_parameters or "id" not in path_parameters or operation is None:
        return path_parameters
    parts = operation.path.split("/")
    known = KNOWN_IDS.get(parts[3]) if len(parts) > 3 else None
    # Every other id, by its length, so that the choice belongs to the example; nothing known is removed.
    if known is None or operation.method.upper() == "DELETE" or len(str(path_parameters["id"])) % 2 == 1:
        return path_parameters
    return {**path_parameters, "id": known}


@schemathesis.hook
def filter_failure(context, failure, case, response):
    if not isinstance(failure, RejectedPositiveData) or response.status_code != 400:
        return True
    return not any(rule in response.text.lower() for rule in RULES_BEYOND_SCHEMAS)


@schemathesis.serializer("application/offset+octet-stream")
def upload_bytes(context, value):
    return value if isinstance(value, bytes) else str(value).encode()


@schemathesis.deserializer(
    "text/html", "application/octet-stream", "image/jpeg", "video/mp4"
)
def any_bytes(context, response):
    return response.content.decode("latin-1")
