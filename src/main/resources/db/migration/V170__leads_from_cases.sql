-- A lead that one case gave to another: a seller's supplier. Each supplier once for a case, whether it opened a case of its
-- own or came to one that was open already.
create table case_lead (
    from_case   text        not null references case_file,
    seller_key  text        not null,
    to_case     text        not null references case_file,
    seller_name text        not null,
    opened      boolean     not null,
    given_at    timestamptz not null,
    given_by    text        not null,
    reason      text        not null,
    primary key (from_case, seller_key)
);
create index case_lead_to on case_lead (to_case);

-- Whether the case gave or took a lead: no other case is asked for its leads.
alter table case_file add column linked boolean not null default false;

-- Where the supplier of a seller that did not know is at home.
alter table commerce_findings add column source_region text;
