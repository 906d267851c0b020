create table evidence_file (
    id               bigint generated always as identity primary key,
    subject_type     varchar(20)  not null,
    subject_no       varchar(40)  not null,
    name             varchar(160) not null,
    file_type        varchar(10)  not null,
    bytes            bigint       not null check (bytes > 0),
    sha256           bytea        not null check (length(sha256) = 32),
    note             text,
    received_at      timestamptz  not null,
    received_by      text         not null,
    received_by_name text         not null,
    constraint evidence_file_once unique (subject_type, subject_no, sha256)
);

comment on table evidence_file is 'Evidence received on a case or a complaint. Never changed, never deleted.';
comment on column evidence_file.name is 'The sender''s name for it, made safe to show; nothing is found or stored by it.';
comment on column evidence_file.sha256 is 'Computed when it was received; checked whenever it is handed out.';

-- The content in pieces of one megabyte, so that neither side ever holds a file in memory. Rows rather than large
-- objects: they belong to their file by a foreign key, are dumped and replicated with it, and need no cleaning up.
create table evidence_piece (
    file_id  bigint not null references evidence_file,
    position int    not null,
    content  bytea  not null,
    primary key (file_id, position)
);

-- Pictures, films and documents are compressed already.
alter table evidence_piece alter column content set storage external;

create table evidence_custody (
    id           bigint generated always as identity primary key,
    file_id      bigint      not null references evidence_file,
    event        varchar(20) not null,
    at           timestamptz not null,
    actor        text        not null,
    actor_name   text        not null,
    jurisdiction text,
    detail       text
);

comment on table evidence_custody is 'The chain of custody: who received, saw, took or passed on a file.';

create index evidence_custody_file on evidence_custody (file_id, id);

create function evidence_refuse() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end
$$;

create trigger evidence_file_append_only before update or delete or truncate on evidence_file
    for each statement execute function evidence_refuse();
create trigger evidence_piece_append_only before update or delete or truncate on evidence_piece
    for each statement execute function evidence_refuse();
create trigger evidence_custody_append_only before update or delete or truncate on evidence_custody
    for each statement execute function evidence_refuse();
