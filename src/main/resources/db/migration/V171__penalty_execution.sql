-- Service by public notice counts only when its time is over; until then nobody knows the day.
alter table commerce_service alter column served_on drop not null;
alter table commerce_service add column noticed_on date;
alter table commerce_service add column consent text;
-- By when the party has to pay, as it was told, or as the head put it off.
alter table commerce_service add column pay_by date;
alter table commerce_service add check (served_on is not null or noticed_on is not null);

-- The head's answer to a party that asks to pay later or in instalments: one to each application.
create table commerce_deferral (
    payment_id bigint primary key references commerce_payment,
    decided_at timestamptz not null,
    decided_by text        not null,
    decision   text        not null,
    until      date,
    plan       text,
    reason     text        not null,
    check ((decision = 'APPROVED') = (until is not null))
);
