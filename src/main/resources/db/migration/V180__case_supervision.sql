-- Whether the case was ever supervised, assisted or disputed: a case page asks for these only then.
alter table case_file add column coordinated boolean not null default false;

create sequence case_supervision_number;

-- A case the campaign office, or a supervisor of a superior agency, follows by name: who answers for it, and what came of it.
create table case_supervision (
    supervision_no text primary key,
    case_no        text        not null references case_file,
    jurisdiction   text        not null,
    owner_id       text,
    owner_name     text,
    reason         text        not null,
    days           int         not null check (days between 1 and 365),
    stage          text        not null check (stage in ('REPORT', 'REVIEW', 'LIFTED')),
    put_at         timestamptz not null,
    put_by         text        not null,
    report         text,
    reported_at    timestamptz,
    reported_by    text,
    remarks        text,
    result         text,
    lifted_at      timestamptz,
    lifted_by      text,
    check (stage <> 'REVIEW' or report is not null),
    check ((stage = 'LIFTED') = (lifted_at is not null)),
    check ((lifted_at is null) = (result is null))
);
create unique index case_supervision_one_open on case_supervision (case_no) where stage <> 'LIFTED';
create index case_supervision_by_case on case_supervision (case_no, put_at);
create index case_supervision_newest on case_supervision (put_at desc, supervision_no desc);
create index case_supervision_open on case_supervision (put_at desc, supervision_no desc) where stage <> 'LIFTED';
