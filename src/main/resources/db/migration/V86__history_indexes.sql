-- The engine indexes its history by things most rows do not have: a CMMN case, a byte array, a removal time before the
-- case is closed. An entry that says "none" answers no query of the engine, and every row of history pays for it. The
-- same indexes by the same names, without such entries.
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
           and t.relname like 'act\_hi\_%'
           and not i.indisunique
           and i.indpred is null
           and not a.attnotnull
    loop
        execute 'drop index ' || given.name;
        execute given.definition || format(' where %I is not null', given.led_by);
    end loop;
end
$$;
