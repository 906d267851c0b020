-- Corrected files of law, in the order in which they were taken. A rule of a later file replaces the rule of the same id;
-- every node holds the result in memory.
create table law_revision (
    revision    integer     primary key,
    file        text        not null,
    content     text        not null,
    sha256      text        not null,
    reason      text        not null,
    by_id       text        not null,
    by_name     text        not null,
    entered_at  timestamptz not null,
    moved       integer     not null
);

-- A corrected file that somebody looks at before confirming it.
create table law_draft (
    draft_id   uuid        primary key,
    file       text        not null,
    content    text        not null,
    sha256     text        not null,
    reason     text        not null,
    by_id      text        not null,
    made_at    timestamptz not null,
    revision   integer references law_revision
);

alter table statutory_clock
    -- The case it belongs to, where it runs for a part of one: a referral, a notice, a detention.
    add column case_no           text,
    -- Whose officers must act or keep watch; null until somebody knows.
    add column jurisdiction      text,
    -- Ended although nothing was done: what was due is no longer needed.
    add column stopped           boolean not null default false,
    add column suspended_at      timestamptz,
    add column suspension_ground text,
    -- By how much it was made longer, in the unit of its rule, and in how many steps.
    add column extended          integer not null default 0,
    add column extensions        integer not null default 0,
    add column pauses            integer not null default 0,
    add column law_revision      integer not null default 0,
    -- When somebody has to be told next: at half time, before the end, when the end has passed. Null: nothing is to come.
    add column next_at           timestamptz,
    add constraint statutory_clock_suspended check ((suspended_at is null) = (suspension_ground is null));

update statutory_clock set next_at = due_at + interval '1 second' where met_at is null;

-- What is to be told is found through next_at, what an agency has to do next through its jurisdiction.
drop index statutory_clock_due;
create index statutory_clock_next on statutory_clock (next_at) where met_at is null;
create index statutory_clock_own on statutory_clock (jurisdiction, due_at) where met_at is null;
create index statutory_clock_case on statutory_clock (case_no) where case_no is not null;

-- Times in which a clock stood still.
create table clock_pause (
    pause_id bigint generated always as identity primary key,
    clock_id bigint      not null references statutory_clock,
    from_at  timestamptz not null,
    to_at    timestamptz,
    ground   text        not null,
    reason   text        not null
);
create unique index clock_pause_one_open on clock_pause (clock_id) where to_at is null;
create index clock_pause_by_clock on clock_pause (clock_id, pause_id);

-- What was done to a clock between its start and its end, oldest first.
create table clock_act (
    act_id     bigint generated always as identity primary key,
    clock_id   bigint      not null references statutory_clock,
    kind       text        not null check (kind in ('SUSPENDED', 'RESUMED', 'EXTENDED', 'STOPPED', 'RECOUNTED')),
    at         timestamptz not null,
    by_id      text        not null,
    by_name    text        not null,
    reason     text        not null,
    amount     integer,
    due_before timestamptz not null,
    due_after  timestamptz not null
);
create index clock_act_by_clock on clock_act (clock_id, act_id);

-- Who was told what about a clock; once for each end it had.
create table clock_reminder (
    clock_id  bigint      not null references statutory_clock,
    recipient text        not null,
    kind      text        not null check (kind in ('HALF_TIME', 'ENDING', 'MISSED')),
    due_at    timestamptz not null,
    told_at   timestamptz not null,
    primary key (clock_id, recipient, kind, due_at)
);
create index clock_reminder_recipient on clock_reminder (recipient, clock_id);
