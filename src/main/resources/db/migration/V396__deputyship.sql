-- Who does whose tasks from day to day while somebody is away. Both days count, in China's time.
create table deputyship (
    id             bigint      generated always as identity primary key,
    absent         text        not null references officer,
    deputy         text        not null references officer,
    jurisdiction   text        not null,
    first_day      date        not null,
    last_day       date        not null,
    reason         text        not null,
    named_by       text        not null,
    named_at       timestamptz not null,
    ended_at       timestamptz,
    handed_back_at timestamptz,
    check (absent <> deputy),
    check (first_day <= last_day)
);

create index deputyship_open on deputyship (first_day) where handed_back_at is null;
create index deputyship_absent on deputyship (absent, last_day) where ended_at is null;
create index deputyship_deputy on deputyship (deputy, last_day) where ended_at is null;
create index deputyship_jurisdiction on deputyship (jurisdiction, last_day desc);
