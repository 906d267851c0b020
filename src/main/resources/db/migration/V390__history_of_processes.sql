-- What Cockpit's tabs ask of history, each along one index that replaces another, so that a case pays for none more.

-- Closed processes of a model, those that ended last first: for whoever reads everything, and for one jurisdiction.
drop index act_idx_hi_pro_inst_proc_def_key;
create index act_idx_hi_pro_inst_proc_def_key on act_hi_procinst (proc_def_key_, end_time_, id_)
    where proc_def_key_ is not null;
drop index act_idx_hi_pro_inst_tenant_id;
create index act_idx_hi_pro_inst_tenant_id on act_hi_procinst (tenant_id_, proc_def_key_, end_time_, id_)
    where tenant_id_ is not null;

-- By the beginning of a number, too; the engine's question by the whole of it is answered as before.
drop index act_idx_hi_pro_i_buskey;
create index act_idx_hi_pro_i_buskey on act_hi_procinst (business_key_ varchar_pattern_ops) where business_key_ is not null;

-- Steps of a model within some days, for the heat map. Still counted by definition as before.
drop index act_idx_hi_act_inst_stats;
create index act_idx_hi_act_inst_stats on act_hi_actinst (proc_def_id_, start_time_) where proc_def_id_ is not null;

-- What people did to the processes of a model, and what decision tables answered in them.
drop index act_idx_hi_op_log_procdef;
create index act_idx_hi_op_log_procdef on act_hi_op_log (proc_def_key_, timestamp_, id_) where proc_def_key_ is not null;
drop index act_idx_hi_dec_inst_act;
create index act_idx_hi_dec_inst_act on act_hi_decinst (proc_def_key_, eval_time_, id_) where proc_def_key_ is not null;
drop index act_idx_hi_dec_inst_tenant_id;
create index act_idx_hi_dec_inst_tenant_id on act_hi_decinst (tenant_id_, proc_def_key_, eval_time_, id_)
    where tenant_id_ is not null;
