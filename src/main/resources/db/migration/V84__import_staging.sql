-- Rows are stored with what became of them, by the lot: no row is looked at, counted or written a second time.

-- Where the rows of a batch stand, changed in the transactions that change the rows: a progress bar counts none of them.
alter table import_batch
    add column rows_waiting  integer not null default 0,
    add column rows_filed    integer not null default 0,
    add column rows_repeated integer not null default 0,
    add column rows_bad      integer not null default 0,
    -- When its last row was checked: batches read meanwhile are matched with it. By the database's clock.
    add column checked_at    timestamptz;

update import_batch
set rows_waiting = found.waiting, rows_filed = found.filed, rows_repeated = found.repeated, rows_bad = found.bad
from (
    select batch_no,
        count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'FILED') as filed,
        count(*) filter (where state = 'REPEATED') as repeated, count(*) filter (where state = 'BAD') as bad
    from import_row group by batch_no) as found
where found.batch_no = import_batch.batch_no;

-- Asking for the batch at each of 100,000 rows took a quarter of the time of storing them. Whoever stores rows holds the
-- batch's row for as long; batches are never deleted.
alter table import_row drop constraint import_row_batch_no_fkey;

-- One index of every row gives way to small ones of the rows somebody asks for; filed rows are in neither.
create index import_row_waiting on import_row (batch_no, row_no) where state = 'WAITING';
create index import_row_reported on import_row (batch_no, row_no) where state in ('BAD', 'REPEATED');
create index import_row_held on import_row (batch_no) where not_before is not null;
drop index import_row_state;

-- Few figures about these are enough, and a list just read is analysed at once: a smaller sample makes that cheap.
alter table import_row
    alter column batch_no set statistics 20,
    alter column row_no set statistics 20,
    alter column state set statistics 20,
    alter column not_before set statistics 20;
