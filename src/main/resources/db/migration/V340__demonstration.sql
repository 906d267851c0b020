-- A believable campaign played through the rules, for profile demo: when it was begun and ended, and each step that was
-- done, in the transaction of the step, so that a run that was killed goes on where it stopped.
create table demonstration (
    script      text primary key,
    begun_at    timestamptz not null,
    finished_at timestamptz
);

create table demonstration_step (
    script  text not null references demonstration,
    step    text not null,
    subject text not null,
    primary key (script, step)
);
