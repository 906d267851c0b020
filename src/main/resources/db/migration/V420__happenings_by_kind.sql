-- What counts of half a year are a few kinds of entries among many: they are read along their kinds, a week of them as well.
-- Cases put under supervision are one of the kinds.
create index case_event_kind_entered on case_event (message_key, at);
drop index case_event_entered;
drop index case_event_supervised;

-- Without these the planner takes the cases of a campaign's regions for a fiftieth of what they are, and looks each up singly.
create statistics case_file_region on (right(coalesce(lead_jurisdiction, intake_jurisdiction), 6)) from case_file;
create statistics complaint_region on (right(intake, 6)) from complaint;
analyze case_file;
analyze complaint;
