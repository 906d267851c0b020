-- Registration, sealing and seizure of goods while market regulation investigates.
create sequence coercive_measure_number;

create table coercive_measure (
    measure_no      text primary key,
    case_no         text        not null,
    jurisdiction    text        not null,
    stage           text        not null,
    requested_at    timestamptz not null,
    requested_by    text        not null,
    kind            text        not null,
    place           text        not null,
    first_officer   text        not null,
    second_officer  text        not null,
    reason          text        not null,
    -- carried out at once, before the head approved; in China's time
    urgent_at       timestamp,
    taken_on        date,
    deed_no         text,
    received_by     text,
    approval_reason text,
    approved_at     timestamptz,
    approved_by     text,
    lapsed          boolean     not null default false,
    returned_on     date,
    returned_to     text,
    return_note     text,
    returned_by     text
);
create index coercive_measure_case on coercive_measure (case_no);

-- The list handed over with the deed, lot by lot. Values in CNY.
create table coercive_item (
    measure_no text           not null references coercive_measure,
    number     int            not null,
    name       text           not null,
    quantity   numeric(12, 2) not null check (quantity > 0),
    value      numeric(12, 2) not null check (value >= 0),
    state      text           not null,
    primary key (measure_no, number)
);

-- What was decided on lots before the case itself was decided.
create table coercive_dealing (
    id          bigint generated always as identity primary key,
    measure_no  text        not null references coercive_measure,
    dealt_at    timestamptz not null,
    dealt_by    text        not null,
    result      text        not null,
    items       text,
    document_no text        not null,
    reason      text        not null
);
create index coercive_dealing_measure on coercive_dealing (measure_no);

-- Repeated with the investigation, so that a case without measures asks for none.
alter table commerce_investigation
    add column measured   boolean not null default false,
    add column goods_held boolean not null default false;
