-- A decision changed later says of the confiscated goods too what is left; empty in rows that are older than the question.
alter table commerce_annulment
    add column new_quantity numeric(16, 2) check (new_quantity >= 0),
    add column new_value    numeric(16, 2) check (new_value >= 0),
    add check (new_quantity is null or result = 'CHANGED'),
    add check ((new_quantity is null) = (new_value is null));
