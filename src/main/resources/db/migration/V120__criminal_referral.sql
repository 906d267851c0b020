-- Suspected crimes on their way from the administration to the police (State Council Decree 310).
alter table case_file add column referral text not null default 'NONE';

create sequence referral_number;

create table referral (
    referral_no text primary key,
    case_no     text        not null,
    referrer    text        not null,
    police      text        not null,
    stage       text        not null,
    opened_at   timestamptz not null,
    opened_by   text        not null,
    reason      text        not null,
    closed_at   timestamptz
);
-- Two officers who refer the same case at the same moment get one referral.
create unique index referral_one_open on referral (case_no) where closed_at is null;
create index referral_by_case on referral (case_no, referral_no);

-- The written report to the head, with what the calculator said of it that day.
create table referral_report (
    referral_no    text primary key references referral,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    reported_on    date        not null,
    first_officer  text        not null,
    second_officer text        not null,
    facts          text        not null,
    offence        text        not null,
    marks          int         not null check (marks > 0),
    punished_on    date,
    shoddy         boolean     not null,
    suspicion      text,
    verdict        text        not null
);

-- Which versions of the law a report was measured by.
create table referral_measured (
    referral_no  text not null references referral_report,
    rule         text not null,
    rule_version date not null,
    primary key (referral_no, rule)
);
create index referral_measured_by_rule on referral_measured (rule, rule_version);

-- The acts the report names. How each lot of goods was valued stays with it.
create table referral_act (
    referral_no    text           not null references referral_report,
    position       int            not null,
    conduct_from   date           not null,
    conduct_to     date           not null,
    sold           boolean        not null,
    quantity       numeric(16, 2) not null check (quantity >= 0),
    unit_price     numeric(16, 2) not null check (unit_price >= 0),
    pricing        text           not null,
    no_other_price text,
    gains          numeric(16, 2) not null check (gains >= 0),
    pieces         bigint         not null check (pieces >= 0),
    penalty_no     text,
    primary key (referral_no, position)
);

-- What each side did, in order; append-only, so that neither side can lose or change what the other did.
create table referral_step (
    step_id       bigint generated always as identity primary key,
    referral_no   text        not null references referral,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    jurisdiction  text        not null,
    stage         text        not null,
    answer        text        not null,
    taken_on      date        not null,
    document_no   text,
    reason        text,
    person        text,
    second_person text,
    target        text,
    parts         text[]      not null
);
create index referral_step_by_referral on referral_step (referral_no, step_id);

create function referral_step_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'the steps of a referral are append-only';
end $$;
create trigger referral_step_append_only before update or delete on referral_step
    for each statement execute function referral_step_is_kept();
