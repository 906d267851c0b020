-- Keys of other systems. A revoked or expired one stays, because complaints name it.
create table api_key (
    name         text primary key check (name ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
    key_hash     bytea       not null unique, -- SHA-256; the key itself is shown once and kept nowhere
    beginning    text        not null,        -- its first characters, to know it by
    jurisdiction text        not null,        -- receives what is filed with it
    scopes       text[]      not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_by   text,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

-- What is left of each caller's allowance of requests, the same for all nodes.
create table api_allowance (
    id         text primary key,
    state      bytea,
    expires_at bigint
);

create index api_allowance_expired on api_allowance (expires_at);

-- Requests that carried a key of the caller's own, so that one sent again files nothing again.
create table api_filing (
    key_name        text        not null,
    idempotency_key text        not null,
    content_digest  bytea       not null, -- SHA-256 of the request's body
    receipt_no      text,
    filed_at        timestamptz not null,
    primary key (key_name, idempotency_key)
);
