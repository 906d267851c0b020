-- What is known of a seller from cases that are closed; the open ones have an index already.
create index case_seller_closed_name on case_seller (name_key) where not open;

-- What the head is shown of the seller's other cases, as it stood when the lawful fine was computed.
alter table commerce_findings add column repeats text[] not null default '{}';
alter table commerce_findings add column same_act text[] not null default '{}';

-- One act is fined once: who fined it before, or why it is another act.
alter table commerce_decision add column fined_by text;
alter table commerce_decision add column another_act text;
