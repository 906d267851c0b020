-- The party is told of an intended penalty before it is decided, once in a round of findings, and answers.
create table commerce_notice (
    investigation_id bigint      not null references commerce_investigation,
    round            int         not null,
    told_at          timestamptz not null,
    told_by          text        not null,
    notice_no        text        not null,
    told_on          date        not null,
    method           text        not null,
    party_kind       text        not null,
    hearing_offered  boolean     not null,
    -- whether the party waived in writing when it was told
    waived           boolean     not null,
    answer           text,
    answered_on      date,
    words            text,
    answered_at      timestamptz,
    answered_by      text,
    primary key (investigation_id, round)
);

-- Hearings a party asked for. A postponed one is followed by another row.
create table commerce_hearing (
    id               bigint generated always as identity primary key,
    investigation_id bigint      not null,
    round            int         not null,
    arranged_at      timestamptz not null,
    arranged_by      text        not null,
    hearing_on       date        not null,
    notice_on        date        not null,
    place            text        not null,
    presider         text        not null,
    closed           boolean     not null,
    result           text,
    minutes          text,
    opinion          text,
    reason           text,
    concluded_at     timestamptz,
    concluded_by     text,
    foreign key (investigation_id, round) references commerce_notice
);
create unique index commerce_hearing_open on commerce_hearing (investigation_id, round) where result is null;
create index commerce_hearing_round on commerce_hearing (investigation_id, round, id);

-- Of a decision by collective discussion: its day and who took part.
alter table commerce_decision add column collective_record text;
