-- What happened in a week, read without what happened before. Entries come in the order of time: the index grows at its
-- end alone.
create index case_event_entered on case_event (at);
create index case_event_supervised on case_event (at) where message_key = 'supervision.event.put';
create index case_file_joined_to on case_file (joined_to) where joined_to is not null;
