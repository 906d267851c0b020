-- Mail that comes back names the mail by its Message-ID, which nobody but its recipient knows: drawn, not derived.
alter table mail add column message_id text;
update mail set message_id = left(encode(sha256(convert_to(mail_key, 'UTF8')), 'hex'), 40);
alter table mail alter column message_id set not null;
create unique index mail_message on mail (message_id);
-- Mail that came back or was refused, by address: shown beside the firm whose address it is.
create index mail_trouble on mail (recipient) where state in ('REFUSED', 'RETURNED');

-- How far a mailbox was read into which mail comes back. It is only read: whose mailbox it is finds it as it was.
create table mail_inbox (
    mailbox       text        primary key,
    uid_validity  bigint      not null default 0,
    last_uid      bigint      not null default 0,
    claimed_until timestamptz,
    read_at       timestamptz,
    failed_at     timestamptz,
    failure       text
);
