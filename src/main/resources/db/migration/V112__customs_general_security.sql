-- Letters by which holders of trade marks give security for every detention of a year.
create table customs_general_security (
    letter_no       text primary key,
    holder          text           not null,
    guarantor       text           not null,
    last_year_costs numeric(16, 2) not null,
    amount          numeric(16, 2) not null,
    approved_on     date           not null,
    recorded_at     timestamptz    not null,
    recorded_by     text           not null
);

-- Which detentions rest on a letter.
create index customs_answer_general on customs_answer (security_no) where security_kind = 'GENERAL';
create index customs_application_general on customs_application (security_no) where security_kind = 'GENERAL';
