-- Files firms report with, whole: figures and findings are read from them, so each figure can be looked up in its row. A
-- corrected file of the same part and period stands beside the one before; the last one counts.
create table firm_return (
    return_id   bigint generated always as identity primary key,
    firm        text        not null,
    part        text        not null,
    service     text        not null,
    period_from date        not null,
    period_to   date        not null,
    file_name   text        not null,
    content     text        not null,
    digest      bytea       not null,
    received_at timestamptz not null,
    received_by text        not null,
    check (period_from <= period_to),
    unique (firm, digest)
);
create index firm_return_of_firm on firm_return (firm, period_from, part, return_id);
create index firm_return_of_period on firm_return (period_from, period_to, firm);
