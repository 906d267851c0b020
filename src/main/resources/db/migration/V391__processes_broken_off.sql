-- Few processes among a million are broken off, and a search for them read all. Those that came to their end, which are
-- nearly all, are not in it and pay nothing.
create index act_hi_procinst_broken_off on act_hi_procinst (proc_def_key_, end_time_, id_)
    where state_ in ('EXTERNALLY_TERMINATED', 'INTERNALLY_TERMINATED');
