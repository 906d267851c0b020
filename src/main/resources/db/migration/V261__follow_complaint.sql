-- Somebody who has shown number and secret and reads on for a while; the browser keeps the other half in a cookie. A visit
-- ends with its time, or when the complaint gets another secret.
create table complaint_visit (
    digest      bytea primary key check (length(digest) = 32),
    receipt_no  text        not null references complaint on delete cascade,
    secret_hash bytea       not null,
    expires_at  timestamptz not null
);
create index complaint_visit_expires on complaint_visit (expires_at);

-- What the complainant added or said after filing. Each is sent under a name of its own, so that sending it twice adds it
-- once.
create table complaint_addition (
    addition_id bigint      generated always as identity primary key,
    receipt_no  text        not null references complaint on delete cascade,
    request     bytea       not null check (length(request) = 32),
    kind        text        not null check (kind in ('ADDED', 'SUPPLEMENT', 'WITHDRAWAL')),
    at          timestamptz not null,
    words       text        not null,
    files       integer     not null check (files >= 0),
    unique (receipt_no, request)
);
create unique index complaint_addition_withdrawn on complaint_addition (receipt_no) where kind = 'WITHDRAWAL';
