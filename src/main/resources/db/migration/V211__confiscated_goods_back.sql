-- A penalty that fell away: confiscated goods went back, or their value where they had been disposed of.
alter table commerce_annulment
    add column goods_quantity    numeric(16, 2) check (goods_quantity >= 0),
    add column goods_returned_on date,
    add column goods_received_by text,
    add column goods_value       numeric(16, 2) check (goods_value > 0),
    add column goods_receipt     text,
    add column goods_note        text,
    add check ((goods_returned_on is null) = (goods_quantity is null));
