-- Two cases about one act: the one is closed, its complaints belong to the other.
alter table case_file add column joined_to text references case_file;
