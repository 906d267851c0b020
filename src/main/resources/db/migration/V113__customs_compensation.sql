-- What a court orders a holder to pay whose goods were released: it is taken from the security.
alter table customs_settlement
    add column compensation numeric(16, 2),
    add column judgment_no text;
