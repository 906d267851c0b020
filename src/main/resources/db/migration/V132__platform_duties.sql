-- A platform that took no measures: the order to correct, and the fine if it is not obeyed (E-Commerce Law art. 84). A
-- second round only if the platform corrected and then refused again.
create table platform_correction (
    notice_no      text        not null references platform_notice,
    round          int         not null,
    opened_at      timestamptz not null,
    answer         text        not null,
    answer_reason  text,

    order_decision text,
    order_no       text,
    served_on      date,
    demands        text,
    order_reason   text,
    order_by       text,
    order_at       timestamptz,

    check_result   text,
    checked_on     date,
    finding        text,
    check_by       text,
    check_at       timestamptz,

    fine_decision  text,
    serious        boolean,
    fine           numeric(16, 2),
    decision_no    text,
    decided_on     date,
    fine_reason    text,
    fine_by        text,
    fine_at        timestamptz,

    -- the lawful range the fine was checked against, and the version of the rule
    range_rule     text,
    range_version  date,
    range_minimum  numeric(16, 2),
    range_maximum  numeric(16, 2),
    primary key (notice_no, round),
    check (fine is null or fine between range_minimum and range_maximum)
);

-- Names made comparable: width, case, spaces and punctuation do not count.
alter table platform_notice
    add column platform_key text generated always as
        (lower(regexp_replace(normalize(platform, NFKC), '[[:space:][:punct:]]+', '', 'g'))) stored,
    add column holder_key text generated always as
        (lower(regexp_replace(normalize(holder, NFKC), '[[:space:][:punct:]]+', '', 'g'))) stored,
    add column seller_key text generated always as
        (lower(regexp_replace(normalize(seller, NFKC), '[[:space:][:punct:]]+', '', 'g'))) stored;
create index platform_notice_platform on platform_notice (platform_key);
create index platform_notice_holder on platform_notice (holder_key);
create index platform_notice_seller on platform_notice (seller_key);

-- Malicious notices and false declarations, counted against who sent them (E-Commerce Law arts. 42, 43).
create table platform_flag (
    notice_no  text        not null references platform_notice,
    kind       text        not null check (kind in ('MALICIOUS_NOTICE', 'FALSE_DECLARATION')),
    reason     text        not null,
    flagged_at timestamptz not null,
    flagged_by text        not null,
    primary key (notice_no, kind)
);

-- Where the platform published notice, declaration and result (E-Commerce Law art. 44).
create table platform_published (
    notice_no    text primary key references platform_notice,
    published_on date        not null,
    address      text        not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null
);

-- Steps taken against a platform that keeps failing, each after the one before.
create table platform_ladder (
    step_id      bigint generated always as identity primary key,
    platform_key text        not null,
    platform     text        not null,
    step         text        not null check (step in ('TALK', 'WARNING', 'RECTIFY', 'STRICT', 'CUT_OFF')),
    taken_on     date        not null,
    reason       text        not null,
    jurisdiction text,
    taken_by     text        not null,
    recorded_at  timestamptz not null,
    unique (platform_key, step)
);

-- Whether the platform acted after its time, or not at all in time.
alter table platform_measures add column late boolean not null default false;
