-- Files that came with a pledge's return, beside those an officer brought in. A file may hold several parts; each has a row.
-- Sent again after another one, a file counts again.
alter table firm_return drop constraint firm_return_firm_digest_key;
alter table firm_return add column pledge_no text;
alter table firm_return add column period int;
alter table firm_return add column scanned boolean not null default false;
alter table firm_return add foreign key (pledge_no, period) references pledge_period;
create index firm_return_of_pledge on firm_return (pledge_no, period) where pledge_no is not null;

-- What is compared from period to period and from firm to firm, computed from the files that count when one comes in.
create table firm_indicator (
    firm        text    not null,
    period_from date    not null,
    period_to   date    not null,
    indicator   text    not null,
    value       numeric not null,
    primary key (firm, period_from, period_to, indicator)
);
create index firm_indicator_of_period on firm_indicator (period_from, period_to, indicator, value desc);
