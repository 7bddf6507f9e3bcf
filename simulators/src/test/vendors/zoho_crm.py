"""Zoho's own Python SDK against the simulated CRM: nothing of it is changed but the address.

    pip install zohocrmsdk8_0
    python zoho_crm.py http://127.0.0.1:9100
"""

import sys
import tempfile
import urllib.request

from zohocrmsdk.src.com.zoho.api.authenticator import OAuthToken
from zohocrmsdk.src.com.zoho.api.authenticator.store import FileStore
from zohocrmsdk.src.com.zoho.crm.api import HeaderMap, Initializer, ParameterMap
from zohocrmsdk.src.com.zoho.crm.api.dc import DataCenter
from zohocrmsdk.src.com.zoho.crm.api.org import OrgOperations
from zohocrmsdk.src.com.zoho.crm.api.record import (
    BodyWrapper,
    DeletedRecordsWrapper,
    Field,
    GetDeletedRecordsParam,
    GetRecordsParam,
    Record,
    RecordOperations,
    ResponseWrapper,
    SuccessResponse,
)

SIMULATORS = sys.argv[1]
FOLDER = tempfile.mkdtemp()

Initializer.initialize(
    environment=DataCenter.Environment(
        f"{SIMULATORS}/zoho", f"{SIMULATORS}/zoho/oauth/v2/token", SIMULATORS
    ),
    token=OAuthToken(
        client_id="demo-client",
        client_secret="demo-secret",
        refresh_token="demo-refresh",
        find_user=False,
    ),
    store=FileStore(f"{FOLDER}/tokens"),
    resource_path=FOLDER,
)

org = OrgOperations().get_organization()
assert org.get_status_code() == 200, org.get_status_code()
print(f"signed in to {org.get_object().get_org()[0].get_company_name()}")


def leads(page):
    asked = ParameterMap()
    asked.add(GetRecordsParam.fields, "Last_Name,Email,Lead_Status,Modified_Time")
    asked.add(GetRecordsParam.converted, "both")
    asked.add(GetRecordsParam.per_page, 5)
    asked.add(GetRecordsParam.page, page)
    answer = RecordOperations("Leads").get_records(asked, HeaderMap())
    assert answer.get_status_code() == 200, answer.get_status_code()
    listed = answer.get_object()
    assert isinstance(listed, ResponseWrapper), listed
    return listed


seen, page = set(), 1
while True:
    listed = leads(page)
    seen.update(record.get_id() for record in listed.get_data())
    if not listed.get_info().get_more_records():
        break
    page += 1
assert page > 1 and len(seen) > 5, (page, len(seen))
print(f"listed {len(seen)} leads on {page} pages")

lead = Record()
lead.add_field_value(Field.Leads.last_name(), "Made by the SDK")
lead.add_field_value(Field.Leads.email(), "sdk@example.org")
body = BodyWrapper()
body.set_data([lead])
body.set_trigger([])
made = RecordOperations("Leads").create_records(body, HeaderMap())
assert made.get_status_code() == 201, made.get_status_code()
[told] = made.get_object().get_data()
assert isinstance(told, SuccessResponse), told.get_message().get_value()
number = told.get_details()["id"]
print(f"made {number}: {told.get_message().get_value()}")

found = RecordOperations("Leads").get_record(int(number), ParameterMap(), HeaderMap())
assert found.get_object().get_data()[0].get_key_value("Email") == "sdk@example.org"
# As somebody would in Zoho's own pages: we never delete there.
control = f"{SIMULATORS}/control/api/zoho/records/{number}"
urllib.request.urlopen(urllib.request.Request(control, method="DELETE"))
asked = ParameterMap()
asked.add(GetDeletedRecordsParam.type, "all")
deleted = RecordOperations("Leads").get_deleted_records(asked, HeaderMap()).get_object()
assert isinstance(deleted, DeletedRecordsWrapper), deleted
assert int(number) in [one.get_id() for one in deleted.get_data()]
print("read, deleted there, and told of among what was deleted")
