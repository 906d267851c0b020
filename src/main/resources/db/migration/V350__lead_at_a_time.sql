-- Who led a case at some time: without it each entry that is counted reads every agency of every case.
create index case_agency_by_case on case_agency (case_no, agency_id);
