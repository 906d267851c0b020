-- How many cases a campaign under way has: all of its time, and so counted beside whoever looks, by one node for all.
create table campaign_count (
    campaign_no text        primary key references campaign,
    cases       int         not null,
    closed      int         not null,
    counted_at  timestamptz not null
);
