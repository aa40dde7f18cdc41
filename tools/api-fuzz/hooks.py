"""What Schemathesis cannot know of the API."""

import atexit
import collections
import json
import os

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import RejectedPositiveData

# What run.ts knows: the credentials of the run, and records that only the services can make.
FACTS = json.loads(os.environ["VIGIL_FUZZ_FACTS"])

# Records that sample-store.ts puts there, by the part of the address before the id: chance does not find any.
KNOWN_IDS = {
    "videos": "known-video",
    "analyses": "known-analysis",
    "incidents": "known-incident",
    "profiles": "known-profile",
    "corrections": "known-correction",
    "evaluations": "known-evaluation",
    "label-sets": "known-labels",
    "rules": "known-rule",
    "deliveries": "known-delivery",
    "jobs": "known-job",
    "uploads": FACTS["upload"],
    "users": FACTS["user"],
}

# Those that an operation needs in a state of its own.
KNOWN_IDS_OF = {
    "POST /api/v1/analyses/{id}/cancel": "queued-analysis",
    "POST /api/v1/profiles/{id}/learning": "taught-profile",
    "POST /api/v1/profiles/{id}/undo": "undone-profile",
}

# The same in bodies, by the name of the field.
KNOWN_VALUES = {
    "videoId": "known-video",
    "profileId": "known-profile",
    "analysisId": "known-analysis",
    "labelSetId": "known-labels",
    "incidentIds": ["known-incident"],
    "ids": ["known-incident"],
    "revision": 1,
}

# Rules between a value and what the server knows, which a schema has no words for.
RULES_BEYOND_SCHEMAS = (
    "cursor is none of this list",
    "would have run out already",
    "upload-length",
    "is no time zone",
    "is not set up: an administrator sets",
    "either a data set or a label set",
    "ends before it begins",
    "cover at most 400 days",
    "what is learned from is wholly normal",
    "a video is in a set once",
    "ends after it starts",
)


# How often each operation was answered with each status, for answers.ts.
answers = collections.defaultdict(collections.Counter)


@schemathesis.hook
def after_call(context, case, response):
    # methods that an address does not have are tried under the name of one that it has
    if case.method.upper() == case.operation.method.upper():
        answers[case.operation.label][response.status_code] += 1


@atexit.register
def write_answers():
    with open("answers.jsonl", "a", encoding="utf-8") as file:
        file.write(json.dumps(answers) + "\n")


@schemathesis.auth()
class Credentials:
    """The key of the run; where only people may ask, its session."""

    def get(self, case, context):
        return FACTS

    def set(self, case, facts, context):
        if is_for_people_only(case.operation):
            # whoever signs out ends the session
            name, value = facts["cookie"].split("=", 1)
            if case.operation.path.endswith("/sign-out"):
                spare = facts["spareCookies"]
                value = spare.pop().split("=", 1)[1] if spare else "ended"
            case.cookies = {**(case.cookies or {}), name: value}
            case.headers = {**(case.headers or {}), "Origin": facts["origin"]}
        else:
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {facts['key']}"}


def is_for_people_only(operation):
    security = operation.definition.raw.get("security")
    return security == [{"session": []}]


turns = collections.Counter()


@schemathesis.hook
def before_call(context, case, kwargs):
    label = case.operation.label
    method = case.method.upper()
    parameters = case.path_parameters or {}
    parts = case.operation.path.split("/")
    noun = parts[parts.index("{id}") - 1] if "{id}" in parts else None
    given = parameters.get("id")
    # The run lives on its own user, key and session, and on the records that it knows; what it may remove is `spare`.
    is_known = str(given) in FACTS["own"] or str(given).startswith("known-")
    if is_known and (method == "DELETE" or str(given) in FACTS["own"]):
        case.path_parameters = {**parameters, "id": "spare" if method == "DELETE" else KNOWN_IDS.get(noun, "spare")}
    if not is_right_in_form(case.meta):
        return
    turns[label] += 1
    # The other half is left to chance.
    if turns[label] % 2 == 0:
        return
    if noun is not None:
        known = KNOWN_IDS_OF.get(label, KNOWN_IDS.get(noun))
        if method == "DELETE":
            known = "spare" if noun in KNOWN_IDS and noun not in ("users", "uploads") else None
        if known is not None:
            case.path_parameters = {**case.path_parameters, "id": known}
    if "/clips/{name}" in case.operation.path:
        case.path_parameters = {**case.path_parameters, "name": "1.mp4"}
    # A version that chance names is never the stored one.
    if case.headers is not None and "If-Match" in case.headers:
        case.headers = {name: value for name, value in case.headers.items() if name.lower() != "if-match"}
    if label == "POST /api/v1/videos":
        with open(FACTS["videoFile"], "rb") as file:
            case.body = {"file": [file.read()]}
    elif isinstance(case.body, (dict, list)):
        case.body = with_known_values(case.body)


def is_right_in_form(meta):
    if meta is None:
        return True
    parts = [meta.generation, *meta.components.values()]
    return all(part.mode.is_positive for part in parts)


def with_known_values(body):
    if isinstance(body, list):
        return [with_known_values(item) for item in body]
    if not isinstance(body, dict):
        return body
    changed = {name: KNOWN_VALUES.get(name, with_known_values(value)) for name, value in body.items() if name != "version"}
    # an evaluation is on one of the two
    if "labelSetId" in changed:
        changed.pop("dataset", None)
    return changed


@schemathesis.hook
def filter_failure(context, failure, case, response):
    # the bytes of a video are no text, and are taken for a wrong body
    if isinstance(failure, AcceptedNegativeData) and case.operation.label == "POST /api/v1/videos":
        return False
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
