-- One act upon many things at once, and how far it is. Each thing is done in a transaction of its own together with its
-- row here, so that a node that dies in the middle leaves nothing done twice and nothing forgotten.
create table bulk_act (
    id           uuid        primary key,
    kind         text        not null,
    facts        jsonb       not null,
    reason       text,
    ordered_by   text        not null,
    ordered_name text        not null,
    ordered_at   timestamptz not null,
    total        integer     not null,
    done         integer     not null default 0,
    failed       integer     not null default 0,
    worked_at    timestamptz not null,
    finished_at  timestamptz
);

create index bulk_act_open on bulk_act (worked_at) where finished_at is null;
create index bulk_act_newest on bulk_act (ordered_by, ordered_at desc);

create table bulk_item (
    act        uuid    not null references bulk_act,
    position   integer not null,
    subject    text    not null,
    number     text,
    name       text,
    target     text,
    state      text    not null,
    problem_en text,
    problem_zh text,
    primary key (act, position),
    unique (act, subject)
);

create index bulk_item_waiting on bulk_item (act, position) where state = 'WAITING';
