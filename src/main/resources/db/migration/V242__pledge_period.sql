-- What a pledge in force is measured by: each period has a return of the firm, a check of the authority, and a result.
create table pledge_period (
    pledge_no        text        not null references pledge,
    number           int         not null,
    from_day         date        not null,
    until_day        date        not null,
    stage            text        not null
                     check (stage in ('RETURN', 'CHECK', 'CORRECTION', 'RECHECK', 'CONSEQUENCE', 'CLOSED')),
    asked_at         timestamptz not null,
    returned_at      timestamptz,
    remark           text,
    missing          boolean     not null default false,
    checked_words    text,
    correction_days  int,
    correction_given text,
    corrected_at     timestamptz,
    recheck_words    text,
    result           text        check (result in ('KEPT', 'CORRECTED', 'WARNED', 'WITHDRAWN')),
    result_words     text,
    closed_at        timestamptz,
    primary key (pledge_no, number),
    check ((stage = 'CLOSED') = (result is not null))
);
create unique index pledge_period_one_open on pledge_period (pledge_no) where stage <> 'CLOSED';

-- Figures of a return; the source says where each stands: in the form, or in which row of an uploaded file.
create table pledge_figure (
    pledge_no text    not null,
    period    int     not null,
    measure   text    not null,
    value     numeric not null,
    source    text    not null,
    primary key (pledge_no, period, measure),
    foreign key (pledge_no, period) references pledge_period
);

-- The commitments looked at in a period, and what was found. Without a result it is still to be looked at.
create table pledge_finding (
    pledge_no text not null,
    period    int  not null,
    number    int  not null,
    result    text check (result in ('KEPT', 'NOT_SHOWN', 'BROKEN')),
    value     numeric,
    words     text,
    found_at  timestamptz,
    found_by  text,
    primary key (pledge_no, period, number),
    foreign key (pledge_no, period) references pledge_period
);
