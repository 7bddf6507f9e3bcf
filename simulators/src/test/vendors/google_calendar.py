"""Google's own Python client against the simulated calendar: nothing of it is changed but the address.

    pip install google-api-python-client google-auth
    python google_calendar.py http://127.0.0.1:9100 DIR/google-service-account.json
"""

import base64
import sys
from datetime import datetime, timedelta, timezone
from uuid import uuid4

from google.oauth2 import service_account
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError

SIMULATORS, KEY_FILE = sys.argv[1:3]
WREN = "wren@example.org"
SCOPES = [
    "https://www.googleapis.com/auth/calendar.events.owned",
    "https://www.googleapis.com/auth/calendar.events.freebusy",
]


def refused(status, call):
    try:
        call()
    except HttpError as answer:
        assert answer.status_code == status, answer
        return answer.error_details[0]["reason"]
    raise AssertionError(f"{status} was expected")


credentials = service_account.Credentials.from_service_account_file(
    KEY_FILE, scopes=SCOPES, subject=WREN
)
credentials._token_uri = f"{SIMULATORS}/google/token"
calendar = build(
    "calendar",
    "v3",
    credentials=credentials,
    static_discovery=True,
    client_options={"api_endpoint": f"{SIMULATORS}/google/calendar/v3/"},
)
events = calendar.events()

now = datetime.now(timezone.utc).replace(microsecond=0)
window = dict(
    calendarId="primary",
    singleEvents=True,
    showDeleted=True,
    timeMin=(now - timedelta(days=30)).isoformat(),
    timeMax=(now + timedelta(days=30)).isoformat(),
)
request, pages, listed, token = events.list(maxResults=3, **window), 0, 0, None
while request is not None:
    answer = request.execute()
    pages, listed = pages + 1, listed + len(answer["items"])
    token = answer.get("nextSyncToken")
    request = events.list_next(request, answer)
assert token and pages > 1, (pages, token)
print(f"listed {listed} events on {pages} pages")

own = "hl" + base64.b32hexencode(uuid4().bytes).decode().rstrip("=").lower()
start = now + timedelta(days=3)
body = {
    "id": own,
    "summary": "A.B.",
    "start": {"dateTime": start.isoformat()},
    "end": {"dateTime": (start + timedelta(minutes=50)).isoformat()},
    "visibility": "private",
    "extendedProperties": {"private": {"hotLeadsBooking": "1"}},
}
made = events.insert(calendarId="primary", sendUpdates="none", body=body).execute()
assert made["id"] == own
reason = refused(409, lambda: events.insert(calendarId="primary", body=body).execute())
print(f"inserted, and the same id again is refused: {reason}")

news = events.list(calendarId="primary", singleEvents=True, syncToken=token).execute()
assert [one["id"] for one in news["items"]] == [own], news
print("the sync token brings what is new and nothing else")

moved = events.patch(
    calendarId="primary", eventId=own, body={"summary": "Busy"}
).execute()
assert moved["summary"] == "Busy" and moved["etag"] != made["etag"]
outdated = events.patch(calendarId="primary", eventId=own, body={"summary": "Old"})
outdated.headers["If-Match"] = made["etag"]
print(f"patched, and an old version is refused: {refused(412, outdated.execute)}")

answer = calendar.freebusy().query(
    body={
        "timeMin": start.isoformat(),
        "timeMax": (start + timedelta(hours=1)).isoformat(),
        "items": [{"id": WREN}, {"id": "nobody@example.org"}],
    }
).execute()
assert answer["calendars"][WREN]["busy"]
assert answer["calendars"]["nobody@example.org"]["errors"]
print("busy where the event is, and unknown where there is no calendar")

channel = events.watch(
    calendarId="primary",
    body={"id": str(uuid4()), "type": "web_hook", "address": "https://localhost:1/push"},
).execute()
calendar.channels().stop(
    body={"id": channel["id"], "resourceId": channel["resourceId"]}
).execute()
print("a channel was opened and stopped")

events.delete(calendarId="primary", eventId=own, sendUpdates="none").execute()
gone = events.delete(calendarId="primary", eventId=own)
print(f"deleted, and a second time is refused: {refused(410, gone.execute)}")
