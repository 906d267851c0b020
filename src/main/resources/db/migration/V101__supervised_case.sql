-- A key case whose progress the campaign office follows by name: it is told when a clock of the case is missed.
alter table case_file add column supervised boolean not null default false;
