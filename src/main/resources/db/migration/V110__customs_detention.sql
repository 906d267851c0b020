-- Rights recorded with customs.
create table customs_recordation (
    recordation_no text primary key,
    right_kind     text    not null,
    right_no       text    not null,
    right_name     text    not null,
    holder         text    not null,
    valid_from     date    not null,
    valid_until    date    not null,
    licensees      text,
    cancelled      boolean not null,
    check (valid_until >= valid_from)
);

-- The work of customs on a case. A case has a second one only if the first agency was not competent.
create table customs_detention (
    id           bigint generated always as identity primary key,
    case_no      text        not null,
    jurisdiction text        not null,
    stage        text        not null,
    ground       text,
    opened_at    timestamptz not null,
    closed_at    timestamptz
);
create unique index customs_detention_open on customs_detention (case_no) where closed_at is null;
create index customs_detention_case on customs_detention (case_no, id);

-- What was found when goods were examined.
create table customs_examination (
    id              bigint generated always as identity primary key,
    detention_id    bigint         not null references customs_detention,
    recorded_at     timestamptz    not null,
    recorded_by     text           not null,
    finding         text           not null,
    route           text,
    direction       text,
    channel         text,
    port            text,
    declaration_no  text,
    declared_on     date,
    examined_on     date,
    first_officer   text,
    second_officer  text,
    consignor       text,
    consignee       text,
    goods           text,
    quantity        numeric(16, 2),
    value           numeric(16, 2),
    currency        text,
    origin          text,
    manufacturer    text,
    right_kind      text,
    recordation_no  text,
    holder          text,
    parallel_import text,
    licence         text,
    personal_use    text,
    reason          text           not null
);
create index customs_examination_of on customs_examination (detention_id, id);

-- What security was asked for, and by which version of the rule.
create table customs_required_security (
    id           bigint generated always as identity primary key,
    detention_id bigint         not null references customs_detention,
    recorded_at  timestamptz    not null,
    recorded_by  text           not null,
    rule         text           not null,
    version      date           not null,
    tier         text           not null,
    decision_table text         not null,
    required     numeric(16, 2) not null
);
create index customs_required_security_of on customs_required_security (detention_id, id);

-- Holders' applications.
create table customs_application (
    id              bigint generated always as identity primary key,
    detention_id    bigint         not null references customs_detention,
    recorded_at     timestamptz    not null,
    recorded_by     text           not null,
    decision        text           not null,
    application_no  text           not null,
    applied_on      date           not null,
    evidence        text           not null,
    security_kind   text,
    security_amount numeric(16, 2),
    security_no     text,
    security_until  date,
    reason          text
);
create index customs_application_of on customs_application (detention_id, id);

-- Notices to holders of recorded rights.
create table customs_notice (
    id           bigint generated always as identity primary key,
    detention_id bigint      not null references customs_detention,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    notice_no    text        not null,
    served_on    date        not null,
    method       text        not null,
    received_by  text        not null
);
create index customs_notice_of on customs_notice (detention_id, id);

-- What holders answered.
create table customs_answer (
    id              bigint generated always as identity primary key,
    detention_id    bigint         not null references customs_detention,
    recorded_at     timestamptz    not null,
    recorded_by     text           not null,
    answer          text           not null,
    answered_on     date           not null,
    security_kind   text,
    security_amount numeric(16, 2),
    security_no     text,
    security_until  date,
    note            text
);
create index customs_answer_of on customs_answer (detention_id, id);

-- Goods detained.
create table customs_detained (
    id                bigint generated always as identity primary key,
    detention_id      bigint         not null references customs_detention,
    recorded_at       timestamptz    not null,
    recorded_by       text           not null,
    receipt_no        text           not null,
    detained_on       date           not null,
    quantity          numeric(16, 2) not null,
    value             numeric(16, 2) not null,
    warehouse         text           not null,
    consignee_told_on date           not null,
    holder_told_on    date           not null
);
create index customs_detained_of on customs_detained (detention_id, id);

-- Determinations, one row each time: the head may send a case back.
create table customs_determination (
    id               bigint generated always as identity primary key,
    detention_id     bigint         not null references customs_detention,
    recorded_at      timestamptz    not null,
    recorded_by      text           not null,
    result           text           not null,
    determined_on    date           not null,
    notice_no        text,
    notice_served_on date,
    counter_amount   numeric(16, 2),
    counter_no       text,
    reason           text           not null
);
create index customs_determination_of on customs_determination (detention_id, id);

-- Courts' notices, or what made them needless.
create table customs_court (
    id             bigint generated always as identity primary key,
    detention_id   bigint         not null references customs_detention,
    recorded_at    timestamptz    not null,
    recorded_by    text           not null,
    event          text           not null,
    happened_on    date           not null,
    document_no    text           not null,
    counter_amount numeric(16, 2),
    counter_no     text,
    reason         text           not null
);
create index customs_court_of on customs_court (detention_id, id);

-- Heads' decisions, one row each time.
create table customs_confiscation (
    id               bigint generated always as identity primary key,
    detention_id     bigint         not null references customs_detention,
    recorded_at      timestamptz    not null,
    recorded_by      text           not null,
    decision         text           not null,
    decision_no      text,
    decided_on       date,
    quantity         numeric(16, 2),
    value            numeric(16, 2),
    notice_no        text,
    notice_served_on date,
    reason           text           not null
);
create index customs_confiscation_of on customs_confiscation (detention_id, id);

-- How confiscated goods were disposed of.
create table customs_disposal (
    id                 bigint generated always as identity primary key,
    detention_id       bigint         not null references customs_detention,
    recorded_at        timestamptz    not null,
    recorded_by        text           not null,
    welfare_usable     boolean        not null,
    holder_willing     boolean        not null,
    features_removable boolean        not null,
    exceptional        boolean        not null,
    order_reason       text,
    method             text           not null,
    disposed_on        date           not null,
    quantity           numeric(16, 2) not null,
    recipient          text           not null
);
create index customs_disposal_of on customs_disposal (detention_id, id);

-- Goods released.
create table customs_release (
    id           bigint generated always as identity primary key,
    detention_id bigint      not null references customs_detention,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    ground       text        not null,
    released_on  date        not null
);
create index customs_release_of on customs_release (detention_id, id);

-- Costs set against the security.
create table customs_settlement (
    id           bigint generated always as identity primary key,
    detention_id bigint         not null references customs_detention,
    recorded_at  timestamptz    not null,
    recorded_by  text           not null,
    storage      numeric(16, 2) not null,
    custody      numeric(16, 2) not null,
    disposal     numeric(16, 2) not null,
    statement_no text           not null,
    settled_on   date           not null,
    note         text
);
create index customs_settlement_of on customs_settlement (detention_id, id);
