-- As before, but each entry is read once, and before the chain is held: everybody else who acts waits for it.
create or replace function audit_append(payloads text[]) returns bigint language plpgsql as $$
declare
    entries  jsonb[] := payloads::jsonb[];
    payload  text;
    entry    jsonb;
    n        bigint;
    head     audit_head%rowtype;
    previous bytea;
    link     bytea;
begin
    select * into strict head from audit_head for update;
    link := head.hash;
    for payload, entry, n in select * from unnest(payloads, entries) with ordinality loop
        previous := link;
        link := sha256(previous || convert_to(payload, 'UTF8'));
        insert into audit_entry (
            seq, at, actor, actor_name, jurisdiction, action, subject_type, subject_id,
            before, after, reason, form_version, payload, prev_hash, hash)
        values (
            head.seq + n,
            (entry ->> 'at')::timestamptz,
            entry ->> 'actor',
            entry ->> 'actorName',
            entry ->> 'jurisdiction',
            entry ->> 'action',
            entry ->> 'subjectType',
            entry ->> 'subjectId',
            entry -> 'before',
            entry -> 'after',
            entry ->> 'reason',
            entry ->> 'formVersion',
            payload,
            previous,
            link);
    end loop;

    update audit_head set seq = head.seq + cardinality(payloads), hash = link;
    return head.seq + cardinality(payloads);
end
$$;
