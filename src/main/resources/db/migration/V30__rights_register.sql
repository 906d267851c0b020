-- Search in names and marks that are only half remembered.
create extension if not exists pg_trgm;

create table trade_mark (
    id                 bigint generated always as identity primary key,
    office_code        varchar(2)  not null,
    registration_no    varchar(40),
    application_no     varchar(40),
    mark_text          text,
    mark_sought        text,
    mark_kinds         text[]      not null default '{}',
    designated_offices text[]      not null default '{}',
    status             varchar(20) not null,
    office_status      text,
    office_status_text text,
    status_since       date,
    filed_on           date,
    registered_on      date,
    renewed_on         date,
    expires_on         date,
    recorded_on        date,
    source             varchar(10) not null,
    content_digest     varchar(64) not null,
    changed_at         timestamptz not null,
    changed_by         text        not null,
    constraint trade_mark_has_a_number check (registration_no is not null or application_no is not null)
);

comment on table trade_mark is 'The rights register: one row for each trade mark of an office.';
comment on column trade_mark.mark_sought is 'mark_text spelled in ASCII, so that trigrams find it in any locale.';
comment on column trade_mark.recorded_on is 'The record is known to be true up to this day; an older record never overwrites it.';
comment on column trade_mark.content_digest is 'SHA-256 over all that was imported, so that importing the same again changes nothing.';

create unique index trade_mark_registration on trade_mark (office_code, registration_no) where registration_no is not null;
-- While a mark is only applied for, its application number is its only name.
create unique index trade_mark_application on trade_mark (office_code, application_no) where registration_no is null;
create index trade_mark_registration_no on trade_mark (registration_no);
create index trade_mark_application_no on trade_mark (application_no);
create index trade_mark_changed on trade_mark (changed_at desc, id desc);
create index trade_mark_text_trgm on trade_mark using gin (mark_sought gin_trgm_ops);

create table trade_mark_class (
    trade_mark_id bigint   not null references trade_mark on delete cascade,
    position      smallint not null,
    nice_class    smallint not null check (nice_class between 1 and 45),
    goods         text,
    primary key (trade_mark_id, position)
);

create table trade_mark_party (
    trade_mark_id bigint      not null references trade_mark on delete cascade,
    position      smallint    not null,
    role          varchar(20) not null,
    name          text        not null,
    name_sought   text        not null,
    country       varchar(2),
    address       text,
    capacity      text,
    primary key (trade_mark_id, position)
);

create index trade_mark_party_name_trgm on trade_mark_party using gin (name_sought gin_trgm_ops);
