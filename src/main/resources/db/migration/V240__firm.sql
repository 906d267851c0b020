-- E-commerce firms that are asked for pledges. A firm is known by its unified social credit code; mail goes to its
-- registered contact and to nobody else.
create table firm (
    code         text        primary key check (code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    name         text        not null,
    region       text        not null check (region ~ '^[0-9]{6}$'),
    contact_name text        not null,
    contact_mail text        not null,
    language     text        not null check (language in ('en', 'zh')),
    platform     text        references firm check (platform <> code),
    added_at     timestamptz not null,
    added_by     text        not null,
    changed_at   timestamptz not null
);
create index firm_by_name on firm (name, code);
create index firm_of_platform on firm (platform) where platform is not null;
create index firm_by_region on firm (region, name, code);
create index firm_name_search on firm using gin (lower(name) gin_trgm_ops);
