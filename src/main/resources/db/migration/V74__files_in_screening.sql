-- Evidence files the complaint had when it was screened: they count as prima facie evidence.
alter table complaint_screening add column evidence_files integer not null default 0;
