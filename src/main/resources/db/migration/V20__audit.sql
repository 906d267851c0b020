-- Who did what: append-only, each entry linked to the one before it.
-- The payload is what is hashed; the other columns are read out of it once, to search by.
create table audit_entry (
    seq          bigint primary key,
    at           timestamptz not null,
    actor        text not null,
    actor_name   text not null,
    jurisdiction text,
    action       text not null,
    subject_type text not null,
    subject_id   text not null,
    before       jsonb not null,
    after        jsonb not null,
    reason       text,
    form_version text,
    payload      text not null,
    prev_hash    bytea not null,
    hash         bytea not null
);

create index audit_entry_subject on audit_entry (subject_type, subject_id, seq);
create index audit_entry_at on audit_entry (at, seq);

-- The last link, kept apart from the entries: an entry cut off at the end would otherwise leave no trace.
-- One row, rewritten with every commit: the free space lets PostgreSQL do so without touching the index.
create table audit_head (
    only_one boolean primary key default true check (only_one),
    seq      bigint not null,
    hash     bytea not null
) with (fillfactor = 10);

insert into audit_head (seq, hash) values (0, sha256('qingwang audit chain'::bytea));

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end
$$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse();

create trigger audit_head_stays before delete or truncate on audit_head
    for each statement execute function audit_refuse();

create function audit_head_forward() returns trigger language plpgsql as $$
begin
    if new.seq <= old.seq then
        raise exception 'the audit chain only grows: % after % refused', new.seq, old.seq
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger audit_head_forward before update on audit_head
    for each row execute function audit_head_forward();

-- Links and stores all entries of one transaction. From here to the commit no other transaction can append:
-- callers call it last.
create function audit_append(payloads text[]) returns bigint language plpgsql as $$
declare
    head    audit_head%rowtype;
    link    bytea;
    links   bytea[] := '{}';
    payload text;
begin
    select * into strict head from audit_head for update;
    link := head.hash;
    foreach payload in array payloads loop
        link := sha256(link || convert_to(payload, 'UTF8'));
        links := array_append(links, link);
    end loop;

    insert into audit_entry (
        seq, at, actor, actor_name, jurisdiction, action, subject_type, subject_id,
        before, after, reason, form_version, payload, prev_hash, hash)
    select head.seq + entry.n,
           (entry.fields ->> 'at')::timestamptz,
           entry.fields ->> 'actor',
           entry.fields ->> 'actorName',
           entry.fields ->> 'jurisdiction',
           entry.fields ->> 'action',
           entry.fields ->> 'subjectType',
           entry.fields ->> 'subjectId',
           entry.fields -> 'before',
           entry.fields -> 'after',
           entry.fields ->> 'reason',
           entry.fields ->> 'formVersion',
           entry.payload,
           coalesce(lag(entry.link) over (order by entry.n), head.hash),
           entry.link
      from (select given.payload, given.link, given.n, given.payload::jsonb as fields
              from unnest(payloads, links) with ordinality as given (payload, link, n)) as entry;

    update audit_head set seq = head.seq + cardinality(payloads), hash = link;
    return head.seq + cardinality(payloads);
end
$$;
