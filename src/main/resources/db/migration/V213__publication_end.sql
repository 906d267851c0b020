-- A publication ends when its time is over; for a criticism or a small fine that is sooner.
alter table commerce_publication
    add column light        boolean not null default false,
    add column end_begun_at timestamptz,
    add column ended_on     date,
    add column end_note     text;
create index commerce_publication_up on commerce_publication ((coalesce(elsewhere_on, published_on)))
    where end_begun_at is null;
