-- Notices to platforms (E-Commerce Law arts. 42 to 44). A notice covers listings of one seller on one platform.
create sequence platform_notice_number;

create table platform_notice (
    notice_no        text primary key,
    case_no          text        not null,
    jurisdiction     text        not null,
    stage            text        not null,
    result           text,
    sent_at          timestamptz not null,
    sent_by          text        not null,
    served_on        date        not null,
    platform         text        not null,
    platform_contact text,
    seller           text        not null,
    holder           text        not null,
    holder_contact   text,
    right_name       text        not null,
    evidence         text        not null,
    demanded         text        not null,
    acknowledged_at  timestamptz,
    closed_at        timestamptz,
    check ((stage = 'CLOSED') = (closed_at is not null)),
    check ((stage = 'CLOSED') = (result is not null))
);
create index platform_notice_case on platform_notice (case_no, sent_at);

create table platform_notice_listing (
    notice_no text not null references platform_notice,
    address   text not null,
    position  int  not null,
    state     text not null,
    primary key (notice_no, address)
);

-- What the platform did, or why it did nothing.
create table platform_measures (
    notice_no    text primary key references platform_notice,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    answer       text        not null,
    measure      text,
    taken_at     timestamptz,
    untouched    text,
    reason       text,
    forwarded_on date,
    check ((answer = 'TAKEN') = (taken_at is not null))
);

create table platform_declaration (
    notice_no    text primary key references platform_notice,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    declared_on  date        not null,
    declarant    text        not null,
    contact      text,
    covered      text,
    statement    text        not null,
    evidence     text        not null,
    delivered_on date,
    delivery     text
);

create table platform_reaction (
    notice_no   text primary key references platform_notice,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    kind        text        not null,
    reacted_on  date        not null,
    authority   text,
    file_no     text,
    note        text
);

-- The measures ended: when, and why. Restored is when the platform put the listings back.
create table platform_restoration (
    notice_no   text primary key references platform_notice,
    ended_at    timestamptz not null,
    reason      text        not null,
    restored_on date,
    note        text,
    recorded_at timestamptz,
    recorded_by text
);
