-- Mail on its way out. A row is written in the transaction of what it tells of; a worker sends it afterwards. due_at is the
-- moment of the next try, and while a node is sending, the moment from which another node may take over.
create table mail (
    mail_id    bigint generated always as identity primary key,
    mail_key   text        not null unique,
    recipient  text        not null,
    language   text,
    template   text        not null,
    subject    text        not null,
    body       text        not null,
    secret     text,
    about      text,
    state      text        not null,
    tries      integer     not null default 0,
    ordered_at timestamptz not null,
    due_at     timestamptz not null,
    ended_at   timestamptz,
    answer     text,
    check (language in ('en', 'zh')),
    check (state in ('WAITING', 'SENDING', 'SENT', 'KEPT', 'REFUSED', 'RETURNED', 'GIVEN_UP'))
);
create index mail_due on mail (due_at, mail_id) where state in ('WAITING', 'SENDING');
create index mail_state on mail (state, mail_id desc);
create index mail_about on mail (about, mail_id) where about is not null;
