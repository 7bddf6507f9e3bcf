-- How long the enquiries of the last months waited is asked without reading all there ever were.
CREATE INDEX crm_record_enquiries ON crm_record (enquired_at DESC, id DESC) WHERE module = 'Leads' AND state <> 'gone';
