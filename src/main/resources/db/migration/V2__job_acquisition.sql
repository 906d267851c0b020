-- Every statutory clock is a timer in this table, most of them due in weeks. The executor asks many times a second which
-- jobs are due now; the engine ships no index for that question and would read every timer to learn that none is.
create index qw_job_due on act_ru_job (duedate_) where retries_ > 0;
