-- How far in its own time a play has come: one that was broken off goes on there, not at its beginning.
alter table demonstration add column reached_at timestamptz;
