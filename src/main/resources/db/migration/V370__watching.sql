-- What is open, counted for the view of campaigns without reading what is closed.
create index case_file_open on case_file (lead_jurisdiction, status) where status <> 'CLOSED';
create index pledge_open on pledge (stage) where stage <> 'ENDED';
