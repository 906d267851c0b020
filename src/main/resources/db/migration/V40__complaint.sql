-- Fuzzy search on names; part of PostgreSQL, allowed to the owner of a database.
create extension if not exists pg_trgm;

create table complaint (
    receipt_no       text primary key,
    secret_hash      bytea          not null,
    idempotency_key  text           not null,
    intake           text           not null, -- the jurisdiction that received it
    filed_at         timestamptz    not null,
    filed_by         text           not null,
    status           text           not null,
    case_no          text,
    received_on      date           not null,
    channel          text           not null,
    complainant_type text           not null,
    complainant_name text,
    contact          text,
    right_name       text,
    registration_no  text,
    platform         text,
    seller_name      text,
    seller_region    text,
    goods            text,
    quantity         numeric(18, 3) check (quantity >= 0),
    unit_price       numeric(16, 2) check (unit_price >= 0),
    currency         text           not null,
    description      text,
    claim            text           not null,
    unique (intake, idempotency_key)
);

-- The officers' list: one jurisdiction, newest first, with or without a status.
create index complaint_newest on complaint (intake, filed_at desc, receipt_no desc);
create index complaint_newest_of_status on complaint (intake, status, filed_at desc, receipt_no desc);
-- The same list for those who see every jurisdiction.
create index complaint_newest_everywhere on complaint (filed_at desc, receipt_no desc);
create index complaint_case on complaint (case_no) where case_no is not null;
create index complaint_registration on complaint (registration_no) where registration_no is not null;
create index complaint_names on complaint using gin
    ((coalesce(seller_name, '') || ' ' || coalesce(right_name, '') || ' ' || coalesce(platform, '')) gin_trgm_ops);

create table complaint_listing (
    receipt_no         text    not null references complaint on delete cascade,
    position           integer not null,
    normalised         text    not null,
    host               text    not null,
    registrable_domain text    not null,
    as_given           text    not null,
    primary key (receipt_no, normalised)
);

create index complaint_listing_address on complaint_listing (normalised);

-- One row a round: what was found, what the table proposed, what the officer made of it.
create table complaint_screening (
    receipt_no       text        not null references complaint on delete cascade,
    round            integer     not null,
    screened_at      timestamptz not null,
    complete         boolean     not null,
    region_known     boolean     not null,
    prima_facie      boolean     not null,
    right_status     text        not null,
    claim            text        not null,
    missing          text[]      not null, -- the fields to ask for
    proposal         text        not null,
    reason_en        text        not null,
    reason_zh        text        not null,
    legal_basis      text        not null,
    rule             text        not null, -- id of the rule that fired
    decision_table   text        not null, -- the table and its version
    exact_case_no    text,                 -- open case about the same seller, listing and mark
    likely_matches   boolean     not null, -- whether cases perhaps about the same seller were found
    decision         text,
    decided_by       text,
    decided_at       timestamptz,
    decided_case_no  text,
    reason           text,
    closed_meanwhile boolean     not null default false,
    primary key (receipt_no, round)
);

-- What the complainant was told, in both languages as it was worded then.
create table complaint_notice (
    notice_no  bigint      generated always as identity, -- the order in which they were told
    receipt_no text        not null references complaint on delete cascade,
    event      text        not null,
    about      text        not null, -- tells two notices of one event apart: the round or the case
    told_at    timestamptz not null,
    text_en    text        not null,
    text_zh    text        not null,
    primary key (receipt_no, event, about)
);
