-- An investigation stands still while something else has to be decided first.
create table commerce_suspension (
    id               bigint generated always as identity primary key,
    investigation_id bigint      not null references commerce_investigation,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    ground           text        not null,
    authority        text        not null,
    file_no          text        not null,
    reason           text        not null,
    approved_by      text        not null,
    suspended_on     date        not null,
    resumed_on       date,
    resume_reason    text,
    resumed_at       timestamptz,
    resumed_by       text
);
create unique index commerce_suspension_open on commerce_suspension (investigation_id) where resumed_on is null;
create index commerce_suspension_of on commerce_suspension (investigation_id, id);

-- Repeated with the investigation, so that a case that never stood still asks for nothing.
alter table commerce_investigation add column suspended boolean not null default false;
