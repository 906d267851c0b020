-- A list of complaints somebody sent. The same file sent again to the same jurisdiction is the same batch.
create table import_batch (
    batch_no        text primary key,
    jurisdiction    text        not null, -- received it, and its officers decide on the complaints
    submitted_by    text        not null,
    submitted_name  text        not null,
    submitted_at    timestamptz not null,
    file_name       text        not null,
    file_size       bigint      not null,
    file_digest     bytea       not null, -- SHA-256
    character_set   text,
    unread_columns  text[]      not null default '{}',
    stage           text        not null check (stage in ('RECEIVED', 'FILING', 'DONE', 'REFUSED')),
    refusal         json,                 -- why the file as a whole was refused
    bytes_read      bigint      not null default 0,
    finished_at     timestamptz,
    -- Which node works on it, until when. By the database's clock: those of two nodes differ.
    lease           uuid,
    leased_until    timestamptz,
    worked_at       timestamptz not null default now(),
    unique (jurisdiction, file_digest)
);

create index import_batch_newest on import_batch (jurisdiction, submitted_at desc);
create index import_batch_waiting on import_batch (worked_at) where stage in ('RECEIVED', 'FILING');

-- The file as it was received, in parts, so that a large one is never in memory as a whole.
create table import_file_part (
    batch_no text    not null,
    part     integer not null,
    content  bytea   not null,
    primary key (batch_no, part)
);

create table import_row (
    batch_no   text    not null references import_batch on delete cascade,
    row_no     integer not null,
    line       integer not null,
    state      text    not null check (state in ('WAITING', 'FILED', 'REPEATED', 'BAD')),
    row_key    bytea,   -- digest of what the row says: by it a row is known again in any file
    content    json,    -- the complaint, until it is filed; from then on its own tables hold it
    problems   json,    -- what is wrong with a bad row
    receipt_no text,
    same_batch text,    -- the row a repeated one repeats
    same_line  integer,
    attempts   integer not null default 0,
    not_before timestamptz,
    primary key (batch_no, row_no)
);

create index import_row_waiting on import_row (batch_no, row_no) where state = 'WAITING';
create index import_row_state on import_row (batch_no, state, row_no);
create index import_row_known on import_row (row_key) where state in ('WAITING', 'FILED');
