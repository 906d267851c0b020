-- What a campaign counts beside the set of its plan, and whom its briefings are mailed to.
create table campaign_indicator (
    campaign_no text not null references campaign,
    indicator   text not null,
    primary key (campaign_no, indicator)
);
create table campaign_recipient (
    campaign_no text not null references campaign,
    address     text not null,
    primary key (campaign_no, address)
);

create sequence briefing_number;

create table briefing (
    briefing_no text        primary key,
    campaign_no text        not null references campaign,
    begin_day   date        not null,
    from_day    date        not null,
    to_day      date        not null,
    indicators  text[]      not null,
    stage       text        not null check (stage in ('RETURNS', 'DRAFT', 'REVIEW', 'APPROVED', 'PUBLISHED')),
    version     int         not null check (version >= 1),
    asked_at    timestamptz not null,
    unique (campaign_no, to_day),
    check (begin_day <= from_day and from_day <= to_day)
);
create index briefing_newest on briefing (to_day desc, briefing_no desc);

create table agency_return (
    return_no    text        primary key,
    briefing_no  text        not null references briefing,
    jurisdiction text        not null,
    liaison      text,
    stage        text        not null check (stage in ('ASKED', 'SENT', 'LATE', 'TAKEN_BACK')),
    nothing      boolean     not null default false,
    words        text,
    sent_at      timestamptz,
    sent_by      text,
    unique (briefing_no, jurisdiction),
    check ((stage = 'SENT') = (sent_at is not null))
);

-- What an agency said of a figure; where it said nothing, its cases say it.
create table agency_figure (
    return_no  text        not null references agency_return,
    indicator  text        not null,
    value      numeric     not null check (value >= 0),
    reason     text,
    entered_at timestamptz not null,
    entered_by text        not null,
    primary key (return_no, indicator)
);

create table briefing_version (
    briefing_no    text        not null references briefing,
    version        int         not null,
    compiled_at    timestamptz not null,
    narrative      text        not null,
    narrative_zh   text        not null,
    reason         text,
    drafted_by     text,
    drafted_name   text,
    remarks        text,
    reviewed_name  text,
    published_at   timestamptz,
    primary key (briefing_no, version),
    check ((version = 1) = (reason is null)),
    check (published_at is null or reviewed_name is not null)
);
create index briefing_version_published on briefing_version (briefing_no, version) where published_at is not null;

-- One row for each figure and each agency that has one. `listed` is what its list adds up to; null where nothing is computed.
create table briefing_figure (
    briefing_no text    not null,
    version     int     not null,
    indicator   text    not null,
    reporter    text    not null,
    listed      numeric,
    reported    numeric,
    reason      text,
    primary key (briefing_no, version, indicator, reporter),
    foreign key (briefing_no, version) references briefing_version,
    check (listed is not null or reported is not null)
);

-- What an indicator came to since the campaign began, as it was known then.
create table briefing_total (
    briefing_no text    not null,
    version     int     not null,
    indicator   text    not null,
    value       numeric not null,
    cumulative  numeric not null,
    primary key (briefing_no, version, indicator),
    foreign key (briefing_no, version) references briefing_version
);

-- The list behind each figure, kept as it was.
create table briefing_line (
    briefing_no text        not null,
    version     int         not null,
    indicator   text        not null,
    event_id    bigint      not null,
    standing    text        not null check (standing in ('PERIOD', 'LATE', 'WITHDRAWN')),
    case_no     text        not null,
    agency      text        not null,
    day         date        not null,
    entered_at  timestamptz not null,
    amount      numeric     not null,
    goods       text,
    platform    text,
    right_name  text,
    primary key (briefing_no, version, indicator, event_id),
    foreign key (briefing_no, version) references briefing_version
);

create function briefing_line_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'the list behind a figure is kept as it was';
end $$;
create trigger briefing_line_append_only before update or delete on briefing_line
    for each statement execute function briefing_line_is_kept();

create function briefing_is_published() returns trigger language plpgsql as $$
begin
    if exists (select from briefing_version v
               where v.briefing_no = old.briefing_no and v.version = old.version and v.published_at is not null) then
        raise exception 'a published briefing is corrected by a new version';
    end if;
    return coalesce(new, old);
end $$;
create trigger briefing_figure_kept before update or delete on briefing_figure
    for each row execute function briefing_is_published();
create trigger briefing_total_kept before update or delete on briefing_total
    for each row execute function briefing_is_published();
create trigger briefing_version_kept before update or delete on briefing_version
    for each row when (old.published_at is not null) execute function briefing_line_is_kept();
