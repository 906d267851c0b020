-- The engine looks these rows up by the key of what they belong to, each time for a handful of rows, thousands of times a
-- minute. In tables that empty and fill again, statistics make one plan for all keys look dearer than a plan for this
-- key, and PostgreSQL plans each of these statements anew: a tenth of its work on a case. Estimated as nearly unique,
-- they keep their plan. It counts from the next ANALYZE on.
alter table act_ru_execution alter column proc_inst_id_ set (n_distinct = -1);
alter table act_ru_execution alter column business_key_ set (n_distinct = -1);
alter table act_ru_execution alter column parent_id_ set (n_distinct = -1);
alter table act_ru_execution alter column super_exec_ set (n_distinct = -1);
alter table act_ru_variable alter column execution_id_ set (n_distinct = -1);
alter table act_ru_variable alter column task_id_ set (n_distinct = -1);
alter table act_ru_task alter column execution_id_ set (n_distinct = -1);
alter table act_ru_task alter column proc_inst_id_ set (n_distinct = -1);
alter table act_ru_identitylink alter column task_id_ set (n_distinct = -1);
alter table act_ru_job alter column execution_id_ set (n_distinct = -1);
