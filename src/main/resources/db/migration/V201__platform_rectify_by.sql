-- Rectification has a time; what is stricter may follow only after it.
alter table platform_ladder
    add column rectify_by date,
    add constraint platform_ladder_rectify_by check (rectify_by is null or (step = 'RECTIFY' and rectify_by > taken_on));
