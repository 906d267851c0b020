-- Files somebody has sent before it is settled what they belong to: a draft's. They are looked into and counted like
-- evidence when they come in, and go when they become evidence or when their holder is forgotten.
create table evidence_held (
    id          bigint generated always as identity primary key,
    holder      text         not null,
    name        varchar(160) not null,
    file_type   varchar(10)  not null,
    bytes       bigint       not null check (bytes > 0),
    sha256      bytea        not null check (length(sha256) = 32),
    received_at timestamptz  not null,
    constraint evidence_held_once unique (holder, sha256)
);

create table evidence_held_piece (
    file_id  bigint not null references evidence_held on delete cascade,
    position int    not null,
    content  bytea  not null,
    primary key (file_id, position)
);
alter table evidence_held_piece alter column content set storage external;

-- A complaint somebody is writing on the public page. Its link is kept as a digest; once filed, what was written is
-- removed, and the row only remembers under which number, so that sending it twice files it once.
create table complaint_draft (
    digest     bytea primary key check (length(digest) = 32),
    content    jsonb       not null,
    refused    jsonb       not null, -- files that were not taken when it was last sent, as sentences to be worded
    saved      boolean     not null, -- whether its writer asked to keep it
    changed_at timestamptz not null,
    expires_at timestamptz not null,
    receipt_no text references complaint on delete cascade,
    check (receipt_no is null or content = '{}')
);
create index complaint_draft_expires on complaint_draft (expires_at);
