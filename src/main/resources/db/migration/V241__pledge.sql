-- Pledges: asked for, signed item by item, countersigned, in force until a day, ended. What a firm signed is kept word for word.
create sequence pledge_number;
create sequence pledge_drive_number;

create table pledge (
    pledge_no         text        primary key,
    firm              text        not null references firm,
    text_id           text        not null,
    text_version      int         not null,
    parent            text        references pledge,
    renews            text        references pledge,
    jurisdiction      text        not null,
    stage             text        not null check (stage in ('INVITED', 'SIGNED', 'IN_FORCE', 'ENDED')),
    invited_at        timestamptz not null,
    invited_by        text        not null,
    remarks           text,
    signatory         text,
    signatory_role    text,
    signed_at         timestamptz,
    signed_from       text,
    shown             text,
    digest            text,
    representative    text,
    countersigned_at  timestamptz,
    countersigned_by  text,
    code              text        unique,
    in_force_from     date,
    in_force_until    date,
    warnings          int         not null default 0,
    ending            text        check (ending in ('DECLINED', 'LAPSED', 'WITHDRAWN', 'GIVEN_UP', 'EXPIRED')),
    ended_at          timestamptz,
    end_words         text,
    check ((stage = 'ENDED') = (ending is not null)),
    check ((signed_at is null) = (digest is null)),
    check ((in_force_from is null) = (code is null))
);
-- A firm is asked once for each text, however often somebody presses the button.
create unique index pledge_one_open on pledge (firm, text_id) where stage <> 'ENDED';
create index pledge_of_firm on pledge (firm, invited_at desc);
create index pledge_under on pledge (parent) where parent is not null;
create index pledge_newest on pledge (invited_at desc, pledge_no desc);
create index pledge_of_jurisdiction on pledge (jurisdiction, invited_at desc, pledge_no desc);
create index pledge_published on pledge (in_force_from desc, pledge_no desc) where in_force_from is not null;

-- What the firm said to each commitment.
create table pledge_answer (
    pledge_no text    not null references pledge,
    number    int     not null,
    accepted  boolean not null,
    reason    text,
    primary key (pledge_no, number),
    check (accepted or reason is not null)
);

-- Personal links; only the digest of a link is kept.
create table pledge_link (
    link_id    bigint generated always as identity primary key,
    pledge_no  text        not null references pledge,
    digest     bytea       not null unique,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index pledge_link_open on pledge_link (pledge_no) where revoked_at is null;

-- What happened to a pledge, for its firm and for officers.
create table pledge_event (
    event_id  bigint generated always as identity primary key,
    pledge_no text        not null references pledge,
    kind      text        not null,
    at        timestamptz not null,
    by        text        not null,
    words     text
);
create index pledge_event_of on pledge_event (pledge_no, event_id);

-- Many firms asked at once, in batches.
create table pledge_drive (
    drive_no     text        primary key,
    text_id      text        not null,
    text_version int         not null,
    parent       text        references pledge,
    ordered_at   timestamptz not null,
    ordered_by   text        not null
);
create index pledge_drive_newest on pledge_drive (ordered_at desc);
create table pledge_drive_firm (
    drive_no  text not null references pledge_drive,
    firm      text not null references firm,
    pledge_no text references pledge,
    done_at   timestamptz,
    primary key (drive_no, firm)
);
create index pledge_drive_waiting on pledge_drive_firm (drive_no, firm) where done_at is null;
