-- How many cases are behind each figure, and how many of its lines were entered late. Lists do not change, and every version of
-- a briefing has the same: counted once, they need not be read again by whoever asks how small a figure is.
create table briefing_behind (
    briefing_no text not null references briefing,
    indicator   text not null,
    agency      text not null,
    cases       int  not null check (cases > 0),
    late        int  not null check (late >= 0),
    primary key (briefing_no, indicator, agency)
);
insert into briefing_behind
select briefing_no, indicator, agency, count(distinct case_no), count(*) filter (where standing = 'LATE')
from briefing_line where version = 1 group by briefing_no, indicator, agency;
create trigger briefing_behind_append_only before update or delete on briefing_behind
    for each statement execute function briefing_line_is_kept();

-- Numbers a draft had before somebody changed a figure: its words may still name them.
create table briefing_former (
    briefing_no text    not null,
    version     int     not null,
    indicator   text    not null,
    number      numeric not null,
    primary key (briefing_no, version, indicator, number),
    foreign key (briefing_no, version) references briefing_version
);
