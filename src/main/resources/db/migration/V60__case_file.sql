-- Cases: what several complaints about one seller, listing and mark become.
create extension if not exists pg_trgm;

-- Numbers may have gaps: a counter without gaps would let only one case of a region be opened at a time.
create sequence case_number;

create table case_file (
    case_no             text primary key,
    status              text not null check (status in ('OPENED', 'IN_HAND', 'CLOSED')),
    intake_jurisdiction text not null,
    lead_jurisdiction   text,
    opened_at           timestamptz not null,
    closed_at           timestamptz,
    seller_name         text,
    seller_region       text,
    platform            text,
    right_name          text,
    registration_no     text,
    goods               text,
    alleged_value       numeric(16, 2),
    outcome             text,
    outcome_reason      text,
    case_value          numeric(16, 2) check (case_value >= 0),
    fine                numeric(16, 2) check (fine >= 0),
    confiscated         numeric(16, 2) check (confiscated >= 0),
    goods_quantity      numeric(16, 2) check (goods_quantity >= 0),
    goods_found         text,
    search_terms        text[] not null,
    check ((status = 'CLOSED') = (closed_at is not null)),
    check (status <> 'CLOSED' or outcome is not null)
);
create index case_file_newest on case_file (opened_at desc, case_no desc);
create index case_file_by_lead on case_file (lead_jurisdiction, opened_at desc, case_no desc);
create index case_file_search on case_file using gin (search_terms);

create table case_complaint (
    receipt_no          text primary key,
    case_no             text not null references case_file,
    intake_jurisdiction text not null,
    joined_at           timestamptz not null,
    opened_the_case     boolean not null,
    told_at             timestamptz
);
create index case_complaint_by_case on case_complaint (case_no, joined_at);

-- One row for each name the seller of a case goes by on a platform. `open` repeats the case's status so that the
-- indexes which deconfliction reads hold open cases only, however many closed ones there are.
create table case_seller (
    case_no      text not null references case_file,
    name         text not null,
    name_key     text not null,
    name_sound   text not null,
    platform     text not null,
    open         boolean not null,
    primary key (case_no, name_key, platform)
);
create index case_seller_open_name on case_seller (name_key) where open;
create index case_seller_open_sound on case_seller using gin (name_sound gin_trgm_ops) where open;

create table case_listing (
    case_no    text not null references case_file,
    address    text not null check (octet_length(address) <= 2500),
    receipt_no text not null,
    open       boolean not null,
    primary key (case_no, address)
);
create index case_listing_open_address on case_listing (address) where open;

-- How the mark of a case may be recognised: by registration number (`no:`) and by name (`name:`).
create table case_mark (
    case_no  text not null references case_file,
    mark_key text not null,
    primary key (case_no, mark_key)
);

create table case_agency (
    agency_id    bigint generated always as identity primary key,
    case_no      text not null references case_file,
    jurisdiction text not null,
    role         text not null check (role in ('LEAD', 'ASSISTING')),
    since        timestamptz not null,
    until        timestamptz,
    reason       text not null
);
create unique index case_agency_one_lead on case_agency (case_no) where role = 'LEAD' and until is null;
create unique index case_agency_once on case_agency (case_no, jurisdiction) where until is null;

-- Competence as the decision table proposed it, newest last.
create table case_competence (
    competence_id bigint generated always as identity primary key,
    case_no       text not null references case_file,
    decided_at    timestamptz not null,
    decider       text not null,
    lead          text not null,
    assisting     text[] not null,
    region_source text not null,
    rule_en       text not null,
    rule_zh       text not null,
    legal_basis   text not null,
    rule_id       text not null,
    decision_ref  text not null
);
create index case_competence_by_case on case_competence (case_no, competence_id);

-- A jurisdiction that found itself not competent.
create table case_declined (
    case_no      text not null references case_file,
    jurisdiction text not null,
    declined_at  timestamptz not null,
    reason       text not null,
    primary key (case_no, jurisdiction)
);

-- Who may see a case: kept equal to its agencies and the intake jurisdictions of its complaints.
create table case_reader (
    jurisdiction text not null,
    opened_at    timestamptz not null,
    case_no      text not null references case_file,
    primary key (jurisdiction, case_no)
);
create index case_reader_newest on case_reader (jurisdiction, opened_at desc, case_no desc);

create table case_event (
    event_id     bigint generated always as identity primary key,
    case_no      text not null references case_file,
    at           timestamptz not null,
    actor_id     text not null,
    actor_name   text not null,
    jurisdiction text,
    message_key  text not null,
    arguments    text[] not null,
    decision     boolean not null,
    reason       text,
    legal_basis  text
);
create index case_event_by_case on case_event (case_no, event_id);

create function case_event_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'the timeline of a case is append-only';
end $$;
create trigger case_event_append_only before update or delete on case_event
    for each statement execute function case_event_is_kept();
