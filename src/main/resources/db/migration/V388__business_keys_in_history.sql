-- A process begun by its start form was given its number after its history had been written: its page found no picture of it.
update act_hi_procinst h
set business_key_ = e.business_key_
from act_ru_execution e
where e.id_ = h.proc_inst_id_ and h.business_key_ is null and e.business_key_ is not null;
