-- The party asks for reconsideration of a penalty, or sues: meanwhile nothing is added for paying late.
create table commerce_challenge (
    id               bigint generated always as identity primary key,
    investigation_id bigint      not null references commerce_investigation,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    kind             text        not null,
    authority        text        not null,
    file_no          text        not null,
    begun_on         date        not null,
    ended_on         date,
    outcome          text,
    end_note         text,
    ended_at         timestamptz,
    ended_by         text,
    check ((ended_on is null) = (outcome is null)),
    check (ended_on >= begun_on)
);
create unique index commerce_challenge_open on commerce_challenge (investigation_id) where ended_on is null;
create index commerce_challenge_of on commerce_challenge (investigation_id, id);

-- Repeated with the investigation, so that a case nobody contested asks for nothing.
alter table commerce_investigation add column challenged boolean not null default false;
