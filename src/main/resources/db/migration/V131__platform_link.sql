-- Personal links by which a platform or a seller answers a notice: one link, one answer. Only the digest of a link is kept.
create table platform_link (
    link_id    bigint generated always as identity primary key,
    notice_no  text        not null references platform_notice,
    party      text        not null,
    step       text        not null,
    digest     bytea       not null unique,
    made_at    timestamptz not null,
    made_by    text        not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz,
    check (used_at is null or revoked_at is null)
);
create index platform_link_notice on platform_link (notice_no, link_id);

-- How many more requests a source of answers has. The key is a digest: who asked from where is not kept in clear.
create table platform_answer_allowance (
    id         varchar(64) primary key,
    state      bytea,
    expires_at bigint
);
create index platform_answer_allowance_expires_at on platform_answer_allowance (expires_at);
