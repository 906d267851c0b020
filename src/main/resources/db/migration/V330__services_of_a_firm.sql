-- A firm may report for several services: each has figures of its own. What was computed before is of the service whose file
-- came last.
alter table firm_indicator add column service text;
update firm_indicator
   set service = (select last.service
                    from firm_return last
                   where last.firm = firm_indicator.firm
                     and last.period_from = firm_indicator.period_from
                     and last.period_to = firm_indicator.period_to
                   order by last.return_id desc
                   limit 1);
delete from firm_indicator where service is null;
alter table firm_indicator alter column service set not null;
alter table firm_indicator drop constraint firm_indicator_pkey;
alter table firm_indicator add primary key (firm, period_from, period_to, service, indicator);
