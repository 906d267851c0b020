-- The open dispute on who is competent for a case, and whom the common superior designated.
alter table case_file add column dispute_no text;
alter table case_file add column designated_lead text;

create sequence assistance_number;

-- What the agency in charge of a case asked of another one, and what came of it.
create table assistance (
    assistance_no text primary key,
    case_no       text        not null references case_file,
    asking        text        not null,
    asked         text        not null,
    request       text        not null,
    days          int         not null check (days between 1 and 60),
    stage         text        not null check (stage in ('ASKED', 'ACCEPTED', 'REFUSED', 'GIVEN', 'ENDED')),
    began_part    boolean     not null,
    asked_at      timestamptz not null,
    asked_by      text        not null,
    answer        text,
    answered_at   timestamptz,
    answered_by   text,
    result        text,
    ended_at      timestamptz,
    ended_by      text,
    check (stage <> 'REFUSED' or answer is not null),
    check ((stage in ('ASKED', 'ACCEPTED')) = (ended_at is null))
);
create unique index assistance_one_open on assistance (case_no, asked) where stage in ('ASKED', 'ACCEPTED');
create index assistance_by_case on assistance (case_no, asked_at);

create sequence competence_dispute_number;

-- Who of several agencies is competent (Administrative Penalty Law art. 25). Without a claimant the case went to and fro.
create table competence_dispute (
    dispute_no    text primary key,
    case_no       text        not null references case_file,
    other_case_no text        references case_file,
    claimant      text,
    respondent    text,
    presumed      text,
    first_filed   date,
    reason        text        not null,
    stage         text        not null check (stage in ('VIEW', 'DESIGNATION', 'DECIDED')),
    opened_at     timestamptz not null,
    opened_by     text        not null,
    view_agreed   boolean,
    view_reason   text,
    designated    text,
    decision      text,
    decided_at    timestamptz,
    decided_by    text,
    check ((stage = 'DECIDED') = (designated is not null))
);
create unique index competence_dispute_one_open on competence_dispute (case_no) where stage <> 'DECIDED';
create index competence_dispute_by_case on competence_dispute (case_no, opened_at);
create index competence_dispute_by_other on competence_dispute (other_case_no) where other_case_no is not null;
