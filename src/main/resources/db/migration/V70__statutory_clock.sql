-- Statutory periods that run or ran for a complaint or case.
create table statutory_clock (
    id           bigint generated always as identity primary key,
    subject      text        not null,
    rule         text        not null,
    rule_version date        not null,
    started_at   timestamptz not null,
    due_at       timestamptz not null,
    met_at       timestamptz,
    missed_at    timestamptz,
    ended_by     text,
    provisional  boolean     not null
);

-- One open clock for a subject and rule; it also answers what is due next.
create unique index statutory_clock_open on statutory_clock (subject, rule) where met_at is null;
create index statutory_clock_subject on statutory_clock (subject);
-- Which open clocks are overdue or end soon, and which rest on a rule.
create index statutory_clock_due on statutory_clock (due_at) where met_at is null;
create index statutory_clock_rule on statutory_clock (rule, rule_version);
