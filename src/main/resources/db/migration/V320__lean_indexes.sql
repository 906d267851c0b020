-- What the engine's indexes cost a case: each row of its history goes into up to fourteen of them, and a step that ends
-- goes into all of them again because two or three hold its end. Those that answer none of our questions, or one that
-- another index answers as well, are left out; docs/decisions/leaner-engine.md says how that was found.

-- Thirty processes and a hundred jurisdictions do not narrow millions of rows: history is asked for by case or by step.
drop index act_idx_hi_act_inst_proc_def_key;
drop index act_idx_hi_act_inst_tenant_id;
drop index act_idx_hi_task_inst_proc_def_key;
drop index act_idx_hi_task_inst_tenant_id;
drop index act_idx_hi_detail_proc_def_key;
drop index act_idx_hi_detail_tenant_id;
drop index act_idx_hi_detail_name;
drop index act_idx_hi_var_inst_proc_def_key;
drop index act_idx_hi_var_inst_tenant_id;
drop index act_idx_hi_varinst_name;
drop index act_idx_hi_procvar_name_type;
drop index act_idx_hi_ident_lnk_proc_def_key;
drop index act_idx_hi_ident_lnk_tenant_id;
drop index act_idx_hi_ident_lnk_group;
drop index act_idx_hi_job_log_proc_def_key;
drop index act_idx_hi_job_log_tenant_id;
drop index act_idx_hi_job_log_job_conf;
drop index act_idx_hi_dec_out_rule;

-- The time of a change is asked for within a case; over all cases the audit answers.
drop index act_idx_hi_detail_time;
drop index act_idx_hi_ident_lnk_timestamp;

-- Another index begins with the same column.
drop index act_idx_hi_procvar_proc_inst;
drop index act_idx_hi_taskinstid_procinst;
drop index act_idx_hi_dec_in_inst;
drop index act_idx_hi_detail_task_bytear;
drop index act_idx_variable_task_id;

-- An end that no index holds is written in place: none of the others is touched. Steps are looked for by what ran them,
-- and counted by definition; when a case or a process ended stands in the table of processes, whose indexes stay.
drop index act_idx_hi_act_inst_end;
drop index act_idx_hi_act_inst_start_end;
drop index act_idx_hi_ai_pdefid_end_time;
drop index act_idx_hi_act_inst_comp;
drop index act_idx_hi_act_inst_stats;
drop index act_idx_hi_task_inst_end;
create index act_idx_hi_act_inst_comp on act_hi_actinst (execution_id_, act_id_) where execution_id_ is not null;
create index act_idx_hi_act_inst_stats on act_hi_actinst (proc_def_id_, act_id_) where proc_def_id_ is not null;
alter table act_hi_actinst set (fillfactor = 80);
alter table act_hi_taskinst set (fillfactor = 80);

-- As for the history (V86): an entry that says "none" answers no query of the engine. Who has taken a task is also asked
-- by "nobody".
do $$
declare
    given record;
begin
    for given in
        select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition, a.attname as led_by
          from pg_index i
          join pg_class t on t.oid = i.indrelid
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
         where t.relnamespace = current_schema()::regnamespace
           and t.relname in ('act_ru_execution', 'act_ru_task', 'act_ru_variable', 'act_ru_identitylink', 'act_ru_job')
           and not i.indisunique
           and i.indpred is null
           and not a.attnotnull
           and a.attname not in ('assignee_', 'create_time_')
    loop
        execute 'drop index ' || given.name;
        execute given.definition || format(' where %I is not null', given.led_by);
    end loop;
end
$$;
