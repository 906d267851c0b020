-- Campaigns: planned by the campaign office, approved by the leading group, run by the agencies that take part.
create sequence campaign_number;

create table campaign (
    campaign_no          text        primary key,
    name                 text        not null,
    name_zh              text        not null,
    document_no          text        not null,
    legal_basis          text        not null,
    stage                text        not null
                         check (stage in ('PLANNED', 'RETURNED', 'ISSUED', 'RUNNING', 'EVALUATION', 'CLOSED', 'CALLED_OFF')),
    first_day            date        not null,
    last_day             date        not null,
    planned_last_day     date        not null,
    goods                text[]      not null,
    platforms            text[]      not null,
    regions              text[]      not null check (cardinality(regions) > 0),
    agencies             text[]      not null check (cardinality(agencies) > 0),
    supervision_criteria text        not null,
    indicator_set        text        not null,
    returns_on           int         not null check (returns_on between 1 and 7),
    drafted_at           timestamptz not null,
    drafted_by           text        not null,
    drafted_name         text        not null,
    remarks              text,
    approved_at          timestamptz,
    approved_name        text,
    launch_day           date,
    launch_agenda        text,
    launch_attendees     text,
    launch_minutes       text,
    evaluation           text,
    ended_at             timestamptz,
    check (first_day <= last_day),
    check ((stage in ('CLOSED', 'CALLED_OFF')) = (ended_at is not null))
);
create index campaign_newest on campaign (first_day desc, campaign_no desc);
create index campaign_running on campaign (first_day) where stage = 'RUNNING';

create table campaign_phase (
    campaign_no text not null references campaign,
    position    int  not null,
    name        text not null,
    first_day   date not null,
    last_day    date not null,
    primary key (campaign_no, position),
    check (first_day <= last_day)
);

-- An agency takes part from the day the notice was issued to it; narrowing the campaign may end that.
create table campaign_agency (
    campaign_no  text        not null references campaign,
    jurisdiction text        not null references jurisdiction,
    notified_at  timestamptz not null,
    liaison_id   text,
    liaison_name text,
    telephone    text,
    confirmed_at timestamptz,
    confirmed_by text,
    late_at      timestamptz,
    left_at      timestamptz,
    primary key (campaign_no, jurisdiction),
    check ((liaison_id is null) = (confirmed_at is null))
);
create index campaign_of_agency on campaign_agency (jurisdiction, campaign_no);

create table campaign_task (
    task_no      text primary key,
    campaign_no  text not null references campaign,
    position     int  not null,
    title        text not null,
    jurisdiction text not null references jurisdiction,
    due_on       date not null,
    stage        text not null check (stage in ('PLANNED', 'OPEN', 'REVIEW', 'DONE', 'DROPPED')),
    progress     int  not null default 0 check (progress between 0 and 100),
    report       text,
    reported_at  timestamptz,
    reported_by  text,
    remarks      text,
    late_at      timestamptz,
    ended_at     timestamptz,
    unique (campaign_no, position)
);

-- What an officer says against the plan's criteria: a case or complaint belongs to a campaign, or does not.
create table campaign_override (
    campaign_no text        not null references campaign,
    kind        text        not null check (kind in ('CASE', 'COMPLAINT')),
    subject     text        not null,
    included    boolean     not null,
    reason      text        not null,
    said_at     timestamptz not null,
    said_by     text        not null,
    primary key (campaign_no, kind, subject)
);

-- For which periods returns were asked; each once.
create table campaign_return (
    campaign_no text        not null references campaign,
    period_end  date        not null,
    asked_at    timestamptz not null,
    primary key (campaign_no, period_end)
);

create table campaign_drive (
    campaign_no text not null references campaign,
    drive_no    text not null references pledge_drive,
    primary key (campaign_no, drive_no)
);

create table campaign_inspection (
    inspection_id bigint generated always as identity primary key,
    campaign_no   text        not null references campaign,
    jurisdiction  text        not null references jurisdiction,
    held_on       date        not null,
    findings      text        not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null
);
create index campaign_inspection_of on campaign_inspection (campaign_no, held_on);

create table campaign_practice (
    campaign_no  text not null references campaign,
    position     int  not null,
    title        text not null,
    jurisdiction text not null references jurisdiction,
    words        text not null,
    primary key (campaign_no, position)
);

-- What stays when the campaign is over; its owner is reminded.
create table campaign_measure (
    measure_no   text primary key,
    campaign_no  text not null references campaign,
    position     int  not null,
    title        text not null,
    jurisdiction text not null references jurisdiction,
    remind_on    date not null,
    stage        text not null check (stage in ('PLANNED', 'WAITING', 'ASKED', 'ENDED')),
    report       text,
    reported_at  timestamptz,
    reported_by  text,
    unique (campaign_no, position)
);

create table campaign_event (
    event_id    bigint generated always as identity primary key,
    campaign_no text        not null references campaign,
    at          timestamptz not null,
    actor_name  text        not null,
    message_key text        not null,
    arguments   text[]      not null,
    reason      text
);
create index campaign_event_of on campaign_event (campaign_no, event_id);
