-- Rehearsals of campaigns: what was asked and what came of it. Each plays in a database of its own, which is gone.
create table rehearsal (
    rehearsal_no text        primary key,
    asked_by     text        not null,
    asked_name   text        not null,
    asked_at     timestamptz not null,
    -- A form sent twice asks once.
    form_key     uuid        not null unique,
    stage        text        not null check (stage in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    -- How often it was begun: a node that dies with it again and again is not to do so for ever.
    begun        integer     not null default 0,
    plan         jsonb       not null,
    answer       jsonb,
    -- Why it failed: the key of a sentence.
    problem      text,
    run          integer     not null default 0,
    percent      integer     not null default 0,
    begun_at     timestamptz,
    ended_at     timestamptz
);

create index rehearsal_newest on rehearsal (asked_at desc, rehearsal_no);
create index rehearsal_open on rehearsal (asked_at) where stage in ('WAITING', 'RUNNING');

create sequence rehearsal_number;
