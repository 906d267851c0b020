-- A party registered in another province is published there: pushed by us, published by them.
alter table commerce_publication alter column address drop not null;
alter table commerce_publication add column region text;
alter table commerce_publication add column left_out text;
alter table commerce_publication add column elsewhere_on date;
alter table commerce_publication add column elsewhere_address text;
alter table commerce_publication add check ((address is null) = (region is not null));

-- A decision that was annulled or changed later: one row, begun from the case page, filled in by the steps that follow.
create table commerce_annulment (
    investigation_id bigint primary key references commerce_investigation,
    begun_at         timestamptz not null,
    begun_by         text        not null,
    result           text,
    ground           text,
    document_no      text,
    effective_on     date,
    new_fine         numeric(16, 2) check (new_fine >= 0),
    new_gains        numeric(16, 2) check (new_gains >= 0),
    decide_anew      boolean     not null default false,
    reason           text,
    recorded_by      text,
    carried_out_at   timestamptz,
    withdrawn_on     date,
    withdrawal_note  text,
    refunded         numeric(16, 2) check (refunded > 0),
    refunded_on      date,
    refund_receipt   text,
    check ((result is null) = (effective_on is null)),
    check ((result = 'CHANGED') = (new_fine is not null))
);
