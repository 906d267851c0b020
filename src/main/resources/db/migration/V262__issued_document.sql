-- Documents that were given out as files, by their content alone: whoever holds one can ask whether it is ours, unchanged.
create table issued_document (
    sha256    bytea primary key check (length(sha256) = 32),
    kind      text        not null,
    issuer    text, -- the jurisdiction it was issued for; null for the campaign office
    issued_at timestamptz not null
);
