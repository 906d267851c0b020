-- One limit of requests for all pages that need no account.
alter table platform_answer_allowance rename to public_allowance;
alter index platform_answer_allowance_expires_at rename to public_allowance_expires_at;

-- Notices, declarations and results as the public reads them (E-Commerce Law art. 44): what an officer released, word for
-- word. A publication that was withdrawn stays, and is no longer shown.
create table platform_publication (
    publication_id   bigint generated always as identity primary key,
    notice_no        text        not null references platform_notice,
    notice_text      text        not null,
    declaration_text text,
    published_at     timestamptz not null,
    published_by     text        not null,
    withdrawn_at     timestamptz,
    withdrawn_by     text,
    withdrawn_reason text,
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index platform_publication_shown on platform_publication (notice_no) where withdrawn_at is null;
