-- What waits for each group, newest first: the open tasks nobody has taken yet, one row for each candidate group. The
-- engine's own task query joins and sorts all of a group's tasks to show twenty of them; this table answers from an index.
-- Triggers keep it, so that it is right whoever writes to the engine's tables and in the same transaction.
create table waiting_task (
    group_id       text      not null,
    created        timestamp not null,
    task_id        text      not null,
    tenant_id      text,
    definition_key text      not null,
    primary key (task_id, group_id)
);

create index waiting_task_page on waiting_task (group_id, created desc, task_id desc) include (tenant_id, definition_key);

-- In plpgsql, which keeps its plan: as a plain SQL function it was planned anew for each task.
create function waiting_task_add(of_task text, for_group text) returns void language plpgsql as $$
begin
    insert into waiting_task (group_id, created, task_id, tenant_id, definition_key)
    select link.group_id_, task.create_time_, task.id_, task.tenant_id_, definition.key_
    from act_ru_task task
    join act_re_procdef definition on definition.id_ = task.proc_def_id_
    join act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate' and link.group_id_ is not null
    where task.id_ = of_task
      and task.assignee_ is null
      and (for_group is null or link.group_id_ = for_group)
    on conflict do nothing;
end
$$;

create function waiting_task_link() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform waiting_task_add(new.task_id_, new.group_id_);
    else
        delete from waiting_task where task_id = old.task_id_ and group_id = old.group_id_;
    end if;
    return null;
end
$$;

create trigger waiting_task_link_added after insert on act_ru_identitylink
    for each row when (new.task_id_ is not null and new.group_id_ is not null and new.type_ = 'candidate')
    execute function waiting_task_link();

create trigger waiting_task_link_removed after delete on act_ru_identitylink
    for each row when (old.task_id_ is not null and old.group_id_ is not null and old.type_ = 'candidate')
    execute function waiting_task_link();

create function waiting_task_taken() returns trigger language plpgsql as $$
begin
    if new.assignee_ is null then
        perform waiting_task_add(new.id_, null);
    else
        delete from waiting_task where task_id = new.id_;
    end if;
    return null;
end
$$;

create trigger waiting_task_taken after update of assignee_ on act_ru_task
    for each row when ((old.assignee_ is null) <> (new.assignee_ is null))
    execute function waiting_task_taken();

create function waiting_task_gone() returns trigger language plpgsql as $$
begin
    delete from waiting_task where task_id = old.id_;
    return null;
end
$$;

create trigger waiting_task_gone after delete on act_ru_task
    for each row execute function waiting_task_gone();

insert into waiting_task (group_id, created, task_id, tenant_id, definition_key)
select distinct link.group_id_, task.create_time_, task.id_, task.tenant_id_, definition.key_
from act_ru_task task
join act_re_procdef definition on definition.id_ = task.proc_def_id_
join act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate' and link.group_id_ is not null
where task.assignee_ is null;
