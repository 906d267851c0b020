-- Whether a virus scanner looked at a file when it was received; before there was one, none did.
alter table evidence_file add column scanned boolean not null default false;
