-- What a consumer asks of the seller. Such a dispute is split from the lead in the same paper.
alter table complaint add column demand text;
alter table complaint_screening add column disputed boolean not null default false;

-- One row a dispute: whether it was taken up, how mediation ended, when both sides were told.
create table mediation (
    receipt_no           text primary key,
    jurisdiction         text        not null,
    stage                text        not null,
    split_at             timestamptz not null,
    split_by             text        not null,
    decision             text,
    ground               text,
    reason               text,
    decided_at           timestamptz,
    decided_by           text,
    result               text,
    ended_on             date,
    failure              text,
    terms                text,
    amount               numeric(16, 2) check (amount >= 0),
    note                 text,
    ended_by             text,
    complainant_told_on  date,
    complainant_told_how text,
    seller_told_on       date,
    seller_told_how      text,
    told_by              text,
    check ((stage = 'DECISION') = (decision is null)),
    check ((result is null) = (ended_on is null)),
    check ((result = 'AGREED') = (terms is not null)),
    check ((complainant_told_on is null) = (seller_told_on is null))
);
