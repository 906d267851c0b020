-- Investigations by market regulation. A case has a second one only if the first agency was not competent.
create table commerce_investigation (
    id             bigint generated always as identity primary key,
    case_no        text        not null,
    jurisdiction   text        not null,
    stage          text        not null,
    opened_at      timestamptz not null,
    closed_at      timestamptz,

    lead_result    text        not null,
    lead_checked_on date       not null,
    lead_reason    text        not null,

    filing         text,
    filed_on       date,
    filing_no      text,
    filing_reason  text,
    first_handler  text,
    second_handler text
);
create unique index commerce_investigation_open on commerce_investigation (case_no) where closed_at is null;
create index commerce_investigation_case on commerce_investigation (case_no, id);

-- What was found, one row each time evidence was gathered: a later round never hides an earlier one.
create table commerce_findings (
    investigation_id    bigint         not null references commerce_investigation,
    round               int            not null,
    recorded_at         timestamptz    not null,
    recorded_by         text           not null,
    infringement        text           not null,
    facts               text           not null,
    conduct_from        date           not null,
    conduct_to          date           not null,
    inspected_on        date           not null,
    inspection_place    text           not null,
    first_officer       text           not null,
    second_officer      text           not null,
    identification      text           not null,
    identified_by       text,
    identified_on       date,
    sold_quantity       numeric(16, 2) not null,
    sold_value          numeric(16, 2) not null,
    unsold_quantity     numeric(16, 2) not null,
    unsold_value        numeric(16, 2) not null,
    valuation           text,
    illegal_gains       numeric(16, 2) not null,
    seized_quantity     numeric(16, 2),
    seized_on           date,
    seizure_no          text,
    source_name         text,
    source_address      text,
    source_proof        text,
    earlier_decision_no text,
    serious_reason      text,
    crime_note          text,
    proposal            text           not null,
    proposed_fine       numeric(16, 2),

    -- the lawful range as computed when the findings were recorded
    range_rule          text,
    range_version       date,
    range_maximum       numeric(16, 2),
    range_heavier_from  numeric(16, 2),
    range_reason        text,
    primary key (investigation_id, round)
);

create table commerce_review (
    investigation_id bigint      not null references commerce_investigation,
    round            int         not null,
    reviewed_at      timestamptz not null,
    reviewed_by      text        not null,
    result           text        not null,
    points           text        not null,
    opinion          text        not null,
    primary key (investigation_id, round)
);

create table commerce_decision (
    investigation_id   bigint primary key references commerce_investigation,
    decided_at         timestamptz    not null,
    decided_by         text           not null,
    kind               text           not null,
    decision_no        text           not null,
    decided_on         date           not null,
    notice_on          date,
    party_statement    text,
    party_words        text,
    fine               numeric(16, 2) not null,
    confiscated_gains  numeric(16, 2) not null,
    confiscated_quantity numeric(16, 2) not null,
    confiscated_value  numeric(16, 2) not null,
    collective         boolean        not null,
    reason             text           not null,
    lighter_reason     text,

    -- the lawful range the fine was checked against, and the version of the rule
    range_rule         text           not null,
    range_version      date           not null,
    range_maximum      numeric(16, 2) not null,
    range_heavier_from numeric(16, 2),
    range_reason       text           not null,
    check (fine <= range_maximum)
);

-- Decisions of the head that sent the case back, with the reason.
create table commerce_return (
    id               bigint generated always as identity primary key,
    investigation_id bigint      not null references commerce_investigation,
    round            int         not null,
    returned_at      timestamptz not null,
    returned_by      text        not null,
    reason           text        not null,
    unique (investigation_id, round)
);

create table commerce_service (
    investigation_id bigint primary key references commerce_investigation,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    method           text        not null,
    served_on        date        not null,
    received_by      text        not null,
    note             text
);

create table commerce_payment (
    id               bigint generated always as identity primary key,
    investigation_id bigint         not null references commerce_investigation,
    recorded_at      timestamptz    not null,
    recorded_by      text           not null,
    amount           numeric(16, 2) not null,
    paid_on          date           not null,
    receipt_no       text           not null,
    remainder        text,
    note             text,
    unique (investigation_id, receipt_no)
);

create table commerce_publication (
    investigation_id bigint primary key references commerce_investigation,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    channel          text        not null,
    address          text        not null,
    published_on     date        not null
);
