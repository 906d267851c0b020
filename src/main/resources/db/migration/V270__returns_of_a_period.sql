-- A firm may send a better return until its check is over: it takes the place of the one before, and both stay.
create table pledge_return (
    pledge_no text        not null,
    period    int         not null,
    round     int         not null,
    remark    text,
    sent_at   timestamptz not null,
    sent_by   text        not null,
    primary key (pledge_no, period, round),
    foreign key (pledge_no, period) references pledge_period
);
insert into pledge_return (pledge_no, period, round, remark, sent_at, sent_by)
select period.pledge_no, period.number, 1, period.remark, period.returned_at, firm.name
  from pledge_period period
  join pledge using (pledge_no)
  join firm on firm.code = pledge.firm
 where period.returned_at is not null;

alter table pledge_figure add column round int not null default 1;
alter table pledge_figure alter column round drop default;
alter table pledge_figure drop constraint pledge_figure_pkey;
alter table pledge_figure add primary key (pledge_no, period, round, measure);
alter table pledge_figure add foreign key (pledge_no, period, round) references pledge_return;
